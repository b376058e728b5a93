pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// One participant: what is due, where they work, and the contacts there were. Or one of the two forms.
PageItem {
    id: root

    property bool closable: true
    property bool watching: false

    signal closed
    signal contactStarted
    signal entryRequested(dateIso: string, entryId: string)

    // Its model works for nobody who does not look.
    function watch(): void {
        if (root.visible === root.watching)
            return;
        root.watching = root.visible;
        ParticipantModel.setWatched(root.visible);
    }

    function closeDetail(): bool {
        if (ParticipantJobModel.loaded) {
            ParticipantJobModel.close();
            return true;
        }
        return ParticipantModel.leaveForm();
    }

    onVisibleChanged: root.watch()
    Component.onCompleted: root.watch()

    Lazy {
        anchors.fill: parent
        content: ParticipantModel.editing ? form : ParticipantJobModel.loaded ? jobForm : facts
        stretches: true
    }
    Component {
        id: form

        ParticipantForm {
            closable: root.closable
            onBackRequested: root.closed()
        }
    }
    Component {
        id: jobForm

        ParticipantJobForm {}
    }
    Component {
        id: facts

        ScrollPage {
            about: ParticipantModel.participantId

            PageHeader {
                Layout.fillWidth: true
                backText: root.closable ? qsTr("Back to the caseload") : ""
                title: ParticipantModel.code
                onBackRequested: root.closed()

                AppButton {
                    emphasis: "plain"
                    text: qsTr("Edit")
                    visible: !ParticipantModel.closedCase
                    onClicked: ParticipantModel.edit()
                }
            }
            AppText {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space1
                color: Theme.quiet
                font: Theme.secondary
                text: ParticipantModel.aboutText
            }
            Banner {
                Layout.fillWidth: true
                message: ParticipantModel.errorText
            }
            AppButton {
                Layout.fillWidth: true
                emphasis: "primary"
                glyph: Icons.timer
                text: qsTr("Log contact")
                visible: !ParticipantModel.closedCase
                onClicked: {
                    ParticipantModel.logContact();
                    root.contactStarted();
                }
            }
            ParticipantDues {
                Layout.fillWidth: true
            }
            ParticipantJobs {
                Layout.fillWidth: true
            }
            ParticipantContacts {
                Layout.fillWidth: true
                onEntryRequested: (dateIso, entryId) => root.entryRequested(dateIso, entryId)
            }
            SyncLine {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space1
                syncState: ParticipantModel.syncState
                text: ParticipantModel.syncText
            }
            AppButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                emphasis: ParticipantModel.closedCase ? "outlined" : "warn"
                text: ParticipantModel.closedCase ? qsTr("Open the case again") : qsTr("Close the case")
                onClicked: {
                    if (ParticipantModel.closedCase)
                        ParticipantModel.reopenCase();
                    else
                        ParticipantModel.closeCase();
                }
            }
        }
    }
}
