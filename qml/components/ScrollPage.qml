pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark

// A page that scrolls when it must: one column of a comfortable width, and whatever takes the keyboard focus is
// brought into view.
Flickable {
    id: root

    default property alias content: column.data
    // Pages of cards that stand in two columns where there is room (CardColumns).
    property bool splits: false
    readonly property bool split: root.splits && root.width >= Theme.twoPanesFrom
    property int maximumWidth: root.split ? 2 * Theme.readingWidth : Theme.readingWidth
    // True where the page pushes a part of itself to the bottom of the view.
    property bool fills: false
    // The one record that is shown: the next is seen from its beginning.
    property string about: ""
    property alias spacing: column.spacing
    // Room below the end, where the end would cut a card at the upper edge.
    property real spare: 0
    readonly property real wholeHeight: column.y + column.height + Theme.space4
    readonly property real columnWidth: column.width
    readonly property Item focused: root.Window.activeFocusItem

    // What stands `above` it stays in sight too, if it must be the end of the item that does not.
    function reveal(item: Item, above = null): void {
        const top = item.mapToItem(column, 0, 0).y + column.y;
        const bottom = top + item.height;
        // Of what is higher than the view, the beginning.
        if (top < contentY + Theme.space3 || item.height > height - 2 * Theme.space3)
            contentY = Math.max(0, Math.min(top - Theme.space3, root.wholeHeight - height));
        else if (bottom > contentY + height - Theme.space3)
            contentY = Math.min(Math.max(0, root.wholeHeight - height), bottom - height + Theme.space3);
        if (above && above.visible)
            contentY = Math.min(contentY, Math.max(0, above.mapToItem(column, 0, 0).y + column.y - Theme.space2));
    }

    // Goes on to the first of these cards, given from above to below, that the upper edge does not cut.
    function alignTop(cards: var): void {
        let start = contentY;
        for (const card of contentY > 0 ? cards : []) {
            const top = card.mapToItem(column, 0, 0).y + column.y - Theme.space2;
            if (card.visible && top >= contentY - 1) {
                start = top;
                break;
            }
        }
        root.spare = Math.max(0, start + height - root.wholeHeight);
        contentY = start;
    }

    function holds(item: Item): bool {
        for (let ancestor = item; ancestor; ancestor = ancestor.parent)
            if (ancestor === column)
                return true;
        return false;
    }

    // With a keyboard: arrows go from control to control, Page Up and Page Down a view at a time.
    function turn(views: real): void {
        contentY = Math.max(0, Math.min(contentY + views * height, Math.max(0, contentHeight - height)));
    }

    function step(forward: bool): void {
        const next = root.focused ? root.focused.nextItemInFocusChain(forward) : null;
        if (next && root.holds(next))
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    onAboutChanged: contentY = 0
    Keys.onDownPressed: root.step(true)
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown;
        if (event.accepted)
            root.turn(event.key === Qt.Key_PageUp ? -1 : 1);
    }
    Keys.onUpPressed: root.step(false)
    // A keyboard that comes up must not cover what is typed into.
    onHeightChanged: {
        if (root.focused && root.holds(root.focused))
            root.reveal(root.focused);
    }
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: root.wholeHeight + root.spare
    contentWidth: width
    onFocusedChanged: {
        if (root.focused && root.holds(root.focused))
            root.reveal(root.focused);
    }

    ScrollBar.vertical: ScrollBar {
        id: bar

        Accessible.ignored: true
        policy: root.contentHeight > root.height + 1 ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff

        contentItem: Rectangle {
            color: Theme.quiet
            implicitWidth: Theme.space1
            opacity: bar.active ? Theme.faded : 0
            radius: width / 2
        }
    }

    ColumnLayout {
        id: column

        height: root.fills ? Math.max(implicitHeight, root.height - y - Theme.space4) : implicitHeight
        spacing: Theme.space3
        width: Math.min(root.width - 2 * Theme.space4, root.maximumWidth)
        x: (root.width - width) / 2
        y: Theme.space2
    }
}
