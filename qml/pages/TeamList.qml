pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The team's share, and everyone in it, those to look at first on top.
ScrollPage {
    id: root

    property string openPerson: ""

    signal backRequested
    signal personRequested(personId: string)

    TeamHead {
        Layout.fillWidth: true
        onBackRequested: root.backRequested()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space5
        advice: !TeamModel.lead ? qsTr("Only a team's lead sees the team's week: ask your admin if you are to be one.")
                                : TeamModel.problemText.length > 0
                                  ? TeamModel.problemText
                                  : TeamModel.busy ? qsTr("The server is being asked.")
                                                   : qsTr("Ask the server when there is a signal.")
        glyph: Icons.team
        title: TeamModel.lead ? qsTr("This week is not on this phone yet") : qsTr("For leads")
        visible: !TeamModel.known
    }
    TeamShare {
        Layout.fillWidth: true
        visible: TeamModel.known
    }
    Repeater {
        model: TeamModel.people

        ColumnLayout {
            id: person

            required property var model
            required property string accessibleText
            required property string heading
            required property string personId

            Layout.fillWidth: true
            spacing: Theme.space2

            SectionTitle {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space1
                text: person.heading
                visible: text.length > 0
            }
            TeamRow {
                Accessible.name: person.accessibleText
                Layout.fillWidth: true
                chosen: root.openPerson.length > 0 && root.openPerson === person.personId
                concernText: person.model.concernText
                contactsText: person.model.contactsText
                emptyText: person.model.emptyText
                missingText: person.model.missingText
                fraction: person.model.fraction
                hoursText: person.model.hoursText
                lastSyncText: person.model.lastSyncText
                name: person.model.name
                shareText: person.model.shareText
                standing: person.model.standing
                standingText: person.model.standingText
                state: person.model.state
                stateText: person.model.stateText
                onClicked: root.personRequested(person.personId)
            }
        }
    }
}
