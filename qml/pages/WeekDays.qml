pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Seven days as bars on one scale; each opens its day.
Card {
    id: root

    signal dayRequested(dateIso: string)

    padding: Theme.space2
    spacing: Theme.targetGap

    Repeater {
        model: WeekModel.days

        DayBarRow {
            required property string dateIso
            required property var model
            required accessibleText
            required dayText
            required hoursText
            required isFuture
            required isToday
            required leaveText
            required looksRight

            Layout.fillWidth: true
            communityPart: model.communityFraction
            notLoggedPart: model.notLoggedFraction
            onsitePart: model.onSiteFraction
            onClicked: root.dayRequested(dateIso)
        }
    }
    TimeLegend {
        Layout.bottomMargin: Theme.space2
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        communityText: WeekModel.communityText
        notLoggedText: WeekModel.notLoggedText
        onsiteText: WeekModel.onSiteText
        scheduledText: WeekModel.scheduleText
    }
}
