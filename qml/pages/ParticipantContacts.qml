pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What was logged with this participant, the latest first; a tap opens the entry.
Card {
    id: root

    signal entryRequested(dateIso: string, entryId: string)

    padding: Theme.space2
    spacing: Theme.targetGap
    visible: ParticipantModel.contacts.count > 0

    SectionTitle {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        text: qsTr("Contacts")
        topPadding: Theme.space1
    }
    Repeater {
        model: ParticipantModel.contacts

        LinkRow {
            id: row

            required property string entryId
            required property string dateIso
            required property string whenText
            required property string whatText

            Layout.fillWidth: true
            detail: row.whatText
            leftPadding: Theme.space2
            text: row.whenText
            onClicked: root.entryRequested(row.dateIso, row.entryId)
        }
    }
    Chip {
        Layout.leftMargin: Theme.space2
        glyph: ParticipantModel.allContacts ? Icons.collapse : Icons.expand
        text: ParticipantModel.allContacts ? qsTr("Fewer") : qsTr("All %1").arg(ParticipantModel.contactCount)
        visible: ParticipantModel.contactCount > ParticipantModel.contacts.count || ParticipantModel.allContacts
        onClicked: ParticipantModel.allContacts = !ParticipantModel.allContacts
    }
}
