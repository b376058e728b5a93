pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
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
                font: Theme.bodyStrong
                text: root.name
            }
            AppText {
                Accessible.ignored: true
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: Theme.large
                color: Theme.accent
                font: Theme.secondaryStrong
                text: root.visitsText
                visible: text.length > 0
            }
        }
        AppText {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.about
            visible: text.length > 0
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: root.nextState === "overdue" ? Icons.alert : Icons.flag
            text: root.nextText
            warning: root.nextState === "overdue"
        }
        MarkedLine {
            Layout.fillWidth: true
            glyph: root.removed ? Icons.remove : Icons.history
            quiet: true
            text: root.removed ? qsTr("Not in the network any more") : root.lastText
        }
        SyncLine {
            Layout.fillWidth: true
            syncState: root.syncState
            text: root.syncState === "sent" ? "" : root.syncText
        }
    }
}
