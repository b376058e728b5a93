pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One participant, and what leads from there to other pages.
ParticipantPane {
    id: root

    required property PageArea area

    onClosed: root.area.leave("participants")
    onContactStarted: root.area.trail.jump("now")
    onEntryRequested: (dateIso, entryId) => root.area.showEntry(dateIso, entryId)
}
