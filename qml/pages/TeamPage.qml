pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The team's week for its lead, and beside it, where there is room, the person that is open. To look only.
PageItem {
    id: root

    required property bool twoPanes
    property bool watching: false

    signal opened
    signal backRequested

    // Its model asks the server for nobody who does not look.
    function watch(): void {
        if (root.visible === root.watching)
            return;
        root.watching = root.visible;
        TeamModel.setWatched(root.visible);
    }

    function closeDetail(): bool {
        if (!root.twoPanes || !TeamPersonModel.loaded)
            return false;
        TeamPersonModel.close();
        return true;
    }

    onVisibleChanged: root.watch()
    Component.onCompleted: root.watch()

    RowLayout {
        anchors.fill: parent
        spacing: 0

        TeamList {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            openPerson: root.twoPanes && TeamPersonModel.loaded ? TeamPersonModel.personId : ""
            onBackRequested: root.backRequested()
            onPersonRequested: personId => {
                TeamPersonModel.open(personId);
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
            content: TeamPersonModel.loaded ? pane : hint
            stretches: true
        }
    }
    Component {
        id: pane

        TeamPersonPane {
            closable: false
        }
    }
    Component {
        id: hint

        Item {
            EmptyState {
                advice: qsTr("Choose someone on the left to see their week.")
                anchors.centerIn: parent
                glyph: Icons.team
                title: qsTr("Nobody open")
                visible: TeamModel.known
                width: Math.min(parent.width - 2 * Theme.space5, Theme.readingWidth)
            }
        }
    }
}
