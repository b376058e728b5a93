pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// How things stand between this phone and the server, and the button that tries now.
Card {
    id: root

    readonly property bool allSent: SyncModel.chipState === "sent"

    // By anchors: in Qt 6.4 a row's layout can keep the height from before its words wrapped.
    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(glyph.implicitHeight, said.implicitHeight)

        IconGlyph {
            id: glyph

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            color: SyncModel.chipState === "needs_you" ? Theme.warn : Theme.accent
            size: Theme.iconLarge
            text: root.allSent ? Icons.cloudDone
                               : SyncModel.chipState === "needs_you" ? Icons.syncProblem : Icons.cloudUpload
        }
        Column {
            id: said

            anchors.left: glyph.right
            anchors.leftMargin: Theme.space3
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                Accessible.role: Accessible.Heading
                font: Theme.title
                text: SyncModel.chipText
                width: said.width
            }
            AppText {
                color: Theme.quiet
                font: Theme.secondary
                text: SyncModel.stateText
                visible: text.length > 0
                width: said.width
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
