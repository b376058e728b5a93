pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// What runs now.
RunningCard {
    id: root

    required property NowStatus status

    compact: root.status.compact
    details: NowModel.details
    elapsedText: NowModel.elapsedText
    firstDetails: root.status.compact ? 1 : 2
    pinned: NowModel.pinned
    placeText: NowModel.runningPlaceText
    sinceText: NowModel.sinceText
    tagText: NowModel.tagText
    terse: root.status.terse
    title: NowModel.runningTitle
    verdictSentence: NowModel.verdict.sentence
    verdictTime: NowModel.verdict.time
    onDetailTapped: detail => NowModel.tapDetail(detail)
    onEarlierRequested: root.status.asksEarlier = true
    onPinToggled: NowModel.togglePin()
    onStopped: NowModel.stop()
    onUnfoldedChanged: root.status.unfolded = root.unfolded

    Connections {
        target: root.status

        function onFoldRequested(): void {
            root.unfolded = false;
        }
    }
}
