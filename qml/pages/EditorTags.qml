pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The one position taken at the start and the one at the stop, or why there is none. Both can be removed.
Card {
    id: root

    visible: EntryEditorModel.startTagText.length > 0 || EntryEditorModel.endTagText.length > 0

    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondaryStrong
        text: qsTr("Location tags")
    }
    TagRow {
        Layout.fillWidth: true
        hasFix: EntryEditorModel.hasStartFix
        removeText: qsTr("Remove the start's location")
        text: EntryEditorModel.startTagText
        onRemoved: EntryEditorModel.removeStartTag()
    }
    TagRow {
        Layout.fillWidth: true
        hasFix: EntryEditorModel.hasEndFix
        removeText: qsTr("Remove the stop's location")
        text: EntryEditorModel.endTagText
        onRemoved: EntryEditorModel.removeEndTag()
    }
}
