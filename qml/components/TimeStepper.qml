pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A time of day: typed, or moved by five and fifteen minutes with buttons big enough for a thumb. It keeps no
// time of its own: `timeText` is what holds, and what was typed is handed on for the owner to judge.
FieldRow {
    id: root

    required property string timeText
    property string dayText: ""

    signal moved(minutes: int)
    signal typed(text: string)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        TextEntry {
            id: field

            Layout.preferredWidth: Theme.scaled(104)
            font: Theme.title
            inputMethodHints: Qt.ImhTime
            label: root.label
            maximumLength: 5
            text: root.timeText
            wrong: root.errorText.length > 0
            onEditingFinished: {
                if (text !== root.timeText)
                    root.typed(text);
                text = Qt.binding(() => root.timeText);
            }
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.dayText
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(360)
        spacing: Theme.targetGap

        Repeater {
            model: [-15, -5, 5, 15]

            AppButton {
                required property int modelData

                Accessible.name: modelData < 0 ? qsTr("%1: %n minutes earlier", "", -modelData).arg(root.label)
                                               : qsTr("%1: %n minutes later", "", modelData).arg(root.label)
                Layout.fillWidth: true
                leftPadding: Theme.space2
                text: (modelData < 0 ? "\u2212" : "+") + Math.abs(modelData)
                onClicked: root.moved(modelData)
            }
        }
    }
}
