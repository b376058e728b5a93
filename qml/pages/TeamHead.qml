pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Which team and which week, from when what is shown is, and what is in the way of something newer.
ColumnLayout {
    id: root

    signal backRequested

    spacing: Theme.space2

    PageHeader {
        Layout.fillWidth: true
        backText: qsTr("Back")
        title: TeamModel.teamText
        onBackRequested: root.backRequested()

        IconButton {
            enabled: !TeamModel.busy
            glyph: Icons.sync
            text: qsTr("Ask the server again")
            visible: TeamModel.lead
            onClicked: TeamModel.refresh()
        }
    }
    DateHeader {
        Layout.fillWidth: true
        isPresent: TeamModel.isThisWeek
        nextText: qsTr("The week after")
        presentText: qsTr("This week")
        previousText: qsTr("The week before")
        title: TeamModel.weekText
        visible: TeamModel.lead
        onNext: TeamModel.nextWeek()
        onPresent: TeamModel.thisWeek()
        onPrevious: TeamModel.previousWeek()
    }
    MarkedLine {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        Layout.fillWidth: true
        glyph: TeamModel.stale ? Icons.cloudOff : Icons.cloudDone
        quiet: true
        text: TeamModel.asOfText
    }
    Banner {
        Layout.fillWidth: true
        message: TeamModel.known ? TeamModel.problemText : ""
    }
}
