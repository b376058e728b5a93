pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark

// One day of the week: its name, its bar, its hours, and leave if there was any.
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
    // Without any time, leave is said in the bar's place.
    readonly property bool empty: root.communityPart + root.onsitePart + root.notLoggedPart <= 0

    Accessible.name: root.accessibleText
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.space2)
    leftPadding: Theme.space2
    rightPadding: Theme.space2

    contentItem: GridLayout {
        columnSpacing: Theme.space3
        columns: 3
        rowSpacing: 0

        AppText {
            Accessible.ignored: true
            Layout.preferredWidth: Theme.dayColumn
            color: root.isFuture ? Theme.quiet : Theme.ink
            font: root.isToday ? Theme.secondaryStrong : Theme.secondary
            text: root.looksRight ? qsTr("%1 ✓").arg(root.dayText) : root.dayText
            wrapMode: Text.NoWrap
        }
        DayBar {
            Accessible.ignored: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.weekBarHeight
            communityPart: root.communityPart
            description: root.accessibleText
            notLoggedPart: root.notLoggedPart
            onsitePart: root.onsitePart
            visible: !root.empty || root.leaveText.length === 0
        }
        AppText {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.leaveText
            visible: root.empty && text.length > 0
        }
        AppText {
            Accessible.ignored: true
            Layout.preferredWidth: Theme.hoursColumn
            color: root.isFuture ? Theme.quiet : Theme.ink
            font: root.isToday ? Theme.secondaryStrong : Theme.secondary
            horizontalAlignment: Text.AlignRight
            text: root.hoursText
        }
        AppText {
            Accessible.ignored: true
            Layout.column: 1
            Layout.columnSpan: 2
            Layout.fillWidth: true
            Layout.row: 1
            color: Theme.quiet
            font: Theme.label
            text: root.leaveText
            visible: !root.empty && text.length > 0
        }
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
