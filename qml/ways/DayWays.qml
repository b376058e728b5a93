pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Day, and what leads from there to other pages.
DayPage {
    id: root

    required property PageArea area

    twoPanes: root.area.wide
    onEditClosed: root.area.trail.page = "day"
    onEditRequested: {
        if (!root.area.wide)
            root.area.trail.show("editor");
    }
}
