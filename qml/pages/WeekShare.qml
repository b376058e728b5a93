pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The share with everything that qualifies it: the strict reading, what is needed, and the schedule left.
Card {
    ShareBlock {
        Layout.fillWidth: true
        caption: qsTr("In the community")
        fraction: WeekModel.bar.fraction
        hoursText: WeekModel.bar.shareText === "\u2013" ? "" : WeekModel.bar.hoursText
        minimumMark: WeekModel.bar.minimumMark
        recommendedMark: WeekModel.bar.recommendedMark
        // The lines below say it mark by mark; only a week without a share needs the sentence.
        sentence: WeekModel.bar.shareText === "\u2013" ? WeekModel.bar.sentence : ""
        shareText: WeekModel.bar.shareText
        standing: WeekModel.bar.standing
        standingText: WeekModel.bar.standingText
    }
    Hairline {
        Layout.topMargin: Theme.space1
    }
    Repeater {
        model: [
            {
                glyph: Icons.flag,
                text: WeekModel.minimumNeededText
            },
            {
                glyph: Icons.star,
                text: WeekModel.recommendedNeededText
            },
            {
                glyph: Icons.time,
                text: WeekModel.scheduleLeftText
            },
            {
                glyph: Icons.info,
                text: WeekModel.strictText
            },
            {
                glyph: Icons.activity("employer_visit"),
                text: WeekModel.contactsText
            }
        ]

        NoteLine {
            required property var modelData

            Layout.fillWidth: true
            glyph: modelData.glyph
            text: modelData.text
        }
    }
}
