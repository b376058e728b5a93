pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The kind of an entry's time as an upright stripe: plain, outlined, or a hairline for time not worked.
Item {
    id: root

    required property string time

    implicitWidth: Theme.space2

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.quiet
        border.width: root.time === "on_site" ? Theme.hairline : 0
        color: root.time === "not_worked" ? Theme.quiet : Theme.timeColor(root.time)
        height: parent.height
        radius: Theme.radiusSmall
        width: root.time === "not_worked" ? Theme.selectedBorder : Theme.space2
    }
}
