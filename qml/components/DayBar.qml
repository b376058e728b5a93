pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// How a day's (or week's) time divides: community plain, on-site outlined, not logged hatched. The three are
// parts of the widest bar shown beside it (0–1), so that bars can be compared. `description` is the same in words.
Item {
    id: root

    required property real communityPart
    required property real onsitePart
    required property real notLoggedPart
    required property string description

    readonly property real gap: Theme.selectedBorder

    function partWidth(part: real): real {
        return part > 0 ? Math.max(Theme.radiusSmall, part * root.width - root.gap) : 0;
    }

    Accessible.name: root.description
    Accessible.role: Accessible.Graphic
    implicitHeight: Theme.dayBarHeight
    implicitWidth: Theme.tileHeight

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.line
        height: Theme.hairline
        visible: root.communityPart + root.onsitePart + root.notLoggedPart <= 0
        width: parent.width
    }
    Row {
        anchors.fill: parent
        spacing: root.gap

        Rectangle {
            color: Theme.community
            height: parent.height
            radius: Theme.radiusSmall
            visible: root.communityPart > 0
            width: root.partWidth(root.communityPart)
        }
        Rectangle {
            border.color: Theme.quiet
            border.width: Theme.hairline
            color: Theme.onsite
            height: parent.height
            radius: Theme.radiusSmall
            visible: root.onsitePart > 0
            width: root.partWidth(root.onsitePart)
        }
        HatchFill {
            height: parent.height
            visible: root.notLoggedPart > 0
            width: root.partWidth(root.notLoggedPart)
        }
    }
}
