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
    property alias unfolded: running.unfolded

    // A low screen has no room for a whole card above a question. Large text scrolls all the same.
    readonly property bool terse: root.compact && NowModel.ask.length > 0 && !Theme.large

    // The question of one entry is not that of the next.
    readonly property string about: NowModel.runningId

    // `above` should stay in sight with the card, because Stop is on it.
    signal opened(card: Item, above: Item)

    spacing: Theme.space3
    onAboutChanged: root.asksEarlier = false

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
    RunningCard {
        id: running

        Layout.fillWidth: true
        compact: root.compact
        details: NowModel.details
        elapsedText: NowModel.elapsedText
        firstDetails: root.compact ? 1 : 2
        pinned: NowModel.pinned
        placeText: NowModel.runningPlaceText
        terse: root.terse
        sinceText: NowModel.sinceText
        tagText: NowModel.tagText
        title: NowModel.runningTitle
        verdictSentence: NowModel.verdict.sentence
        verdictTime: NowModel.verdict.time
        visible: NowModel.running
        onDetailTapped: detail => NowModel.tapDetail(detail)
        onEarlierRequested: root.asksEarlier = true
        onPinToggled: NowModel.togglePin()
        onStopped: NowModel.stop()
    }
    Card {
        Layout.fillWidth: true
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
            text: qsTr("Tap what you are doing. It starts at once, with or without signal.")
        }
    }
    EarlierCard {
        id: earlier

        Layout.fillWidth: true
        errorText: NowModel.earlierError
        lastStopText: NowModel.lastStopText
        visible: root.asksEarlier && NowModel.running
        onVisibleChanged: {
            if (visible)
                root.opened(earlier, running);
        }
        onDismissed: root.asksEarlier = false
        onMoved: minutes => NowModel.earlier(minutes)
        onMovedToLastStop: {
            NowModel.earlierSinceLastStop();
            root.asksEarlier = false;
        }
        onTyped: text => {
            if (NowModel.earlierAt(text))
                root.asksEarlier = false;
        }
    }
    AskCard {
        id: ask

        Layout.fillWidth: true
        choices: NowModel.askChoices
        compact: root.compact
        detail: NowModel.ask
        // A narrow screen holds one or two in a row.
        firstChoices: root.terse ? 3 : root.width < Theme.formWidth ? 4 : 6
        finds: NowModel.askFinds
        movable: NowModel.canEarlier
        note: NowModel.note
        question: NowModel.askText
        said: root.speaks ? NowModel.feedbackText : ""
        undoable: NowModel.canUndo
        visible: NowModel.ask.length > 0
        onDetailChanged: {
            if (visible)
                root.opened(ask, running);
        }
        onVisibleChanged: {
            if (visible)
                root.opened(ask, running);
        }
        onAnswered: code => NowModel.answer(code)
        onDismissed: NowModel.dismissAsk()
        onEarlierRequested: root.asksEarlier = true
        onNoted: text => NowModel.setNote(text)
        onSearched: words => NowModel.findChoice(words)
        onUndoRequested: NowModel.undo()
    }
}
