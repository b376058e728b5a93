pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Which day it is, what it adds up to, and the way to add what was forgotten.
ColumnLayout {
    id: root

    signal addRequested

    spacing: Theme.space1

    DateHeader {
        Layout.fillWidth: true
        isPresent: DayModel.isToday
        nextText: qsTr("The day after")
        presentText: qsTr("Today")
        previousText: qsTr("The day before")
        title: DayModel.dateText
        onNext: DayModel.nextDay()
        onPresent: DayModel.today()
        onPrevious: DayModel.previousDay()
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.targetGap
        columns: Theme.textScale > 1.3 ? 1 : 2
        rowSpacing: 0

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            TimeLegend {
                Layout.fillWidth: true
                communityText: DayModel.communityText
                notLoggedText: ""
                onsiteText: DayModel.onSiteText
                visible: DayModel.rows.count > 0
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.secondary
                text: DayModel.scheduledText
                visible: text.length > 0
            }
        }
        Chip {
            Accessible.name: qsTr("Add an entry")
            glyph: Icons.add
            text: qsTr("Add")
            onClicked: root.addRequested()
        }
    }
}
