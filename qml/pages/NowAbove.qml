pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What stands above the tiles, or beside them: the day and the week, what runs, and the question about it.
PageItem {
    id: root

    required property NowPage page
    required property Component starter

    function closeDetail(): bool {
        if (status.asksEarlier)
            status.asksEarlier = false;
        else if (NowModel.ask.length > 0)
            NowModel.dismissAsk();
        else
            return status.fold();
        return true;
    }

    Connections {
        target: root.page

        function onEarlierRequested(): void {
            status.asksEarlier = true;
        }
    }
    Binding {
        property: "goesOn"
        target: root.page
        value: scroll.contentY + scroll.height < scroll.contentHeight - 1
    }
    ScrollPage {
        id: scroll

        property Item awaited: null
        property Item keptInSight: null

        anchors.fill: parent
        fills: !root.page.wide
        // Who goes on with the keyboard sees where they are, not what opened before.
        onFocusedChanged: {
            if (scroll.focused && scroll.holds(scroll.focused))
                scroll.awaited = null;
        }
        // Turned, or of another size, or with a note more: what is open stays in sight.
        onContentHeightChanged: settled.restart()
        onHeightChanged: settled.restart()
        onMovementStarted: scroll.awaited = null

        // A card that has just opened has its place only after the next layout.
        Timer {
            id: settled

            interval: Theme.quick
            onTriggered: {
                if (scroll.awaited && scroll.awaited.visible) {
                    scroll.reveal(scroll.awaited, scroll.keptInSight);
                    const cards = Array.from(status.children);
                    cards.unshift(notes);
                    scroll.alignTop(cards);
                } else {
                    scroll.spare = 0;
                }
            }
        }
        PageHeader {
            Layout.fillWidth: true
            title: NowModel.dateText

            SyncChip {
                chipState: SyncModel.chipState
                text: SyncModel.chipText
                onClicked: root.page.syncRequested()
            }
        }
        Kept {
            id: notes

            Layout.fillWidth: true
            shown: (NowModel.unsavedText + AppState.problemText + NowModel.clockWarning + ReminderModel.text
                    + NowModel.clockNote).length > 0
            source: Qt.resolvedUrl("NowNotes.qml")
        }
        NowStatus {
            id: status

            Layout.fillWidth: true
            brief: root.page.low || root.page.shared && NowModel.running
            compact: root.page.low
            speaks: root.page.askSpeaks
            onOpened: (card, above) => {
                scroll.awaited = card;
                scroll.keptInSight = above;
                settled.restart();
            }
        }
        // A tablet that stands has room for it here; one that lies has it beside the tiles.
        Lazy {
            Layout.fillWidth: true
            active: !root.page.wide && root.page.height >= Theme.roomyFrom && !Theme.large
            given: ({
                    page: root.page
                })
            source: Qt.resolvedUrl("NowToday.qml")
        }
        Item {
            Layout.fillHeight: true
        }
        Lazy {
            Layout.fillWidth: true
            active: !root.page.wide && !root.page.pinned
            content: root.starter
        }
    }
}
