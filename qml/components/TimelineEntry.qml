pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark

// One entry of the day: when, what, where, whether it counts, and whether it has left this phone. Longer entries
// are a little higher, so that the list reads as a day.
AbstractButton {
    id: root

    required property string startText
    required property string endText
    // The day of a time that is not of this one.
    required property string startDayText
    required property string endDayText
    required property string durationText
    required property int minutes
    required property string activity
    required property string placeText
    required property string verdictTime
    required property string verdictText
    required property bool running
    required property bool incomplete
    required property string syncState
    required property string syncText
    required property string accessibleText
    property bool chosen: false

    // Large text and the narrowest screens leave no room for times in a column of their own.
    readonly property bool inline: Theme.large || width < Theme.clockColumnFrom
    readonly property int timeWidth: Theme.clockColumn

    function dated(day: string, time: string): string {
        return day.length > 0 ? qsTr("%1 %2").arg(day).arg(time) : time;
    }

    Accessible.name: root.accessibleText
    Accessible.role: Accessible.Button
    Accessible.selected: root.chosen
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    bottomPadding: Theme.space3
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
                    + Theme.heightOfMinutes(root.minutes)
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    topPadding: Theme.space3

    contentItem: RowLayout {
        spacing: Theme.space3

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: true
            Layout.maximumWidth: root.timeWidth
            Layout.minimumWidth: root.timeWidth
            spacing: 0
            visible: !root.inline

            AppText {
                Accessible.ignored: true
                font: Theme.secondaryStrong
                text: root.startText
                wrapMode: Text.NoWrap
            }
            AppText {
                Accessible.ignored: true
                color: Theme.quiet
                font: Theme.labelStrong
                text: root.startDayText
                visible: text.length > 0
            }
            Item {
                Layout.fillHeight: true
            }
            AppText {
                Accessible.ignored: true
                color: Theme.quiet
                font: Theme.labelStrong
                text: root.endDayText
                visible: text.length > 0
            }
            AppText {
                Accessible.ignored: true
                color: Theme.quiet
                font: Theme.secondary
                text: root.endText
                wrapMode: Text.NoWrap
            }
        }
        TimeStripe {
            Layout.fillHeight: true
            time: root.verdictTime
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: Theme.space1

            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                font: Theme.secondaryStrong
                text: qsTr("%1 – %2 · %3").arg(root.dated(root.startDayText, root.startText)).arg(
                          root.dated(root.endDayText, root.endText)).arg(root.durationText)
                visible: root.inline
            }
            RowLayout {
                spacing: Theme.space2

                IconGlyph {
                    Layout.alignment: Qt.AlignTop
                    color: Theme.accent
                    size: Theme.iconSmall
                    text: Icons.activity(root.activity)
                }
                AppText {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    font: Theme.bodyStrong
                    text: root.text
                }
                AppText {
                    Accessible.ignored: true
                    Layout.alignment: Qt.AlignTop
                    color: root.running ? Theme.accent : Theme.ink
                    font: Theme.secondaryStrong
                    text: root.durationText
                    visible: !root.inline
                    wrapMode: Text.NoWrap
                }
            }
            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.secondary
                text: root.placeText
                visible: text.length > 0
            }
            VerdictLine {
                Layout.fillWidth: true
                sentence: root.verdictText
                time: root.verdictTime
            }
            SyncLine {
                Layout.fillWidth: true
                syncState: root.syncState
                text: root.syncText
            }
        }
    }
    background: Rectangle {
        border.color: root.chosen || root.running ? Theme.accent : root.incomplete ? Theme.warn : Theme.line
        border.width: root.chosen || root.running || root.incomplete ? Theme.selectedBorder : Theme.hairline
        color: root.chosen || root.down ? Theme.tint : Theme.card
        radius: Theme.radius

        FocusRing {
            radius: Theme.radius + Theme.space1
            shown: root.visualFocus
        }
    }
}
