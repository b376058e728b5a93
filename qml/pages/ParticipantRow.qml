pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// One participant of the list: who, what is overdue or due next, and where they work.
RecordRow {
    id: root

    required property string participantId
    required property string code
    required property string aboutText
    required property string dueText
    required property string dueState
    required property string overdueText
    required property string jobText
    required property bool closed
    required property string syncState
    required property string syncText

    ColumnLayout {
        spacing: Theme.space1

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space2
            columns: Theme.large ? 1 : 2
            rowSpacing: 0

            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: root.closed ? Theme.quiet : Theme.ink
                font: Theme.bodyStrong
                text: root.code
            }
            AppText {
                Accessible.ignored: true
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: Theme.large
                color: Theme.quiet
                font: Theme.secondary
                text: root.aboutText
            }
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: Icons.alert
            text: root.overdueText
            warning: true
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: root.dueState === "none" ? Icons.check : Icons.calendar
            quiet: root.dueState === "none" || root.dueState === "upcoming"
            text: root.dueText
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: Icons.work
            quiet: true
            text: root.jobText
        }
        SyncLine {
            Layout.fillWidth: true
            syncState: root.syncState
            text: root.syncState === "sent" ? "" : root.syncText
        }
    }
}
