pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// One person's week as their lead sees it on the phone: the share and what qualifies it, the days, what to look at,
// and where the time went. The entries are on the server's pages.
PageItem {
    id: root

    property bool closable: true

    signal closed

    ScrollPage {
        about: TeamPersonModel.personId
        anchors.fill: parent

        PageHeader {
            Layout.fillWidth: true
            backText: root.closable ? qsTr("Back to the team") : ""
            title: TeamPersonModel.name
            onBackRequested: root.closed()
        }
        AppText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space1
            color: Theme.quiet
            font: Theme.secondary
            text: qsTr("%1 · %2 · %3").arg(TeamModel.weekText).arg(TeamPersonModel.stateText).arg(
                      TeamPersonModel.lastSyncText)
        }
        Banner {
            Layout.fillWidth: true
            message: TeamPersonModel.concernText
        }
        Card {
            Layout.fillWidth: true

            ShareBlock {
                Layout.fillWidth: true
                caption: qsTr("In the community")
                fraction: TeamPersonModel.bar.fraction
                hoursText: TeamPersonModel.bar.hoursText
                minimumMark: TeamPersonModel.bar.minimumMark
                recommendedMark: TeamPersonModel.bar.recommendedMark
                sentence: ""
                shareText: TeamPersonModel.bar.shareText
                standing: TeamPersonModel.bar.standing
                standingText: TeamPersonModel.bar.standingText
                visible: TeamPersonModel.emptyText.length === 0
            }
            NoteLine {
                Layout.fillWidth: true
                glyph: Icons.info
                text: TeamPersonModel.emptyText
            }
            Hairline {
                Layout.topMargin: Theme.space1
            }
            Repeater {
                model: [
                    {
                        glyph: Icons.flag,
                        text: TeamPersonModel.minimumNeededText
                    },
                    {
                        glyph: Icons.star,
                        text: TeamPersonModel.recommendedNeededText
                    },
                    {
                        glyph: Icons.info,
                        text: TeamPersonModel.strictText
                    },
                    {
                        glyph: Icons.activity("employer_visit"),
                        text: TeamPersonModel.contactsText
                    },
                    {
                        glyph: Icons.people,
                        text: TeamPersonModel.contactsDetail
                    }
                ]

                NoteLine {
                    required property var modelData

                    Layout.fillWidth: true
                    glyph: modelData.glyph
                    text: modelData.text
                }
            }
        }
        TeamPersonDays {
            Layout.fillWidth: true
        }
        Card {
            Layout.fillWidth: true
            visible: TeamPersonModel.exceptions.count > 0

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("To look at")
                topPadding: 0
            }
            Repeater {
                model: TeamPersonModel.exceptions

                NoteLine {
                    required property string code
                    required text

                    Layout.fillWidth: true
                    glyph: code === "overlap" ? Icons.overlap : code === "untagged" ? Icons.locationOff : Icons.alert
                }
            }
        }
        TeamPersonTimes {
            Layout.fillWidth: true
            rows: TeamPersonModel.activities
            title: qsTr("By activity")
        }
        TeamPersonTimes {
            Layout.fillWidth: true
            rows: TeamPersonModel.places
            title: qsTr("By place")
        }
        NoteLine {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space1
            glyph: Icons.info
            text: TeamModel.pagesText
        }
    }
}
