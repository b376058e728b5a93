pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Every field of one entry. What is changed is kept as a draft at once; Save makes it count. The verdict is
// always in sight, beside Save.
ColumnLayout {
    id: root

    property bool closable: true

    signal closed

    function leave(): void {
        EntryEditorModel.close();
        root.closed();
    }

    spacing: 0

    ScrollPage {
        id: scroll

        Layout.fillHeight: true
        Layout.fillWidth: true
        // A new entry has no id yet, and comes after one that was closed.
        about: EntryEditorModel.loaded ? "entry " + EntryEditorModel.entryId : ""

        PageHeader {
            Layout.fillWidth: true
            backText: root.closable ? qsTr("Back to the day") : ""
            title: EntryEditorModel.isNew ? qsTr("New entry") : qsTr("Entry")
            onBackRequested: root.closed()

            AppButton {
                emphasis: "plain"
                text: EntryEditorModel.isNew ? qsTr("Don't add it") : qsTr("Undo changes")
                visible: EntryEditorModel.isDraft
                onClicked: {
                    EntryEditorModel.discard();
                    if (!EntryEditorModel.loaded)
                        root.closed();
                }
            }
            AppButton {
                emphasis: "plain"
                text: qsTr("Close")
                visible: !root.closable && !EntryEditorModel.isDraft
                onClicked: root.leave()
            }
        }
        Banner {
            Layout.fillWidth: true
            message: EntryEditorModel.generalError
        }
        Banner {
            Layout.fillWidth: true
            message: EntryEditorModel.heldText
        }
        EditorTimes {
            Layout.fillWidth: true
        }
        EditorWhat {
            Layout.fillWidth: true
        }
        EditorWho {
            Layout.fillWidth: true
        }
        EditorNotes {
            Layout.fillWidth: true
        }
        EditorTags {
            Layout.fillWidth: true
        }
        EditorHistory {
            Layout.fillWidth: true
            // What came back is seen from the top, where the times are.
            onRestored: scroll.contentY = 0
        }
        AppButton {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space3
            emphasis: "warn"
            glyph: Icons.remove
            text: qsTr("Delete this entry")
            visible: !EntryEditorModel.isNew
            onClicked: {
                EntryEditorModel.remove();
                root.closed();
            }
        }
    }
    EditorFooter {
        Layout.fillWidth: true
        onSaved: {
            EntryEditorModel.close();
            root.closed();
        }
    }
}
