pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One specialist of the team, and what leads from there to other pages.
TeamPersonPane {
    id: root

    required property PageArea area

    onClosed: root.area.leave("team")
}
