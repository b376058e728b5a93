pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A day: typed as people write it, or moved by days and weeks with buttons big enough for a thumb. It keeps no
// day of its own: `dayText` is what holds.
FieldRow {
    id: root

    required property string dayText

    readonly property bool inOneRow: width >= Theme.dayStepperFrom && !Theme.large

    signal moved(days: int)
    signal typed(text: string)

    Item {
        id: row

        readonly property int gap: Theme.targetGap
        readonly property real room: Math.min(width, Theme.stepperWidth)
        readonly property real fieldWidth: root.inOneRow ? row.room - 4 * (Theme.target + row.gap) : row.room
        readonly property real buttonWidth: root.inOneRow ? Theme.target : (row.room - 3 * row.gap) / 4

        Layout.fillWidth: true
        implicitHeight: root.inOneRow ? field.implicitHeight : 2 * field.implicitHeight + row.gap

        TextEntry {
            id: field

            font: Theme.bodyStrong
            horizontalAlignment: TextInput.AlignHCenter
            label: root.label
            text: root.dayText
            width: row.fieldWidth
            wrong: root.errorText.length > 0
            x: root.inOneRow ? 2 * (row.buttonWidth + row.gap) : 0
            onEditingFinished: {
                if (text !== root.dayText)
                    root.typed(text);
                text = Qt.binding(() => root.dayText);
            }
        }
        Repeater {
            model: [-7, -1, 1, 7]

            AppButton {
                required property int index
                required property int modelData

                Accessible.name: modelData < 0 ? qsTr("%1: %n days earlier", "", -modelData).arg(root.label)
                                               : qsTr("%1: %n days later", "", modelData).arg(root.label)
                height: field.height
                leftPadding: Theme.space1
                text: (modelData < 0 ? "\u2212" : "+") + Math.abs(modelData)
                width: row.buttonWidth
                x: index * (row.buttonWidth + row.gap) + (root.inOneRow && index > 1 ? row.fieldWidth + row.gap : 0)
                y: root.inOneRow ? 0 : field.height + row.gap
                onClicked: root.moved(modelData)
            }
        }
    }
}
