pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The notice itself, made when there is first something to say.
SnackBar {
    id: root

    required property NoticeBar bar

    floating: root.bar.floating
    message: root.bar.message
    movable: root.bar.fromNow && NowModel.canEarlier && root.bar.offersEarlier
    terse: root.bar.terse
    undoable: root.bar.fromNow ? NowModel.canUndo : root.bar.fromKeeper ? RecordKeeper.canUndo : DayModel.canUndo
    onDismissed: root.bar.fromNow ? NowModel.dismissFeedback()
                                  : root.bar.fromKeeper ? RecordKeeper.dismissFeedback() : DayModel.dismissFeedback()
    onEarlierRequested: root.bar.earlierRequested()
    onUndoRequested: root.bar.fromNow ? NowModel.undo() : root.bar.fromKeeper ? RecordKeeper.undo() : DayModel.undo()
}
