pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One employer, and what leads from there to other pages.
EmployerPane {
    id: root

    required property PageArea area

    onClosed: root.area.leave("employers")
    onEntryRequested: (dateIso, entryId) => root.area.showEntry(dateIso, entryId)
    onParticipantRequested: participantId => root.area.showParticipant(participantId)
    onVisitStarted: root.area.trail.jump("now")
}
