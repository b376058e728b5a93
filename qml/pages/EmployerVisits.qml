pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What this person logged here, the latest first; a tap opens the entry.
Card {
    id: root

    signal entryRequested(dateIso: string, entryId: string)

    padding: Theme.space2
    spacing: Theme.targetGap

    SectionTitle {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        text: qsTr("Your visits")
        topPadding: Theme.space1
    }
    AppText {
        Layout.bottomMargin: Theme.space2
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        color: Theme.quiet
        font: Theme.secondary
        text: EmployerModel.lastText
    }
    Repeater {
        model: EmployerModel.visits

        LinkRow {
            id: row

            required property string entryId
            required property string dateIso
            required property string whenText
            required property string whatText
            required property string note

            Layout.fillWidth: true
            detail: row.note.length > 0 ? row.whatText + "\n" + row.note : row.whatText
            leftPadding: Theme.space2
            text: row.whenText
            onClicked: root.entryRequested(row.dateIso, row.entryId)
        }
    }
    Chip {
        Layout.leftMargin: Theme.space2
        glyph: EmployerModel.allVisits ? Icons.collapse : Icons.expand
        text: EmployerModel.allVisits ? qsTr("Fewer") : qsTr("All %1").arg(EmployerModel.visitCount)
        visible: EmployerModel.visitCount > EmployerModel.visits.count || EmployerModel.allVisits
        onClicked: EmployerModel.allVisits = !EmployerModel.allVisits
    }
}
