pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark
import Waymark.App

// The day's timeline: entries, gaps and overlaps in the order of the clock.
ListView {
    id: root

    property string openEntry: ""
    readonly property real columnWidth: Math.min(width - 2 * Theme.space4, Theme.readingWidth)

    signal addRequested
    signal entryRequested(entryId: string)

    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: false
    model: DayModel.rows
    reuseItems: true
    spacing: Theme.targetGap

    ScrollBar.vertical: ScrollBar {
        Accessible.ignored: true
    }

    header: Item {
        implicitHeight: top.implicitHeight + Theme.space2 + Theme.space3
        width: root.width

        ColumnLayout {
            id: top

            spacing: Theme.space3
            width: root.columnWidth
            x: (parent.width - width) / 2
            y: Theme.space2

            DateHeader {
                Layout.fillWidth: true
                isPresent: DayModel.isToday
                nextText: qsTr("The day after")
                presentText: qsTr("Today")
                previousText: qsTr("The day before")
                title: DayModel.dateText
                onNext: DayModel.nextDay()
                onPresent: DayModel.today()
                onPrevious: DayModel.previousDay()
            }
            Card {
                Layout.fillWidth: true
                visible: DayModel.rows.count > 0

                TimeLegend {
                    Layout.fillWidth: true
                    communityText: DayModel.communityText
                    notLoggedText: ""
                    onsiteText: DayModel.onSiteText
                }
                AppText {
                    Layout.fillWidth: true
                    color: Theme.quiet
                    font: Theme.secondary
                    text: DayModel.scheduledText
                    visible: text.length > 0
                }
            }
        }
    }
    footer: Item {
        implicitHeight: bottom.implicitHeight + Theme.space4 + Theme.space2
        width: root.width

        ColumnLayout {
            id: bottom

            spacing: Theme.space5
            width: root.columnWidth
            x: (parent.width - width) / 2
            y: Theme.space2

            EmptyState {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space5
                advice: DayModel.isToday ? qsTr("Start something on the Now page, or add what you have already done.")
                                         : qsTr("If you worked on this day, add what you did.")
                glyph: Icons.calendar
                title: qsTr("Nothing recorded on this day")
                visible: DayModel.rows.count === 0
            }
            AppButton {
                Layout.alignment: Qt.AlignHCenter
                glyph: Icons.add
                text: qsTr("Add an entry")
                onClicked: root.addRequested()
            }
        }
    }
    delegate: DayRow {
        chosen: root.openEntry.length > 0 && root.openEntry === entryId
        columnWidth: root.columnWidth
        width: root.width
        onEntryRequested: root.entryRequested(entryId)
    }
}
