pragma ComponentBehavior: Bound

import QtQuick
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

    Column {
        spacing: Theme.space1

        AppText {
            Accessible.ignored: true
            color: root.closed ? Theme.quiet : Theme.ink
            font: Theme.bodyStrong
            text: root.code
            width: parent.width
        }
        AppText {
            Accessible.ignored: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.aboutText
            width: parent.width
        }
        MarkedLine {
            glyph: Icons.alert
            text: root.overdueText
            warning: true
            width: parent.width
        }
        MarkedLine {
            glyph: root.dueState === "none" ? Icons.check : Icons.calendar
            quiet: root.dueState === "none" || root.dueState === "upcoming"
            text: root.dueText
            width: parent.width
        }
        MarkedLine {
            glyph: Icons.work
            quiet: true
            text: root.jobText
            width: parent.width
        }
        SyncMark {
            syncState: root.syncState
            text: root.syncText
            width: parent.width
        }
    }
}
