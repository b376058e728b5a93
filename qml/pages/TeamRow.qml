pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark
import Waymark.App

// One person of the team: their share with its word, what to look at, and where the week and the phone stand.
AbstractButton {
    id: root

    required property string name
    required property string shareText
    required property string hoursText
    required property real fraction
    required property string standing
    required property string standingText
    required property string emptyText
    // The same, unless it is among the concerns.
    required property string missingText
    required property string concernText
    required property string contactsText
    required property string state
    required property string stateText
    required property string lastSyncText
    property bool chosen: false

    function glyphFor(state: string): string {
        switch (state) {
        case "approved":
            return Icons.lock;
        case "submitted":
            return Icons.checkCircle;
        case "returned":
            return Icons.undo;
        default:
            return Icons.week;
        }
    }

    Accessible.role: Accessible.Button
    Accessible.selected: root.chosen
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space3

    contentItem: ColumnLayout {
        spacing: Theme.space1

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            AppText {
                Accessible.ignored: true
                font: Theme.bodyStrong
                text: root.name
                // In the middle of the word beside it, which stands in a frame.
                topPadding: Theme.selectedBorder
                width: Math.min(implicitWidth, root.availableWidth)
            }
            StandingWord {
                standing: root.standing
                text: root.emptyText.length > 0 ? "" : root.standingText
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2
            visible: root.emptyText.length === 0

            AppText {
                Accessible.ignored: true
                font: Theme.bodyStrong
                text: root.shareText
                wrapMode: Text.NoWrap
            }
            AppText {
                Accessible.ignored: true
                color: Theme.quiet
                font: Theme.secondary
                text: Theme.unbroken(root.hoursText)
                width: Math.min(implicitWidth, root.availableWidth)
            }
        }
        BulletBar {
            Accessible.ignored: true
            Layout.fillWidth: true
            description: root.Accessible.name
            labelled: false
            minimum: TeamModel.bar.minimumMark
            recommended: TeamModel.bar.recommendedMark
            share: root.fraction
            visible: root.emptyText.length === 0
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: Icons.info
            text: root.missingText
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: Icons.alert
            text: root.concernText
            warning: true
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: root.glyphFor(root.state)
            quiet: true
            text: qsTr("%1 · %2").arg(root.stateText).arg(root.contactsText)
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: Icons.sync
            quiet: true
            text: root.lastSyncText
        }
    }
    background: Rectangle {
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: root.chosen ? Theme.selectedBorder : Theme.hairline
        color: root.chosen || root.down ? Theme.tint : Theme.card
        radius: Theme.radius

        FocusRing {
            radius: Theme.radius + Theme.space1
            shown: root.visualFocus
        }
    }
}
