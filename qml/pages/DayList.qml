pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark
import Waymark.App

// The day's head, which stays in sight, and its timeline: entries, gaps and overlaps in the order of the clock.
// (The head is no ListView header: Qt 6.4 does not make headers that are bound to their surroundings.)
ColumnLayout {
    id: root

    property string openEntry: ""
    readonly property real columnWidth: Math.min(width - 2 * Theme.space4, Theme.readingWidth)

    signal addRequested
    signal entryRequested(entryId: string)
    signal spanRequested(startMs: double, endMs: double)

    function step(forward: bool): void {
        const from = root.Window.activeFocusItem;
        const next = from ? from.nextItemInFocusChain(forward) : null;
        if (next)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    spacing: 0

    Item {
        Layout.fillWidth: true
        implicitHeight: head.implicitHeight + Theme.space2 + Theme.space3

        DayHead {
            id: head

            brief: Theme.large && root.height < Theme.compactBelow
            width: root.columnWidth
            x: (parent.width - width) / 2
            y: Theme.space2
            onAddRequested: root.addRequested()
        }
        // Shows that there is more above, once the list has moved under the head.
        Hairline {
            anchors.bottom: parent.bottom
            visible: !list.atYBeginning
            width: parent.width
        }
    }
    DayLate {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.space2
        Layout.preferredWidth: root.columnWidth
    }
    ListView {
        id: list

        Accessible.name: qsTr("Entries of the day")
        Accessible.role: Accessible.List
        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        // The arrows go from control to control, as in every other list of the app.
        Keys.onDownPressed: root.step(true)
        Keys.onUpPressed: root.step(false)
        keyNavigationEnabled: false
        model: DayModel.rows
        reuseItems: true
        spacing: Theme.targetGap

        ScrollBar.vertical: ScrollBar {
            Accessible.ignored: true
        }

        delegate: DayRow {
            chosen: root.openEntry.length > 0 && root.openEntry === entryId
            columnWidth: root.columnWidth
            last: index === list.count - 1
            width: list.width
            onEntryRequested: entryId => root.entryRequested(entryId)
            onFocused: list.positionViewAtIndex(index, ListView.Contain)
            onSpanRequested: (startMs, endMs) => root.spanRequested(startMs, endMs)
        }

        EmptyState {
            actionText: qsTr("Add an entry")
            advice: DayModel.emptyText
            anchors.centerIn: parent
            glyph: Icons.calendar
            title: qsTr("Nothing recorded on this day")
            visible: list.count === 0
            width: root.columnWidth
            onActed: root.addRequested()
        }
    }
}
