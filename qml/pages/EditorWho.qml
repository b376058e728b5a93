pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Whom it was for and with. Lists the agency has not filled are left out.
Card {
    id: root

    spacing: Theme.space3

    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Participant")
        visible: EntryEditorModel.participantChoices.count > 0 || EntryEditorModel.findsParticipants

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.participantChoices
            firstChoices: 6
            groupName: qsTr("Participant")
            finds: EntryEditorModel.findsParticipants
            onPicked: code => EntryEditorModel.participant = code
            onSearched: words => EntryEditorModel.find("participant", words)
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        checked: EntryEditorModel.participantPresent
        text: qsTr("Participant was present")
        onToggled: EntryEditorModel.participantPresent = checked
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Employer")
        visible: EntryEditorModel.employerChoices.count > 0 || EntryEditorModel.findsEmployers

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.employerChoices
            firstChoices: 6
            groupName: qsTr("Employer")
            finds: EntryEditorModel.findsEmployers
            onPicked: code => EntryEditorModel.employer = code
            onSearched: words => EntryEditorModel.find("employer", words)
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        checked: EntryEditorModel.hiringAuthority
        text: qsTr("Met someone who can hire")
        onToggled: EntryEditorModel.hiringAuthority = checked
    }
    SwitchRow {
        Layout.fillWidth: true
        checked: EntryEditorModel.noShow
        text: qsTr("Nobody came")
        onToggled: EntryEditorModel.noShow = checked
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Program")
        visible: EntryEditorModel.programChoices.count > 0

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.programChoices
            groupName: qsTr("Program")
            onPicked: code => EntryEditorModel.program = code
        }
    }
}
