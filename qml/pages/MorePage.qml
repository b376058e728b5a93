pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Who is signed in, and the way to everything used less often; where there is room, how sync stands beside it.
ScrollPage {
    id: root

    signal pageRequested(page: string)

    splits: true

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("More")
    }
    CardColumns {
        split: root.split

        CardColumn {
            Card {
                Layout.fillWidth: true

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space3

                    IconGlyph {
                        color: Theme.accent
                        size: Theme.iconLarge
                        text: Icons.person
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        AppText {
                            Accessible.role: Accessible.Heading
                            Layout.fillWidth: true
                            font: Theme.title
                            text: AppState.personName
                        }
                        AppText {
                            Layout.fillWidth: true
                            color: Theme.quiet
                            font: Theme.secondary
                            text: AppState.agencyName
                            visible: text.length > 0
                        }
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                padding: Theme.space1
                spacing: Theme.space1

                LinkRow {
                    Layout.fillWidth: true
                    detail: qsTr("Your caseload, and what is due")
                    glyph: Icons.people
                    text: qsTr("Participants")
                    onClicked: root.pageRequested("participants")
                }
                Hairline {
                    visible: AppState.leads
                }
                LinkRow {
                    Layout.fillWidth: true
                    detail: qsTr("Your team's week, to look at")
                    glyph: Icons.team
                    text: qsTr("Team")
                    visible: AppState.leads
                    onClicked: root.pageRequested("team")
                }
                Hairline {}
                LinkRow {
                    Layout.fillWidth: true
                    detail: SyncModel.chipText
                    glyph: SyncModel.needsYouCount > 0 ? Icons.syncProblem : Icons.sync
                    text: qsTr("Sync")
                    warning: SyncModel.needsYouCount > 0
                    onClicked: root.pageRequested("sync")
                }
                Hairline {}
                LinkRow {
                    Layout.fillWidth: true
                    detail: qsTr("Theme, text size, location tags")
                    glyph: Icons.settings
                    text: qsTr("Settings")
                    onClicked: root.pageRequested("settings")
                }
                Hairline {}
                LinkRow {
                    Layout.fillWidth: true
                    glyph: Icons.keyboard
                    text: qsTr("Keyboard")
                    onClicked: root.pageRequested("keys")
                }
            }
        }
        CardColumn {
            visible: root.split

            Lazy {
                Layout.fillWidth: true
                active: root.split

                content: SyncStatus {}
            }
        }
    }
}
