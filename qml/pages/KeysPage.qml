pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// What can be done from a keyboard.
ScrollPage {
    id: root

    signal backRequested

    PageHeader {
        Layout.fillWidth: true
        backText: qsTr("Back")
        title: qsTr("Keyboard")
        onBackRequested: root.backRequested()
    }
    Card {
        Layout.fillWidth: true

        Repeater {
            model: [
                {
                    keys: qsTr("Ctrl + 1 to 5"),
                    what: qsTr("Now, Day, Week, Employers, More")
                },
                {
                    keys: qsTr("Ctrl + N"),
                    what: qsTr("A new entry on the day shown")
                },
                {
                    keys: qsTr("Ctrl + S"),
                    what: qsTr("Save the open entry")
                },
                {
                    keys: qsTr("Ctrl + Z"),
                    what: qsTr("Undo what was just done")
                },
                {
                    keys: qsTr("Ctrl + full stop"),
                    what: qsTr("Stop what is running")
                },
                {
                    keys: qsTr("F5"),
                    what: qsTr("Sync now")
                },
                {
                    keys: qsTr("Alt + left or right"),
                    what: qsTr("The day or week before or after")
                },
                {
                    keys: qsTr("Tab, or the arrows"),
                    what: qsTr("From one thing to the next")
                },
                {
                    keys: qsTr("Enter or space"),
                    what: qsTr("Press it")
                },
                {
                    keys: qsTr("Up and down on a time"),
                    what: qsTr("Five minutes later or earlier; with Page Up and Page Down fifteen")
                },
                {
                    keys: qsTr("Esc"),
                    what: qsTr("Close what is open, then go back")
                },
                {
                    keys: qsTr("F1"),
                    what: qsTr("This list")
                }
            ]

            FactRow {
                required property var modelData

                Layout.fillWidth: true
                label: modelData.keys
                value: modelData.what
            }
        }
    }
}
