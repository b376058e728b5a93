pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// One employer: what can be done here now, what is next, who they are, and what was. Or its form.
PageItem {
    id: root

    property bool closable: true
    property bool watching: false

    signal closed
    signal visitStarted
    signal entryRequested(dateIso: string, entryId: string)
    signal participantRequested(participantId: string)

    // Its model works for nobody who does not look.
    function watch(): void {
        if (root.visible === root.watching)
            return;
        root.watching = root.visible;
        EmployerModel.setWatched(root.visible);
    }

    function closeDetail(): bool {
        return EmployerModel.leaveForm();
    }

    onVisibleChanged: root.watch()
    Component.onCompleted: root.watch()

    Lazy {
        anchors.fill: parent
        content: EmployerModel.editing ? form : facts
        stretches: true
    }
    Component {
        id: form

        EmployerForm {
            closable: root.closable
            onBackRequested: root.closed()
        }
    }
    Component {
        id: facts

        ScrollPage {
            about: EmployerModel.employerId

            PageHeader {
                Layout.fillWidth: true
                backText: root.closable ? qsTr("Back to the network") : ""
                title: EmployerModel.name
                onBackRequested: root.closed()

                AppButton {
                    emphasis: "plain"
                    text: qsTr("Edit")
                    visible: !EmployerModel.removed
                    onClicked: EmployerModel.edit()
                }
            }
            Banner {
                Layout.fillWidth: true
                actionText: qsTr("Bring back")
                message: EmployerModel.removed ? qsTr("This employer was taken out of the network.") : ""
                onActed: EmployerModel.bringBack()
            }
            Banner {
                Layout.fillWidth: true
                message: EmployerModel.errorText
            }
            AppButton {
                Layout.fillWidth: true
                emphasis: "primary"
                glyph: Icons.store
                text: qsTr("Start visit here")
                visible: !EmployerModel.removed
                onClicked: {
                    EmployerModel.startVisit();
                    root.visitStarted();
                }
            }
            EmployerNext {
                Layout.fillWidth: true
                visible: !EmployerModel.removed
            }
            EmployerFacts {
                Layout.fillWidth: true
            }
            EmployerPlaced {
                Layout.fillWidth: true
                onParticipantRequested: participantId => root.participantRequested(participantId)
            }
            EmployerVisits {
                Layout.fillWidth: true
                onEntryRequested: (dateIso, entryId) => root.entryRequested(dateIso, entryId)
            }
            SyncLine {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space1
                syncState: EmployerModel.syncState
                text: EmployerModel.syncText
            }
            AppButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                emphasis: "warn"
                glyph: Icons.remove
                text: qsTr("Take out of the network")
                visible: !EmployerModel.removed
                onClicked: {
                    EmployerModel.remove();
                    root.closed();
                }
            }
        }
    }
}
