pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark

// A setting that is on or off, with a sentence on what it does. The whole row can be pressed.
AbstractButton {
    id: root

    property string explanation: ""

    function flip(): void {
        root.toggle();
        root.toggled();
    }

    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.description: root.explanation
    Accessible.name: root.text
    Accessible.role: Accessible.CheckBox
    Keys.onEnterPressed: root.flip()
    Keys.onReturnPressed: root.flip()
    bottomPadding: Theme.space2
    checkable: true
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    topPadding: Theme.space2

    contentItem: ColumnLayout {
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                text: root.text
            }
            AppText {
                Accessible.ignored: true
                color: Theme.quiet
                font: Theme.secondary
                text: root.checked ? qsTr("On") : qsTr("Off")
            }
            SwitchMark {
                switchedOn: root.checked
            }
        }
        AppText {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.explanation
            visible: text.length > 0
        }
    }
    background: Item {
        FocusRing {
            radius: Theme.radius
            shown: root.visualFocus
        }
    }
}
