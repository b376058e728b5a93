pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Employers, and what leads from there to other pages.
EmployersPage {
    id: root

    required property PageArea area

    twoPanes: root.area.wide
    onClosed: root.area.trail.page = "employers"
    onEntryRequested: (dateIso, entryId) => root.area.showEntry(dateIso, entryId)
    onOpened: {
        if (!root.area.wide)
            root.area.trail.show("employer");
    }
    onParticipantRequested: participantId => root.area.showParticipant(participantId)
    onVisitStarted: root.area.trail.jump("now")
}
