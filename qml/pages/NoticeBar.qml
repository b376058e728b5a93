pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// What was just done on Now or on a day, with its Undo.
SnackBar {
    id: root

    property bool offersEarlier: false
    // False where another bar says it.
    property bool here: true

    readonly property bool fromNow: NowModel.feedbackText.length > 0

    message: !root.here ? "" : root.fromNow ? NowModel.feedbackText : DayModel.feedbackText
    movable: root.fromNow && NowModel.canEarlier && root.offersEarlier
    undoable: root.fromNow ? NowModel.canUndo : DayModel.canUndo
    onDismissed: root.fromNow ? NowModel.dismissFeedback() : DayModel.dismissFeedback()
    onUndoRequested: root.fromNow ? NowModel.undo() : DayModel.undo()
}
