pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Participants, and what leads from there to other pages.
ParticipantsPage {
    id: root

    required property PageArea area

    twoPanes: root.area.wide
    onBackRequested: root.area.leave("more")
    onClosed: root.area.trail.page = "participants"
    onContactStarted: root.area.trail.jump("now")
    onEntryRequested: (dateIso, entryId) => root.area.showEntry(dateIso, entryId)
    onOpened: {
        if (!root.area.wide)
            root.area.trail.show("participant");
    }
}
