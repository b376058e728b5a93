pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Seven days of one person of the team as bars on one scale.
Card {
    spacing: Theme.space3

    Repeater {
        model: TeamPersonModel.days

        DayBarLine {
            required property string accessibleText
            required property var model
            required dayText
            required hoursText
            required isFuture
            required isToday
            required leaveText

            Accessible.name: accessibleText
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            communityPart: model.communityFraction
            description: accessibleText
            notLoggedPart: model.notLoggedFraction
            onsitePart: model.onSiteFraction
        }
    }
    TimeLegend {
        Layout.fillWidth: true
        communityText: TeamPersonModel.communityText
        notLoggedText: TeamPersonModel.notLoggedText
        onsiteText: TeamPersonModel.onSiteText
        scheduledText: TeamPersonModel.scheduleText
    }
}
