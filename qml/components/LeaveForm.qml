pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Which day, how many hours, what kind.
ColumnLayout {
    id: root

    required property var days
    required property var kinds
    required property string errorText
    property string chosenDay: ""
    property string chosenKind: ""

    signal added(dateIso: string, hours: string, kind: string)

    spacing: Theme.space3

    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Day")

        Flow {
            Layout.fillWidth: true
            spacing: Theme.targetGap

            Repeater {
                model: root.days

                Chip {
                    required property string dateIso
                    required property string dayText

                    Accessible.role: Accessible.RadioButton
                    checked: root.chosenDay === dateIso
                    text: dayText
                    onClicked: root.chosenDay = dateIso
                }
            }
        }
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Kind")

        Flow {
            Layout.fillWidth: true
            spacing: Theme.targetGap

            Repeater {
                model: root.kinds

                Chip {
                    required property string code
                    required text

                    Accessible.role: Accessible.RadioButton
                    checked: root.chosenKind === code
                    onClicked: root.chosenKind = code
                }
            }
        }
    }
    FieldRow {
        Layout.fillWidth: true
        errorText: root.errorText
        label: qsTr("Hours")

        RowLayout {
            spacing: Theme.targetGap

            TextEntry {
                id: hours

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.shortField
                inputMethodHints: Qt.ImhTime
                label: qsTr("Hours of leave")
                placeholderText: qsTr("7:30")
                wrong: root.errorText.length > 0
            }
            AppButton {
                enabled: root.chosenDay.length > 0 && root.chosenKind.length > 0 && hours.text.length > 0
                text: qsTr("Add leave")
                onClicked: root.added(root.chosenDay, hours.text, root.chosenKind)
            }
        }
    }
}
