pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// How things stand between this phone and the server, and the button that tries now.
Card {
    id: root

    readonly property bool allSent: SyncModel.chipState === "sent"

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3

        IconGlyph {
            color: SyncModel.chipState === "needs_you" ? Theme.warn : Theme.accent
            size: Theme.iconLarge
            text: root.allSent ? Icons.cloudDone
                               : SyncModel.chipState === "needs_you" ? Icons.syncProblem : Icons.cloudUpload
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font: Theme.title
                text: SyncModel.chipText
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.secondary
                text: SyncModel.stateText
                visible: text.length > 0
            }
        }
    }
    ProgressLine {
        Layout.fillWidth: true
        description: SyncModel.progressText
        part: SyncModel.progress
        visible: SyncModel.busy
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: qsTr("You can go on working meanwhile.")
        visible: SyncModel.busy && SyncModel.progress >= 0
    }
    Banner {
        Layout.fillWidth: true
        message: SyncModel.errorText
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: qsTr("Last synced: %1").arg(SyncModel.lastSuccessText)
        visible: SyncModel.lastSuccessText.length > 0
    }
    AppButton {
        Layout.fillWidth: true
        emphasis: SyncModel.busy ? "outlined" : "primary"
        glyph: SyncModel.busy ? Icons.close : Icons.sync
        text: SyncModel.busy ? qsTr("Stop sending") : qsTr("Sync now")
        onClicked: SyncModel.busy ? SyncModel.abort() : SyncModel.syncNow()
    }
}
