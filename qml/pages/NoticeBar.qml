pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// What was just done on Now, on a day, or to an employer or a participant, with its Undo.
Kept {
    id: root

    property bool floating: false
    property bool offersEarlier: false
    property bool terse: false
    // False where another bar says it.
    property bool here: true

    readonly property bool fromNow: NowModel.feedbackText.length > 0
    readonly property bool fromKeeper: root.speaks && !root.fromNow && RecordKeeper.feedbackText.length > 0
    readonly property string message: !root.speaks ? "" : root.fromNow ? NowModel.feedbackText
                                                                       : root.fromKeeper ? RecordKeeper.feedbackText
                                                                                         : DayModel.feedbackText
    // Before the first frame nothing was done.
    readonly property bool speaks: root.here && AppState.opened

    signal earlierRequested

    given: ({
            bar: root
        })
    shown: root.message.length > 0
    source: Qt.resolvedUrl("NoticeSnack.qml")
}
