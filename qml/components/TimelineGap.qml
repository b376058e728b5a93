pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Time between two entries that nobody logged. One tap opens the tiles, a second one fills it.
Item {
    id: root

    required property string startText
    required property string endText
    required property string durationText
    required property string accessibleText
    required property var tiles
    property bool unfolded: false

    signal filled(tile: string)
    signal moreRequested

    Accessible.name: root.accessibleText
    Accessible.role: Accessible.Grouping
    implicitHeight: column.implicitHeight + 2 * Theme.space2

    DashedFrame {
        anchors.fill: parent
    }
    // The whole gap can be tapped; its button says so.
    TapHandler {
        enabled: !root.unfolded
        onTapped: root.unfolded = true
    }
    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.space3
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space3
            columns: Theme.large ? 1 : 3

            HatchFill {
                Layout.preferredHeight: Theme.chipHeight
                Layout.preferredWidth: Theme.space2
                visible: !Theme.large
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    font: Theme.secondaryStrong
                    text: qsTr("Not logged · %1").arg(root.durationText)
                }
                AppText {
                    Layout.fillWidth: true
                    color: Theme.quiet
                    font: Theme.secondary
                    text: qsTr("%1 – %2").arg(root.startText).arg(root.endText)
                }
            }
            AppButton {
                Accessible.description: root.accessibleText
                emphasis: "plain"
                glyph: root.unfolded ? Icons.collapse : Icons.add
                text: root.unfolded ? qsTr("Leave it") : qsTr("Fill")
                onClicked: root.unfolded = !root.unfolded
            }
        }
        Lazy {
            Layout.bottomMargin: Theme.space1
            Layout.fillWidth: true
            active: root.unfolded

            content: ColumnLayout {
                spacing: Theme.targetGap

                TileGrid {
                    Layout.fillWidth: true
                    compact: true
                    showsRunning: false
                    tiles: root.tiles
                    onTapped: tile => {
                        root.unfolded = false;
                        root.filled(tile);
                    }
                }
                AppButton {
                    Layout.fillWidth: true
                    glyph: Icons.edit
                    text: qsTr("Something else")
                    onClicked: root.moreRequested()
                }
            }
        }
    }
}
