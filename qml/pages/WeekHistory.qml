pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The share of the twelve weeks before, as a line and, behind one tap, as a list that opens each of them.
Card {
    id: root

    property bool unfolded: false

    padding: Theme.space2
    spacing: Theme.targetGap

    SectionTitle {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        text: qsTr("The last 12 weeks")
    }
    Sparkline {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space2
        description: qsTr("Share of the last 12 weeks, on a scale from 0 to 100 with marks at 50 and 65")
        minimum: WeekModel.bar.minimumMark
        recommended: WeekModel.bar.recommendedMark
        weeks: WeekModel.previousWeeks
    }
    LinkRow {
        Layout.fillWidth: true
        leftPadding: Theme.space2
        text: root.unfolded ? qsTr("Hide the list") : qsTr("Show as a list")
        trailingGlyph: root.unfolded ? Icons.collapse : Icons.expand
        onClicked: root.unfolded = !root.unfolded
    }
    Repeater {
        model: root.unfolded ? WeekModel.previousWeeks : null

        LinkRow {
            required property string shareText
            required property string standingText
            required property string weekIso
            required property string weekText

            Layout.fillWidth: true
            detail: qsTr("%1 · %2").arg(shareText).arg(standingText)
            leftPadding: Theme.space2
            text: weekText
            onClicked: WeekModel.showWeek(weekIso)
        }
    }
}
