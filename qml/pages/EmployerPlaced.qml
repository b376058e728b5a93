pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Participants of the own caseload who work or worked here; nobody else's are on this phone.
Card {
    id: root

    signal participantRequested(participantId: string)

    padding: Theme.space2
    spacing: Theme.targetGap
    visible: EmployerModel.placed.count > 0

    SectionTitle {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        text: qsTr("Your participants here")
        topPadding: Theme.space1
    }
    Repeater {
        model: EmployerModel.placed

        LinkRow {
            id: row

            required property string participantId
            required property string code
            required property string jobText
            required property string datesText

            Layout.fillWidth: true
            detail: row.jobText + " · " + row.datesText
            glyph: Icons.work
            leftPadding: Theme.space2
            text: row.code
            onClicked: root.participantRequested(row.participantId)
        }
    }
}
