pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What waits on this phone, how sending goes, and what needs a decision, which stands beside the rest where there is
// room. Nothing here is needed to go on working.
ScrollPage {
    id: root

    signal backRequested
    signal entryRequested(entryId: string)

    splits: SyncModel.needsYou.count > 0

    PageHeader {
        Layout.fillWidth: true
        backText: qsTr("Back")
        title: qsTr("Sync")
        onBackRequested: root.backRequested()
    }
    CardColumns {
        split: root.split

        CardColumn {
            SyncStatus {
                Layout.fillWidth: true
            }
            Lazy {
                Layout.fillWidth: true
                active: !root.split && SyncModel.needsYou.count > 0
                content: needsYou
            }
            Card {
                Layout.fillWidth: true
                padding: Theme.space2
                spacing: 0
                visible: SyncModel.waitingCount > 0

                SectionTitle {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.space2
                    text: qsTr("On this phone, oldest first")
                }
                Repeater {
                    model: SyncModel.waiting

                    // A positioner: a layout of Qt 6.4 keeps the heights its rows had when the page was wider.
                    Column {
                        id: waiting

                        required property string sinceText
                        required property string text

                        Layout.bottomMargin: Theme.space2
                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.space2
                        Layout.rightMargin: Theme.space2
                        Layout.topMargin: Theme.space2

                        AppText {
                            text: waiting.text
                            width: parent.width
                        }
                        AppText {
                            color: Theme.quiet
                            font: Theme.secondary
                            text: waiting.sinceText
                            width: parent.width
                        }
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space4
                color: Theme.quiet
                font: Theme.secondary
                text: SyncModel.moreWaitingText
                visible: text.length > 0
            }
            Card {
                Layout.fillWidth: true
                visible: SyncModel.waitingCount > 0 || SyncModel.exportText.length > 0

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("No network for days? Save what is unsent to a file and hand it to your admin.")
                }
                AppButton {
                    Layout.fillWidth: true
                    glyph: Icons.exportFile
                    text: qsTr("Save the unsent to a file")
                    onClicked: SyncModel.exportUnsent("")
                }
                AppText {
                    Layout.fillWidth: true
                    color: Theme.quiet
                    font: Theme.secondary
                    text: SyncModel.exportText
                    visible: text.length > 0
                }
            }
        }
        Lazy {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            active: root.split
            content: needsYou
        }
    }
    Component {
        id: needsYou

        ColumnLayout {
            spacing: Theme.space3

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("Needs you")
            }
            Repeater {
                model: SyncModel.needsYou

                NeedsYouCard {
                    required property int index
                    required canDiscard
                    required canKeepMine
                    required canKeepTheirs
                    required editId
                    required fieldLabels
                    required mineFrom
                    required mineValues
                    required othersText
                    required reasonText
                    required theirsFrom
                    required theirsValues
                    required title

                    Layout.fillWidth: true
                    onDiscarded: SyncModel.discard(index)
                    onEdited: root.entryRequested(editId)
                    onKeptMine: SyncModel.keepMine(index)
                    onKeptTheirs: SyncModel.keepTheirs(index)
                }
            }
        }
    }
}
