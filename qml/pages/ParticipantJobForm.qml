pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// One job: where, what, how many hours, of what kind, since and until when.
ColumnLayout {
    id: root

    spacing: 0

    ScrollPage {
        Layout.fillHeight: true
        Layout.fillWidth: true

        PageHeader {
            Layout.fillWidth: true
            backText: qsTr("Back to %1").arg(ParticipantJobModel.participantCode)
            title: ParticipantJobModel.isNew ? qsTr("New job for %1").arg(ParticipantJobModel.participantCode)
                                             : qsTr("Job of %1").arg(ParticipantJobModel.participantCode)
            onBackRequested: ParticipantJobModel.close()
        }
        Banner {
            Layout.fillWidth: true
            message: ParticipantJobModel.errorText
        }
        Card {
            Layout.fillWidth: true
            spacing: Theme.space4

            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Employer")

                SearchField {
                    Layout.fillWidth: true
                    label: qsTr("Look for the employer")
                    looksIn: qsTr("Name, industry, street")
                    query: ParticipantJobModel.employerQuery
                    onTyped: text => ParticipantJobModel.employerQuery = text
                }
                ChoiceFlow {
                    Layout.fillWidth: true
                    choices: ParticipantJobModel.employers
                    groupName: qsTr("Employer")
                    visible: ParticipantJobModel.employers.count > 0
                    onPicked: code => ParticipantJobModel.chooseEmployer(code)
                }
                Chip {
                    Layout.maximumWidth: parent.width
                    glyph: Icons.add
                    text: ParticipantJobModel.addEmployerText
                    visible: text.length > 0
                    onClicked: ParticipantJobModel.addEmployer()
                }
            }
            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Work")

                TextEntry {
                    Layout.fillWidth: true
                    label: qsTr("Work")
                    placeholderText: qsTr("Stock clerk")
                    text: ParticipantJobModel.title
                    onTextEdited: ParticipantJobModel.title = text
                }
            }
            FieldRow {
                Layout.fillWidth: true
                errorText: ParticipantJobModel.hoursError
                label: qsTr("Hours a week")

                TextEntry {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.shortField
                    inputMethodHints: Qt.ImhFormattedNumbersOnly
                    label: qsTr("Hours a week")
                    text: ParticipantJobModel.hours
                    wrong: ParticipantJobModel.hoursError.length > 0
                    onTextEdited: ParticipantJobModel.hours = text
                }
            }
            FieldRow {
                Layout.fillWidth: true
                hint: qsTr("Follow-along dates go with competitive work.")
                label: qsTr("Kind")

                ChoiceFlow {
                    Layout.fillWidth: true
                    choices: ParticipantJobModel.kinds
                    groupName: qsTr("Kind")
                    onPicked: code => ParticipantJobModel.chooseKind(code)
                }
            }
            DayStepper {
                Layout.fillWidth: true
                dayText: ParticipantJobModel.startText
                errorText: ParticipantJobModel.startError
                label: qsTr("First day")
                onMoved: days => ParticipantJobModel.moveStart(days)
                onTyped: text => ParticipantJobModel.typeStart(text)
            }
            SwitchRow {
                Layout.fillWidth: true
                checked: ParticipantJobModel.ends
                text: qsTr("The job has an end")
                onToggled: ParticipantJobModel.setEnds(checked)
            }
            DayStepper {
                Layout.fillWidth: true
                dayText: ParticipantJobModel.endText
                errorText: ParticipantJobModel.endError
                label: qsTr("Last day")
                visible: ParticipantJobModel.ends
                onMoved: days => ParticipantJobModel.moveEnd(days)
                onTyped: text => ParticipantJobModel.typeEnd(text)
            }
        }
        AppButton {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space3
            emphasis: "warn"
            glyph: Icons.remove
            text: qsTr("Remove this job")
            visible: !ParticipantJobModel.isNew
            onClicked: ParticipantJobModel.remove()
        }
    }
    FormFooter {
        Layout.fillWidth: true
        canSave: ParticipantJobModel.canSave
        missingText: ParticipantJobModel.missingText
        saveText: ParticipantJobModel.isNew ? qsTr("Add the job") : qsTr("Save")
        onCancelled: ParticipantJobModel.close()
        onSaved: ParticipantJobModel.save()
    }
}
