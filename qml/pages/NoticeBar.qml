pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// What was just done on Now or on a day, with its Undo.
SnackBar {
    id: root

    required property string page

    readonly property bool fromNow: NowModel.feedbackText.length > 0

    message: root.page === "enrol" ? "" : root.fromNow ? NowModel.feedbackText : DayModel.feedbackText
    movable: root.fromNow && NowModel.canEarlier && root.page === "now"
    undoable: root.fromNow ? NowModel.canUndo : DayModel.canUndo
    onDismissed: root.fromNow ? NowModel.dismissFeedback() : DayModel.dismissFeedback()
    onUndoRequested: root.fromNow ? NowModel.undo() : DayModel.undo()
}
