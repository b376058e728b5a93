pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Team, and what leads from there to other pages.
TeamPage {
    id: root

    required property PageArea area

    twoPanes: root.area.wide
    onBackRequested: root.area.leave("more")
    onOpened: {
        if (!root.area.wide)
            root.area.trail.show("specialist");
    }
}
