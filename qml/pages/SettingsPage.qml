pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Choices kept on this device alone, and what the app says about itself.
ScrollPage {
    id: root

    signal backRequested

    splits: true

    PageHeader {
        Layout.fillWidth: true
        backText: qsTr("Back")
        title: qsTr("Settings")
        onBackRequested: root.backRequested()
    }
    CardColumns {
        split: root.split

        CardColumn {
            Card {
                Layout.fillWidth: true
                spacing: Theme.space4

                FieldRow {
                    Layout.fillWidth: true
                    label: qsTr("Theme")

                    ChoiceFlow {
                        Layout.fillWidth: true
                        choices: SettingsModel.themes
                        groupName: qsTr("Theme")
                        onPicked: code => SettingsModel.theme = code
                    }
                }
                FieldRow {
                    Layout.fillWidth: true
                    label: qsTr("Text size")

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.targetGap

                        AppButton {
                            Accessible.name: qsTr("Smaller text")
                            enabled: SettingsModel.textSize > 100
                            leftPadding: Theme.space4
                            text: qsTr("A\u2212")
                            onClicked: SettingsModel.textSize -= 10
                        }
                        AppText {
                            Layout.minimumWidth: Theme.percentField
                            font: Theme.bodyStrong
                            horizontalAlignment: Text.AlignHCenter
                            text: qsTr("%1 %").arg(SettingsModel.textSize)
                        }
                        AppButton {
                            Accessible.name: qsTr("Larger text")
                            enabled: SettingsModel.textSize < 200
                            leftPadding: Theme.space4
                            text: qsTr("A+")
                            onClicked: SettingsModel.textSize += 10
                        }
                    }
                }
                FieldRow {
                    Layout.fillWidth: true
                    label: qsTr("Language")
                    visible: SettingsModel.languages.count > 1

                    ChoiceFlow {
                        Layout.fillWidth: true
                        choices: SettingsModel.languages
                        groupName: qsTr("Language")
                        onPicked: code => SettingsModel.language = code
                    }
                }
            }
            RemindersCard {
                Layout.fillWidth: true
            }
        }
        CardColumn {
            Card {
                Layout.fillWidth: true

                SwitchRow {
                    Layout.fillWidth: true
                    checked: SettingsModel.locationTags
                    explanation: qsTr("One position when an entry starts and one when it stops, as evidence that it was in "
                                      + "the community. Never a track, never at a home, and you can remove each of them.")
                    text: qsTr("Location tags")
                    onToggled: SettingsModel.locationTags = checked
                }
                Hairline {}
                SwitchRow {
                    Layout.fillWidth: true
                    checked: SettingsModel.wifiOnly
                    explanation: SettingsModel.wifiNote
                    text: qsTr("Sync on Wi-Fi only")
                    onToggled: SettingsModel.wifiOnly = checked
                }
            }
            AboutCard {
                Layout.fillWidth: true
            }
        }
    }
}
