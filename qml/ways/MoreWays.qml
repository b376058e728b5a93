pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// More, and what leads from there to other pages.
MorePage {
    id: root

    required property PageArea area

    onPageRequested: page => root.area.trail.show(page)
}
