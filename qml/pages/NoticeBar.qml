pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// What was just done on Now, on a day, or to an employer or a participant, with its Undo.
SnackBar {
    id: root

    property bool offersEarlier: false
    // False where another bar says it.
    property bool here: true

    readonly property bool fromNow: NowModel.feedbackText.length > 0
    readonly property bool fromKeeper: !root.fromNow && RecordKeeper.feedbackText.length > 0

    message: !root.here ? "" : root.fromNow ? NowModel.feedbackText
                                            : root.fromKeeper ? RecordKeeper.feedbackText : DayModel.feedbackText
    movable: root.fromNow && NowModel.canEarlier && root.offersEarlier
    undoable: root.fromNow ? NowModel.canUndo : root.fromKeeper ? RecordKeeper.canUndo : DayModel.canUndo
    onDismissed: root.fromNow ? NowModel.dismissFeedback()
                              : root.fromKeeper ? RecordKeeper.dismissFeedback() : DayModel.dismissFeedback()
    onUndoRequested: root.fromNow ? NowModel.undo() : root.fromKeeper ? RecordKeeper.undo() : DayModel.undo()
}
