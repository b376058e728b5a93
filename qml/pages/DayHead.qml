pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Which day it is, what it adds up to, and the way to add what was forgotten.
ColumnLayout {
    id: root

    // Large text on a low screen: the timeline needs the room more than the sums do.
    property bool brief: false

    signal addRequested

    spacing: Theme.space2

    DateHeader {
        Layout.fillWidth: true
        addText: qsTr("Add an entry")
        isPresent: DayModel.isToday
        nextText: qsTr("The day after")
        presentText: qsTr("Today")
        previousText: qsTr("The day before")
        title: DayModel.dateText
        onAdd: root.addRequested()
        onNext: DayModel.nextDay()
        onPresent: DayModel.today()
        onPrevious: DayModel.previousDay()
    }
    DayBar {
        Layout.fillWidth: true
        communityPart: DayModel.communityFraction
        description: qsTr("%1 in the community, %2 on site").arg(DayModel.communityText).arg(DayModel.onSiteText)
        notLoggedPart: DayModel.notLoggedFraction
        onsitePart: DayModel.onSiteFraction
        visible: DayModel.rows.count > 0
    }
    TimeLegend {
        Layout.fillWidth: true
        communityText: DayModel.communityText
        notLoggedText: DayModel.notLoggedFraction > 0 ? DayModel.notLoggedText : ""
        isOver: !DayModel.isToday
        onsiteText: DayModel.onSiteText
        scheduledText: DayModel.scheduledText.length > 0 ? qsTr("Scheduled %1").arg(DayModel.scheduledText) : ""
        visible: DayModel.rows.count > 0 && !root.brief
    }
}
