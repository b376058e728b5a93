pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// One row of a RecordList: a card that opens a record, under a heading where a new part of the list begins.
Item {
    id: root

    required property int index
    required property string accessibleText
    property string heading: ""
    property bool chosen: false
    property bool entry: false
    property bool last: false
    property real columnWidth: width
    default property alias content: button.contentItem

    signal requested
    signal focused
    signal stepped(forward: bool)

    function takeFocus(reason: int): void {
        button.forceActiveFocus(reason);
    }

    // Put by for another record, it still stands in the list: nobody may come to it by keyboard or screen reader.
    ListView.onPooled: visible = false
    ListView.onReused: visible = true
    implicitHeight: button.y + button.implicitHeight + (root.last ? Theme.space4 : 0)

    SectionTitle {
        id: title

        text: root.heading
        visible: root.heading.length > 0
        width: root.columnWidth
        x: button.x
    }
    AbstractButton {
        id: button

        Accessible.name: root.accessibleText
        Accessible.role: Accessible.Button
        Accessible.selected: root.chosen
        // A row that has the focus keeps its place in the tab order until it gives it up, as the toolkit asks.
        activeFocusOnTab: root.entry || activeFocus
        Keys.onBacktabPressed: root.stepped(false)
        Keys.onDownPressed: root.stepped(true)
        Keys.onTabPressed: root.stepped(true)
        Keys.onUpPressed: root.stepped(false)
        height: implicitHeight
        implicitHeight: implicitContentHeight + topPadding + bottomPadding
        padding: Theme.space3
        width: root.columnWidth
        x: (root.width - width) / 2
        y: title.visible ? title.implicitHeight + Theme.space2 : 0
        onActiveFocusChanged: {
            if (activeFocus)
                root.focused();
        }
        onClicked: root.requested()

        background: Rectangle {
            border.color: root.chosen ? Theme.accent : Theme.line
            border.width: root.chosen ? Theme.selectedBorder : Theme.hairline
            color: root.chosen || button.down ? Theme.tint : Theme.card
            radius: Theme.radius

            FocusRing {
                radius: Theme.radius + Theme.space1
                shown: button.visualFocus
            }
        }
    }
}
