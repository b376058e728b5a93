pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// Sync, and what leads from there to other pages.
SyncPage {
    id: root

    required property PageArea area

    onBackRequested: root.area.back()
    onEntryRequested: entryId => {
        EntryEditorModel.open(entryId);
        root.area.trail.show("editor");
    }
}
