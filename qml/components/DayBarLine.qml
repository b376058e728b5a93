pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// One day of the week: its name, its bar, its hours, and leave if there was any. What is around it says it aloud.
GridLayout {
    id: root

    required property string dayText
    required property string hoursText
    required property string leaveText
    required property string description
    required property bool isToday
    required property bool isFuture
    required property real communityPart
    required property real onsitePart
    required property real notLoggedPart
    // The person has looked at the day and found it right.
    property bool looksRight: false
    // Without any time, leave is said in the bar's place.
    readonly property bool empty: root.communityPart + root.onsitePart + root.notLoggedPart <= 0

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
        description: root.description
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
