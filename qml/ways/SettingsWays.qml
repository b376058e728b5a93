pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Settings, and what leads from there to other pages.
SettingsPage {
    id: root

    required property PageArea area

    onBackRequested: root.area.back()
}
