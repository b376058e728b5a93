pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The fields of one employer. Its name is enough; what is typed is kept as a draft at once.
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
            backText: root.closable ? qsTr("Back to the network") : ""
            title: EmployerModel.isNew ? qsTr("New employer") : qsTr("Edit employer")
            onBackRequested: root.backRequested()
        }
        Banner {
            Layout.fillWidth: true
            message: EmployerModel.errorText
        }
        Card {
            Layout.fillWidth: true
            spacing: Theme.space3

            FieldRow {
                Layout.fillWidth: true
                hint: EmployerModel.isNew ? qsTr("The name is enough; the rest can follow.") : ""
                label: qsTr("Name")

                TextEntry {
                    id: nameField

                    Layout.fillWidth: true
                    label: qsTr("Name")
                    text: EmployerModel.name
                    onTextEdited: EmployerModel.name = text
                }
            }
            EmployerNamesakes {
                Layout.fillWidth: true
            }
            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Contact")

                TextEntry {
                    Layout.fillWidth: true
                    label: qsTr("Contact")
                    placeholderText: qsTr("Whom to ask for")
                    text: EmployerModel.contactName
                    onTextEdited: EmployerModel.contactName = text
                }
                TextEntry {
                    Layout.fillWidth: true
                    label: qsTr("The contact's position")
                    placeholderText: qsTr("Position")
                    text: EmployerModel.contactTitle
                    onTextEdited: EmployerModel.contactTitle = text
                }
            }
            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Phone or e-mail")

                TextEntry {
                    Layout.fillWidth: true
                    inputMethodHints: Qt.ImhNoPredictiveText
                    label: qsTr("Phone or e-mail")
                    text: EmployerModel.phone
                    onTextEdited: EmployerModel.phone = text
                }
            }
            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Industry")

                TextEntry {
                    Layout.fillWidth: true
                    label: qsTr("Industry")
                    text: EmployerModel.industry
                    onTextEdited: EmployerModel.industry = text
                }
            }
            FieldRow {
                Layout.fillWidth: true
                label: qsTr("Address")

                TextEntry {
                    Layout.fillWidth: true
                    label: qsTr("Address")
                    text: EmployerModel.address
                    onTextEdited: EmployerModel.address = text
                }
            }
            FieldRow {
                Layout.fillWidth: true
                hint: EmployerModel.positionText
                label: qsTr("Position")

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.targetGap

                    AppButton {
                        enabled: !EmployerModel.locating
                        glyph: Icons.here
                        text: qsTr("Use where I am")
                        onClicked: EmployerModel.useHere()
                    }
                    AppButton {
                        emphasis: "plain"
                        text: qsTr("Remove the position")
                        visible: EmployerModel.hasPosition
                        onClicked: EmployerModel.clearPosition()
                    }
                }
            }
            FieldRow {
                Layout.fillWidth: true
                hint: qsTr("The whole agency sees it: nothing about a participant.")
                label: qsTr("Note")

                TextBlock {
                    Layout.fillWidth: true
                    label: qsTr("Note")
                    text: EmployerModel.note
                    onEditingFinished: EmployerModel.note = text
                }
            }
        }
    }
    FormFooter {
        Layout.fillWidth: true
        canSave: EmployerModel.canSave
        saveText: EmployerModel.isNew ? qsTr("Add to the network") : qsTr("Save")
        onCancelled: {
            EmployerModel.cancel();
            if (!EmployerModel.loaded)
                root.backRequested();
        }
        onSaved: EmployerModel.save()
    }
    Component.onCompleted: {
        if (EmployerModel.isNew)
            nameField.forceActiveFocus();
    }
}
