pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The keys of a desk, and what leads from there to other pages.
KeysPage {
    id: root

    required property PageArea area

    onBackRequested: root.area.back()
}
