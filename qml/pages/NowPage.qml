pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What the week needs, what is running, and the tiles that start the next thing: in thumb reach on a phone, side
// by side where there is room.
Item {
    id: root

    readonly property bool wide: width >= Theme.twoPanesFrom - 2 * Theme.sideRail
    readonly property bool low: height < Theme.compactBelow

    signal syncRequested

    function askEarlier(): void {
        status.asksEarlier = true;
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ScrollPage {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            fills: !root.wide

            PageHeader {
                Layout.fillWidth: true
                title: NowModel.dateText

                SyncChip {
                    chipState: SyncModel.chipState
                    text: SyncModel.chipText
                    onClicked: root.syncRequested()
                }
            }
            Banner {
                Layout.fillWidth: true
                actionText: qsTr("Close")
                message: AppState.problemText
                onActed: AppState.dismissProblem()
            }
            Banner {
                Layout.fillWidth: true
                message: NowModel.longRunningText
            }
            NowStatus {
                id: status

                Layout.fillWidth: true
                compact: root.low
            }
            Item {
                Layout.fillHeight: true
            }
            Lazy {
                Layout.fillWidth: true
                active: !root.wide
                content: starter
            }
        }
        ScrollPage {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: root.wide

            Lazy {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                active: root.wide
                content: starter
            }
        }
    }
    Component {
        id: starter

        NowStarter {
            compact: root.low && !root.wide
        }
    }
}
