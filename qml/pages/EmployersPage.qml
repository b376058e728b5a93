pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The employer network, and beside it, where there is room, the employer that is open.
PageItem {
    id: root

    required property bool twoPanes
    property bool watching: false

    signal opened
    signal closed
    signal visitStarted
    signal entryRequested(dateIso: string, entryId: string)
    signal participantRequested(participantId: string)

    // Its model works for nobody who does not look.
    function watch(): void {
        if (root.visible === root.watching)
            return;
        root.watching = root.visible;
        EmployersModel.setWatched(root.visible);
    }

    function closeDetail(): bool {
        if (!root.twoPanes || !EmployerModel.loaded)
            return false;
        if (!EmployerModel.leaveForm())
            EmployerModel.close();
        return true;
    }

    onVisibleChanged: root.watch()
    Component.onCompleted: root.watch()

    RowLayout {
        anchors.fill: parent
        spacing: 0

        EmployersList {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            openEmployer: root.twoPanes ? EmployerModel.employerId : ""
            onAddRequested: {
                EmployerModel.openNew(EmployersModel.query);
                root.opened();
            }
            onEmployerRequested: employerId => {
                EmployerModel.open(employerId);
                root.opened();
            }
        }
        Rectangle {
            Layout.fillHeight: true
            color: Theme.line
            implicitWidth: Theme.hairline
            visible: root.twoPanes
        }
        Lazy {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 6
            active: root.twoPanes
            content: EmployerModel.loaded ? pane : hint
            stretches: true
        }
    }
    Component {
        id: pane

        EmployerPane {
            closable: false
            onClosed: root.closed()
            onEntryRequested: (dateIso, entryId) => root.entryRequested(dateIso, entryId)
            onParticipantRequested: participantId => root.participantRequested(participantId)
            onVisitStarted: root.visitStarted()
        }
    }
    Component {
        id: hint

        Item {
            EmptyState {
                advice: qsTr("Choose an employer on the left to see all of it, or add one.")
                anchors.centerIn: parent
                glyph: Icons.store
                title: qsTr("No employer open")
                width: Math.min(parent.width - 2 * Theme.space5, Theme.readingWidth)
            }
        }
    }
}
