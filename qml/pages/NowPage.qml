pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What the week needs, what is running, and the tiles that start the next thing: in thumb reach on a phone, side
// by side where there is room.
PageItem {
    id: root

    // Side by side only on a screen that lies: on one that stands, the bottom is where the thumbs are.
    readonly property bool wide: width >= Theme.twoPanesFrom - 2 * Theme.sideRail && width > height
    readonly property bool low: height < Theme.compactBelow
    // The tiles stay under the thumb, whatever is said or asked above them. Only large text needs their room.
    readonly property bool pinned: !root.wide && !Theme.large

    // A phone's screen: what runs, a question about it and the tiles fill it, and the week's share is said in fewer
    // words.
    readonly property bool shared: !root.wide && root.height < Theme.roomyFrom
    // There a question needs the room of the notice, and says itself what was done.
    readonly property bool askSpeaks: root.shared && NowModel.ask.length > 0
    property bool showsAll: false

    signal syncRequested
    signal entryRequested(entryId: string)

    function askEarlier(): void {
        status.asksEarlier = true;
    }

    function closeDetail(): bool {
        if (root.showsAll)
            root.showsAll = false;
        else if (status.asksEarlier)
            status.asksEarlier = false;
        else if (NowModel.ask.length > 0)
            NowModel.dismissAsk();
        else
            return status.fold();
        return true;
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 0

            ScrollPage {
                id: scroll

                property Item awaited: null
                property Item keptInSight: null

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                fills: !root.wide
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
                        onClicked: root.syncRequested()
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
                    brief: root.low || root.shared && NowModel.running
                    compact: root.low
                    speaks: root.askSpeaks
                    onOpened: (card, above) => {
                        scroll.awaited = card;
                        scroll.keptInSight = above;
                        settled.restart();
                    }
                }
                // A tablet that stands has room for it here; one that lies has it beside the tiles.
                Lazy {
                    Layout.fillWidth: true
                    active: !root.wide && root.height >= Theme.roomyFrom && !Theme.large
                    given: ({
                            page: root
                        })
                    source: Qt.resolvedUrl("NowToday.qml")
                }
                Item {
                    Layout.fillHeight: true
                }
                Lazy {
                    Layout.fillWidth: true
                    active: !root.wide && !root.pinned
                    content: starter
                }
            }
            Lazy {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                active: root.wide
                given: ({
                        page: root,
                        starter: starter
                    })
                source: Qt.resolvedUrl("NowBeside.qml")
                stretches: true
            }
        }
        // What goes on below is seen to do so.
        Hairline {
            color: scroll.contentY + scroll.height < scroll.contentHeight - 1 ? Theme.line : Theme.clear
            visible: root.pinned
        }
        NoticeBar {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.leftMargin: root.pinned ? Theme.space4 : 0
            Layout.maximumWidth: root.pinned ? Theme.readingWidth : root.width
            Layout.rightMargin: root.pinned ? Theme.space4 : 0
            Layout.topMargin: root.pinned ? Theme.space2 : 0
            floating: root.pinned
            here: !root.wide && !root.askSpeaks
            offersEarlier: true
            terse: root.low && !Theme.large && width < Theme.formWidth
            onEarlierRequested: root.askEarlier()
        }
        Lazy {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.space3
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.maximumWidth: Theme.readingWidth
            Layout.rightMargin: Theme.space4
            Layout.topMargin: Theme.space2
            active: root.pinned
            content: starter
        }
    }
    Component {
        id: starter

        NowStarter {
            compact: root.low
            showsAll: root.showsAll
            tight: root.low && !root.wide && (NowModel.ask.length > 0 || NowModel.feedbackText.length > 0)
            onShowsAllRequested: all => root.showsAll = all
        }
    }
}
