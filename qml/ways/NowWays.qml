pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Now, and what leads from there to other pages.
NowPage {
    id: root

    required property PageArea area

    onEntryRequested: entryId => root.area.showEntry("", entryId)
    onSyncRequested: root.area.trail.show("sync")
}
