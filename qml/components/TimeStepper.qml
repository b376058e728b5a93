pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A time of day: typed, or moved by five and fifteen minutes with buttons big enough for a thumb. It keeps no
// time of its own: `timeText` is what holds, and what was typed is handed on for the owner to judge.
FieldRow {
    id: root

    required property string timeText

    readonly property int fieldWidth: Theme.scaled(88)
    readonly property bool inOneRow: width >= 4 * Theme.target + 4 * Theme.targetGap + root.fieldWidth
                                     && Theme.textScale <= 1.3

    signal moved(minutes: int)
    signal typed(text: string)

    GridLayout {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(420)
        columnSpacing: Theme.targetGap
        columns: root.inOneRow ? 5 : 4
        rowSpacing: Theme.targetGap

        TextEntry {
            id: field

            Layout.column: root.inOneRow ? 2 : 0
            Layout.columnSpan: root.inOneRow ? 1 : 4
            Layout.fillWidth: true
            Layout.preferredWidth: root.fieldWidth
            Layout.row: 0
            font: Theme.title
            horizontalAlignment: TextInput.AlignHCenter
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
        Repeater {
            model: [-15, -5, 5, 15]

            AppButton {
                required property int index
                required property int modelData

                Accessible.name: modelData < 0 ? qsTr("%1: %n minutes earlier", "", -modelData).arg(root.label)
                                               : qsTr("%1: %n minutes later", "", modelData).arg(root.label)
                Layout.column: root.inOneRow && index > 1 ? index + 1 : index
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.target
                Layout.row: root.inOneRow ? 0 : 1
                leftPadding: Theme.space1
                text: (modelData < 0 ? "\u2212" : "+") + Math.abs(modelData)
                onClicked: root.moved(modelData)
            }
        }
    }
}
