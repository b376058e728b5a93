pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The share with everything that qualifies it: the strict reading, what is needed, and the schedule left.
Card {
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: qsTr("In the community")
    }
    ShareBlock {
        Layout.fillWidth: true
        fraction: WeekModel.bar.fraction
        hoursText: WeekModel.bar.hoursText
        minimumMark: WeekModel.bar.minimumMark
        recommendedMark: WeekModel.bar.recommendedMark
        sentence: WeekModel.bar.sentence
        shareText: WeekModel.bar.shareText
        standing: WeekModel.bar.standing
        standingText: WeekModel.bar.standingText
    }
    Hairline {
        Layout.topMargin: Theme.space1
    }
    Repeater {
        model: [WeekModel.minimumNeededText, WeekModel.recommendedNeededText, WeekModel.scheduleLeftText,
            WeekModel.strictText, WeekModel.contactsText]

        AppText {
            required property string modelData

            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: modelData
            visible: text.length > 0
        }
    }
}
