pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The own caseload, and beside it, where there is room, the participant that is open.
PageItem {
    id: root

    required property bool twoPanes
    property bool watching: false

    signal opened
    signal closed
    signal backRequested
    signal contactStarted
    signal entryRequested(dateIso: string, entryId: string)

    // Its model works for nobody who does not look.
    function watch(): void {
        if (root.visible === root.watching)
            return;
        root.watching = root.visible;
        ParticipantsModel.setWatched(root.visible);
    }

    function closeDetail(): bool {
        if (!root.twoPanes || !ParticipantModel.loaded)
            return false;
        if (ParticipantJobModel.loaded)
            ParticipantJobModel.close();
        else if (!ParticipantModel.leaveForm())
            ParticipantModel.close();
        return true;
    }

    onVisibleChanged: root.watch()
    Component.onCompleted: root.watch()

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ParticipantsList {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            openParticipant: root.twoPanes ? ParticipantModel.participantId : ""
            onAddRequested: {
                ParticipantJobModel.close();
                ParticipantModel.openNew();
                root.opened();
            }
            onBackRequested: root.backRequested()
            onParticipantRequested: participantId => {
                ParticipantJobModel.close();
                ParticipantModel.open(participantId);
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
            content: ParticipantModel.loaded ? pane : hint
            stretches: true
        }
    }
    Component {
        id: pane

        ParticipantPane {
            closable: false
            onClosed: root.closed()
            onContactStarted: root.contactStarted()
            onEntryRequested: (dateIso, entryId) => root.entryRequested(dateIso, entryId)
        }
    }
    Component {
        id: hint

        Item {
            EmptyState {
                advice: qsTr("Choose someone on the left to see what is due, or add someone.")
                anchors.centerIn: parent
                glyph: Icons.people
                title: qsTr("Nobody open")
                width: Math.min(parent.width - 2 * Theme.space5, Theme.readingWidth)
            }
        }
    }
}
