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
    // Something above the tiles goes on under them.
    property bool goesOn: false

    signal syncRequested
    signal entryRequested(entryId: string)
    signal earlierRequested

    function closeDetail(): bool {
        const shown = above.item as PageItem;
        if (!root.showsAll)
            return shown !== null && shown.closeDetail();
        root.showsAll = false;
        return true;
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 0

            // What stands above the tiles comes with the second frame: the first shows them, where the thumb looks for
            // them, and they do not move.
            Lazy {
                id: above

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                // Large text moves the tiles up to it.
                active: AppState.opened || !root.wide && !root.pinned
                given: ({
                        page: root,
                        starter: starter
                    })
                source: Qt.resolvedUrl("NowAbove.qml")
                stretches: true
                // Its room is kept.
                visible: true
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
            color: root.goesOn ? Theme.line : Theme.clear
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
            onEarlierRequested: root.earlierRequested()
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
