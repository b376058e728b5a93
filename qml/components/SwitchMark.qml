pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The picture of a switch: filled with the knob on the right when on, hollow with the knob on the left when off.
Rectangle {
    id: root

    required property bool switchedOn

    border.color: root.switchedOn ? Theme.accent : Theme.quiet
    border.width: Theme.selectedBorder
    color: root.switchedOn ? Theme.accent : Theme.card
    implicitHeight: Theme.space5 + Theme.space1
    implicitWidth: Theme.target
    radius: height / 2

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: root.switchedOn ? Theme.accentInk : Theme.quiet
        height: parent.height - Theme.space3
        radius: height / 2
        width: height
        x: root.switchedOn ? root.width - width - Theme.space2 + Theme.selectedBorder
                           : Theme.space2 - Theme.selectedBorder
    }
}
