pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// One day as it went, and beside it, where there is room, the entry that is open.
PageItem {
    id: root

    required property bool twoPanes

    signal editRequested
    signal editClosed

    function edit(entryId: string): void {
        EntryEditorModel.open(entryId);
        root.editRequested();
    }

    function closeDetail(): bool {
        if (DayModel.lateText.length > 0)
            DayModel.giveLateReason("");
        else if (root.twoPanes && EntryEditorModel.loaded)
            EntryEditorModel.close();
        else
            return false;
        return true;
    }

    Binding {
        property: "visible"
        target: DayModel
        value: root.visible && Application.state !== Qt.ApplicationSuspended
               && Application.state !== Qt.ApplicationHidden
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        DayList {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            openEntry: root.twoPanes && EntryEditorModel.loaded ? EntryEditorModel.entryId : ""
            onAddRequested: {
                EntryEditorModel.openNew(DayModel.dateIso);
                root.editRequested();
            }
            onEntryRequested: entryId => root.edit(entryId)
            onSpanRequested: (startMs, endMs) => {
                EntryEditorModel.openSpan(startMs, endMs);
                root.editRequested();
            }
        }
        Rectangle {
            Layout.fillHeight: true
            color: Theme.line
            implicitWidth: Theme.hairline
            visible: root.twoPanes
        }
        Lazy {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 6
            active: root.twoPanes
            content: EntryEditorModel.loaded ? editor : hint
            stretches: true
        }
    }
    Component {
        id: editor

        EditorPage {
            closable: false
            onClosed: root.editClosed()
        }
    }
    Component {
        id: hint

        Item {
            EmptyState {
                advice: qsTr("Choose an entry on the left to see all of it, or add one.")
                anchors.centerIn: parent
                glyph: Icons.edit
                title: qsTr("No entry open")
                width: Math.min(parent.width - 2 * Theme.space5, Theme.readingWidth)
            }
        }
    }
}
