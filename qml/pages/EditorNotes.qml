pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What the codes do not say, and why an entry came late.
Card {
    spacing: Theme.space3

    FieldRow {
        Layout.fillWidth: true
        errorText: EntryEditorModel.noteError
        label: qsTr("Note")

        TextBlock {
            Layout.fillWidth: true
            label: qsTr("Note")
            text: EntryEditorModel.note
            // At every letter: what arrives meanwhile writes the fields anew.
            onTextChanged: {
                if (activeFocus)
                    EntryEditorModel.note = text;
            }
        }
    }
    FieldRow {
        Layout.fillWidth: true
        errorText: EntryEditorModel.lateReasonError
        hint: qsTr("This was entered more than a day afterwards; your lead will see the reason.")
        label: qsTr("Why it comes late")
        visible: EntryEditorModel.asksLateReason

        ReasonChips {
            Layout.fillWidth: true
            chosen: EntryEditorModel.lateReason
            reasons: EntryEditorModel.lateReasons
            onPicked: reason => EntryEditorModel.lateReason = reason
        }
        TextEntry {
            Layout.fillWidth: true
            label: qsTr("Why it comes late")
            text: EntryEditorModel.lateReason
            wrong: EntryEditorModel.lateReasonError.length > 0
            onTextEdited: EntryEditorModel.lateReason = text
        }
    }
}
