pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// A long list of rows that are used again as they scroll out of sight. Tab and the arrows go from row to row in the
// order that is seen: used rows stand in another order among the list's children, which the focus would follow.
ListView {
    id: root

    // Where Tab enters the list from outside: its first row in sight. The other rows are reached from there.
    readonly property int entry: {
        if (root.count === 0 || root.contentHeight <= 0)
            return -1;
        const first = root.indexAt(root.width / 2, root.contentY + Theme.hairline);
        return first >= 0 ? first : root.indexAt(root.width / 2, root.contentY + root.spacing + Theme.hairline);
    }

    // To the row before or after, and past the ends on to what comes before or after the list.
    function move(from: int, forward: bool): void {
        if (!root.step(from, forward))
            root.leave(root.Window.activeFocusItem, forward);
    }

    function step(from: int, forward: bool): bool {
        const to = from + (forward ? 1 : -1);
        if (to < 0 || to >= root.count)
            return false;
        root.positionViewAtIndex(to, ListView.Contain);
        // Rows that were only guessed at have their own height now.
        root.forceLayout();
        root.positionViewAtIndex(to, ListView.Contain);
        const item = root.itemAtIndex(to);
        const row = item ? item as RecordRow : null;
        if (!row)
            return false;
        row.takeFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        return true;
    }

    function leave(from: Item, forward: bool): void {
        let item = from;
        for (let left = root.contentItem.children.length + 1; left > 0 && root.holds(item); --left)
            item = item.nextItemInFocusChain(forward);
        item.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    function holds(item: Item): bool {
        for (let ancestor = item; ancestor; ancestor = ancestor.parent)
            if (ancestor === root.contentItem)
                return true;
        return false;
    }

    Accessible.role: Accessible.List
    boundsBehavior: Flickable.StopAtBounds
    // Rows ahead would be made bit by bit, and a search that shortens the list leaves Qt 6.4 asking for one that is
    // gone; these are made at once.
    cacheBuffer: 0
    clip: true
    keyNavigationEnabled: false
    reuseItems: true
    spacing: Theme.targetGap

    ScrollBar.vertical: ScrollBar {
        Accessible.ignored: true
    }
}
