pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Whose phone this is, which version runs, where its data lies, and what it is built from.
Card {
    id: root

    property bool unfolded: false

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("This device")
        topPadding: 0
    }
    Repeater {
        model: [
            {
                label: qsTr("Name of this phone"),
                value: SettingsModel.deviceText
            },
            {
                label: qsTr("Person"),
                value: AppState.personName
            },
            {
                label: qsTr("Agency"),
                value: AppState.agencyName
            },
            {
                label: qsTr("Last synced"),
                value: SyncModel.lastSuccessText
            },
            {
                label: qsTr("Server"),
                value: AppState.serverText
            },
            {
                label: qsTr("Version"),
                value: SettingsModel.versionText
            },
            {
                label: qsTr("Data"),
                value: SettingsModel.dataText
            }
        ]

        FactRow {
            required property var modelData

            Layout.fillWidth: true
            label: modelData.label
            value: modelData.value
        }
    }
    AppButton {
        emphasis: "plain"
        leftPadding: 0
        glyph: root.unfolded ? Icons.collapse : Icons.expand
        text: qsTr("Licenses")
        onClicked: root.unfolded = !root.unfolded
    }
    Repeater {
        model: root.unfolded ? SettingsModel.licences : null

        FactRow {
            required property string licence
            required property string name
            required property string use

            Layout.fillWidth: true
            label: qsTr("%1 · %2").arg(name).arg(licence)
            value: use
        }
    }
}
