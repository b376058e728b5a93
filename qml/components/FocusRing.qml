pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The ring around what the keyboard would act on.
Rectangle {
    id: root

    property bool shown: false
    property bool inverse: false

    anchors.fill: parent
    anchors.margins: -Theme.space1
    border.color: root.inverse ? Theme.accentInk : Theme.accent
    border.width: Theme.selectedBorder
    color: Theme.clear
    radius: Theme.radiusButton
    visible: root.shown
}
