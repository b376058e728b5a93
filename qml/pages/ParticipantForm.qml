pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The fields of one participant. A code stands for the person.
ColumnLayout {
    id: root

    required property bool closable

    signal backRequested

    spacing: 0

    ScrollPage {
        Layout.fillHeight: true
        Layout.fillWidth: true

        PageHeader {
            Layout.fillWidth: true
            backText: root.closable ? qsTr("Back to the caseload") : ""
            title: ParticipantModel.isNew ? qsTr("New participant") : qsTr("Edit participant")
            onBackRequested: root.backRequested()
        }
        Banner {
            Layout.fillWidth: true
            message: ParticipantModel.errorText
        }
        Card {
            Layout.fillWidth: true
            spacing: Theme.space4

            FieldRow {
                Layout.fillWidth: true
                hint: ParticipantModel.codeHint
                label: qsTr("Code or initials")

                TextEntry {
                    id: codeField

                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.formWidth
                    inputMethodHints: Qt.ImhNoPredictiveText
                    label: qsTr("Code or initials")
                    text: ParticipantModel.code
                    onTextEdited: ParticipantModel.code = text
                }
            }
            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Program")

                ChoiceFlow {
                    Layout.fillWidth: true
                    choices: ParticipantModel.programs
                    groupName: qsTr("Program")
                    onPicked: code => ParticipantModel.program = code
                }
            }
            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Status")

                ChoiceFlow {
                    Layout.fillWidth: true
                    choices: ParticipantModel.statuses
                    groupName: qsTr("Status")
                    onPicked: code => ParticipantModel.status = code
                }
            }
            DayStepper {
                Layout.fillWidth: true
                dayText: ParticipantModel.enteredText
                errorText: ParticipantModel.dateError
                label: qsTr("Entered the program")
                onMoved: days => ParticipantModel.moveEntered(days)
                onTyped: text => ParticipantModel.typeEntered(text)
            }
            SwitchRow {
                Layout.fillWidth: true
                checked: ParticipantModel.part2
                explanation: qsTr("The record falls under the federal rules for substance use treatment.")
                text: qsTr("42 CFR Part 2")
                onToggled: ParticipantModel.part2 = checked
            }
        }
    }
    FormFooter {
        Layout.fillWidth: true
        canSave: ParticipantModel.canSave
        saveText: ParticipantModel.isNew ? qsTr("Add to the caseload") : qsTr("Save")
        onCancelled: {
            ParticipantModel.cancel();
            if (!ParticipantModel.loaded)
                root.backRequested();
        }
        onSaved: ParticipantModel.save()
    }
    Component.onCompleted: {
        if (ParticipantModel.isNew)
            codeField.forceActiveFocus();
    }
}
