pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The editor, and what leads from there to other pages.
EditorPage {
    id: root

    required property PageArea area

    onClosed: root.area.back()
}
