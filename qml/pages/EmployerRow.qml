pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One employer of the list: who, what is next, and when this person was there last. The sync state is told while
// there is something to tell.
RecordRow {
    id: root

    required property string employerId
    required heading
    required property string name
    required property string about
    required property string lastText
    required property string visitsText
    required property string nextText
    required property string nextState
    required property bool removed
    required property string syncState
    required property string syncText

    readonly property string visitedText: root.visitsText.length > 0 ? root.lastText + " · " + root.visitsText
                                                                     : root.lastText

    Column {
        spacing: Theme.space1

        AppText {
            Accessible.ignored: true
            font: Theme.bodyStrong
            text: root.name
            width: parent.width
        }
        AppText {
            Accessible.ignored: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.about
            visible: text.length > 0
            width: parent.width
        }
        MarkedLine {
            glyph: root.nextState === "overdue" ? Icons.alert : Icons.flag
            text: root.nextText
            warning: root.nextState === "overdue"
            width: parent.width
        }
        MarkedLine {
            glyph: root.removed ? Icons.remove : Icons.history
            quiet: true
            text: root.removed ? qsTr("Not in the network any more") : root.visitedText
            width: parent.width
        }
        SyncMark {
            syncState: root.syncState
            text: root.syncText
            width: parent.width
        }
    }
}
