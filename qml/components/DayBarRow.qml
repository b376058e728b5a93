pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// One day of the week that opens the day.
AbstractButton {
    id: root

    property string dayText
    property string hoursText
    property string leaveText
    property string accessibleText
    property bool isToday
    property bool isFuture
    // The person has looked at the day and found it right.
    property bool looksRight
    property real communityPart
    property real onsitePart
    property real notLoggedPart

    Accessible.name: root.accessibleText
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.space2)
    leftPadding: Theme.space2
    rightPadding: Theme.space2

    contentItem: DayBarLine {
        communityPart: root.communityPart
        dayText: root.dayText
        description: root.accessibleText
        hoursText: root.hoursText
        isFuture: root.isFuture
        isToday: root.isToday
        leaveText: root.leaveText
        looksRight: root.looksRight
        notLoggedPart: root.notLoggedPart
        onsitePart: root.onsitePart
    }
    background: Rectangle {
        color: root.down ? Theme.tint : Theme.clear
        radius: Theme.radius

        FocusRing {
            anchors.margins: 0
            radius: Theme.radius
            shown: root.visualFocus
        }
    }
}
