pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The jobs of one participant, the newest first, and the way to add one.
Card {
    id: root

    padding: Theme.space2
    spacing: Theme.targetGap

    SectionTitle {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        text: qsTr("Jobs")
        topPadding: Theme.space1
    }
    AppText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        color: Theme.quiet
        font: Theme.secondary
        text: qsTr("None yet. A competitive job sets the dates of follow-along.")
        visible: ParticipantModel.jobs.count === 0
    }
    Repeater {
        model: ParticipantModel.jobs

        LinkRow {
            id: row

            required property string jobId
            required text
            required property string datesText
            required property string kindText

            Layout.fillWidth: true
            detail: row.datesText + " · " + row.kindText
            glyph: Icons.work
            leftPadding: Theme.space2
            onClicked: ParticipantJobModel.open(row.jobId)
        }
    }
    AppButton {
        Layout.leftMargin: Theme.space2
        emphasis: "plain"
        glyph: Icons.add
        leftPadding: 0
        text: qsTr("Add a job")
        visible: !ParticipantModel.closedCase
        onClicked: ParticipantJobModel.openNew(ParticipantModel.participantId)
    }
}
