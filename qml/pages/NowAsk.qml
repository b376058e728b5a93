pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The one question about what runs.
AskCard {
    id: root

    required property NowStatus status

    choices: NowModel.askChoices
    compact: root.status.compact
    detail: NowModel.ask
    finds: NowModel.askFinds
    // A narrow screen holds one or two in a row.
    firstChoices: root.status.terse ? 3 : root.status.width < Theme.formWidth ? 4 : 6
    movable: NowModel.canEarlier
    note: NowModel.note
    question: NowModel.askText
    said: root.status.speaks ? NowModel.feedbackText : ""
    undoable: NowModel.canUndo
    onAnswered: code => NowModel.answer(code)
    onDismissed: NowModel.dismissAsk()
    onEarlierRequested: root.status.asksEarlier = true
    onNoted: text => NowModel.setNote(text)
    onSearched: words => NowModel.findChoice(words)
    onUndoRequested: NowModel.undo()
}
