pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// Week, and what leads from there to other pages.
WeekPage {
    id: root

    required property PageArea area

    onDayRequested: dateIso => {
        DayModel.showDate(dateIso);
        root.area.trail.show("day");
    }
    onEntryRequested: (dateIso, entryId) => root.area.showEntry(dateIso, entryId)
}
