pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// It began before the tap: moves the start back.
Card {
    id: root

    required property string lastStopText
    required property string errorText

    signal moved(minutes: int)
    signal movedToLastStop
    signal typed(text: string)
    signal dismissed

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        AppText {
            Accessible.role: Accessible.Heading
            // The row's height, whatever its own was before the text grew: Qt 6.4 does not always look again.
            Layout.fillHeight: true
            Layout.fillWidth: true
            font: Theme.bodyStrong
            text: qsTr("When did it begin?")
            verticalAlignment: Text.AlignVCenter
        }
        IconButton {
            glyph: Icons.close
            text: qsTr("Close")
            onClicked: root.dismissed()
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        Chip {
            text: qsTr("5 min earlier")
            onClicked: root.moved(5)
        }
        Chip {
            text: qsTr("15 min earlier")
            onClicked: root.moved(15)
        }
        Chip {
            glyph: Icons.history
            text: qsTr("%1, the last stop").arg(root.lastStopText)
            visible: root.lastStopText.length > 0
            onClicked: root.movedToLastStop()
        }
    }
    FieldRow {
        Layout.fillWidth: true
        errorText: root.errorText
        label: qsTr("Or at this time")

        RowLayout {
            spacing: Theme.targetGap

            TextEntry {
                id: field

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.shortField
                inputMethodHints: Qt.ImhTime
                label: qsTr("Time it began, as hours and minutes")
                maximumLength: 5
                placeholderText: qsTr("9:40")
                wrong: root.errorText.length > 0
                onAccepted: root.typed(text)
            }
            AppButton {
                enabled: field.text.length > 0
                text: qsTr("Set")
                onClicked: root.typed(field.text)
            }
        }
    }
}
