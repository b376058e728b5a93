pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The week so far, the running entry, and whatever one question is open about it.
ColumnLayout {
    id: root

    property bool asksEarlier: false
    // The share in fewer words.
    property bool brief: false
    property bool compact: false
    // The question says what was done, in place of the notice.
    property bool speaks: false

    // A low screen has no room for a whole card above a question. Large text scrolls all the same.
    readonly property bool terse: root.compact && NowModel.ask.length > 0 && !Theme.large

    // The question of one entry is not that of the next.
    readonly property string about: NowModel.runningId

    property bool unfolded: false
    readonly property var given: ({
            status: root
        })

    // Folds the running card's details; false when they are not open.
    function fold(): bool {
        const open = root.unfolded;
        root.foldRequested();
        return open;
    }

    // Stop is on it, whatever stands above.
    function showRunning(): void {
        if (root.about.length > 0)
            root.opened(runningPart, null);
    }

    signal foldRequested
    // `above` should stay in sight with the card, because Stop is on it.
    signal opened(card: Item, above: Item)

    spacing: Theme.space3
    onAboutChanged: {
        root.asksEarlier = false;
        root.showRunning();
    }
    Component.onCompleted: {
        if (askPart.visible)
            root.opened(askPart, runningPart);
        else
            root.showRunning();
    }

    Card {
        Layout.fillWidth: true
        padding: root.compact ? Theme.space3 : Theme.space4

        ShareBlock {
            Layout.fillWidth: true
            caption: qsTr("In the community this week")
            compact: root.brief
            labelled: !root.compact
            fraction: NowModel.week.fraction
            hoursText: NowModel.hasEntries ? NowModel.week.hoursText : ""
            minimumMark: NowModel.week.minimumMark
            recommendedMark: NowModel.week.recommendedMark
            sentence: NowModel.week.sentence
            shareText: NowModel.week.shareText
            standing: NowModel.week.standing
            standingText: NowModel.week.standingText
        }
    }
    // Each by its address: on most days the app starts with nothing running, and asks nothing.
    Kept {
        id: runningPart

        Layout.fillWidth: true
        given: root.given
        shown: NowModel.running
        source: Qt.resolvedUrl("NowRunning.qml")
    }
    Card {
        Layout.fillWidth: true
        padding: root.compact ? Theme.space3 : Theme.space4
        visible: !NowModel.running

        AppText {
            Layout.fillWidth: true
            font: Theme.bodyStrong
            text: qsTr("Nothing is running")
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.compact ? qsTr("Tap what you are doing.")
                               : qsTr("Tap what you are doing. It starts at once, with or without signal.")
        }
    }
    Kept {
        id: earlierPart

        Layout.fillWidth: true
        given: root.given
        shown: root.asksEarlier && NowModel.running
        source: Qt.resolvedUrl("NowEarlier.qml")
        onVisibleChanged: root.opened(visible ? earlierPart : runningPart, runningPart)
    }
    Kept {
        id: askPart

        readonly property string detail: NowModel.ask

        Layout.fillWidth: true
        given: root.given
        shown: askPart.detail.length > 0
        source: Qt.resolvedUrl("NowAsk.qml")
        onDetailChanged: {
            if (visible)
                root.opened(askPart, runningPart);
        }
        onVisibleChanged: root.opened(visible ? askPart : runningPart, runningPart)
    }
}
