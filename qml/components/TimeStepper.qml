pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A time of day: typed, or moved by five and fifteen minutes with buttons big enough for a thumb. It keeps no
// time of its own: `timeText` is what holds, and what was typed is handed on for the owner to judge.
FieldRow {
    id: root

    required property string timeText

    readonly property int fieldWidth: Theme.timeField
    readonly property bool inOneRow: width >= 4 * Theme.target + 4 * Theme.targetGap + root.fieldWidth
                                     && !Theme.large

    // On the narrowest screens the label stands beside the field, above the buttons: two times fit in sight.
    labelled: root.inOneRow || Theme.large

    signal moved(minutes: int)
    signal typed(text: string)

    Item {
        id: row

        readonly property int gap: Theme.targetGap
        readonly property real room: Math.min(width, Theme.stepperWidth)
        readonly property real halfway: 2 * (row.buttonWidth + row.gap)
        readonly property real buttonWidth: (row.room - (root.inOneRow ? root.fieldWidth + row.gap : 0)
                                             - 3 * row.gap) / 4

        Layout.fillWidth: true
        implicitHeight: root.inOneRow ? field.implicitHeight : 2 * field.implicitHeight + row.gap

        TextEntry {
            id: field

            // Up is later, as with any wheel of numbers.
            Keys.onDownPressed: root.moved(-5)
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown;
                if (event.accepted)
                    root.moved(event.key === Qt.Key_PageUp ? 15 : -15);
            }
            Keys.onUpPressed: root.moved(5)
            font: Theme.title
            horizontalAlignment: TextInput.AlignHCenter
            inputMethodHints: Qt.ImhTime
            label: root.label
            maximumLength: 5
            text: root.timeText
            width: root.inOneRow ? root.fieldWidth : row.room - x
            wrong: root.errorText.length > 0
            x: root.labelled && !root.inOneRow ? 0 : row.halfway
            onEditingFinished: {
                if (text !== root.timeText)
                    root.typed(text);
                text = Qt.binding(() => root.timeText);
            }
        }
        AppText {
            color: Theme.quiet
            font: Theme.secondaryStrong
            height: field.height
            text: root.label
            verticalAlignment: Text.AlignVCenter
            visible: !root.labelled
            width: row.halfway - row.gap
        }
        Repeater {
            model: [-15, -5, 5, 15]

            AppButton {
                required property int index
                required property int modelData

                Accessible.name: modelData < 0 ? qsTr("%1: %n minutes earlier", "", -modelData).arg(root.label)
                                               : qsTr("%1: %n minutes later", "", modelData).arg(root.label)
                height: field.height
                leftPadding: Theme.space1
                text: (modelData < 0 ? "\u2212" : "+") + Math.abs(modelData)
                width: row.buttonWidth
                x: index * (row.buttonWidth + row.gap)
                   + (root.inOneRow && index > 1 ? root.fieldWidth + row.gap : 0)
                y: root.inOneRow ? 0 : field.height + row.gap
                onClicked: root.moved(modelData)
            }
        }
    }
}
