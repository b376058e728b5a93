pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The week: its share, its days, what to look at before it is submitted, leave, and the weeks before.
PageItem {
    id: root

    readonly property bool wide: width >= Theme.twoPanesFrom

    signal dayRequested(dateIso: string)
    signal entryRequested(dateIso: string, entryId: string)

    // A week that came back is what one opens the page for.
    readonly property bool stateFirst: WeekModel.state === "returned"

    Binding {
        property: "visible"
        target: WeekModel
        value: root.visible && Application.state !== Qt.ApplicationSuspended
               && Application.state !== Qt.ApplicationHidden
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
            Lazy {
                Layout.fillWidth: true
                active: root.stateFirst

                content: WeekState {}
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
                visible: !root.stateFirst
            }
            WeekLeave {
                Layout.fillWidth: true
            }
            WeekHistory {
                Layout.fillWidth: true
                visible: WeekModel.hasPreviousWeeks
            }
        }
    }
}
