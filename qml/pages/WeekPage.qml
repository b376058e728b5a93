pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The week: its share, its days, what to look at before it is submitted, leave, and the weeks before.
Item {
    id: root

    readonly property bool wide: width >= Theme.twoPanesFrom

    signal dayRequested(dateIso: string)
    signal entryRequested(dateIso: string, entryId: string)

    onVisibleChanged: {
        if (visible)
            WeekModel.refresh();
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ScrollPage {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            DateHeader {
                Layout.fillWidth: true
                isPresent: WeekModel.isThisWeek
                nextText: qsTr("The week after")
                presentText: qsTr("This week")
                previousText: qsTr("The week before")
                title: WeekModel.weekText
                onNext: WeekModel.nextWeek()
                onPresent: WeekModel.thisWeek()
                onPrevious: WeekModel.previousWeek()
            }
            WeekShare {
                Layout.fillWidth: true
            }
            WeekDays {
                Layout.fillWidth: true
                onDayRequested: dateIso => root.dayRequested(dateIso)
            }
            Lazy {
                Layout.fillWidth: true
                active: !root.wide
                content: rest
            }
        }
        ScrollPage {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: root.wide

            Lazy {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                active: root.wide
                content: rest
            }
        }
    }
    Component {
        id: rest

        ColumnLayout {
            spacing: Theme.space3

            WeekExceptions {
                Layout.fillWidth: true
                onEntryRequested: (dateIso, entryId) => root.entryRequested(dateIso, entryId)
            }
            WeekState {
                Layout.fillWidth: true
            }
            WeekLeave {
                Layout.fillWidth: true
            }
            WeekHistory {
                Layout.fillWidth: true
            }
        }
    }
}
