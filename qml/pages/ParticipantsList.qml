pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The caseload as a list, what is due soonest first; closed cases are behind a button at the end.
ColumnLayout {
    id: root

    property string openParticipant: ""
    readonly property real columnWidth: Math.min(width - 2 * Theme.space4, Theme.readingWidth)
    readonly property bool brief: height < Theme.compactBelow && (Theme.large || height < Theme.lowBelow)

    signal addRequested
    signal backRequested
    signal participantRequested(participantId: string)

    spacing: 0

    Item {
        Layout.fillWidth: true
        implicitHeight: head.implicitHeight + Theme.space2 + Theme.space3

        ColumnLayout {
            id: head

            spacing: Theme.space2
            width: root.columnWidth
            x: (parent.width - width) / 2
            y: Theme.space2

            PageHeader {
                Layout.fillWidth: true
                backText: qsTr("Back")
                title: qsTr("Participants")
                onBackRequested: root.backRequested()

                AppButton {
                    Accessible.name: qsTr("Add a participant")
                    emphasis: "plain"
                    glyph: Icons.add
                    text: Theme.large ? "" : qsTr("Add")
                    onClicked: root.addRequested()
                }
            }
            GoalBar {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space1
                Layout.rightMargin: Theme.space1
                detail: ParticipantsModel.dueText
                goal: ParticipantsModel.most
                limit: true
                text: ParticipantsModel.caseloadText
                value: ParticipantsModel.open
                visible: !root.brief && ParticipantsModel.rows.count > 0
            }
        }
        Hairline {
            anchors.bottom: parent.bottom
            visible: !list.atYBeginning
            width: parent.width
        }
    }
    RecordList {
        id: list

        Accessible.name: qsTr("Your caseload")
        Layout.fillHeight: true
        Layout.fillWidth: true
        // What stands in for rows is no row: with large text it needs room to be scrolled to.
        bottomMargin: nothing.visible ? nothing.y + nothing.height + Theme.space4 : 0
        model: ParticipantsModel.rows

        delegate: ParticipantRow {
            chosen: root.openParticipant.length > 0 && root.openParticipant === participantId
            columnWidth: root.columnWidth
            entry: list.entry === index
            last: index === list.count - 1
            width: list.width
            onFocused: list.positionViewAtIndex(index, ListView.Contain)
            onRequested: root.participantRequested(participantId)
            onStepped: forward => list.move(index, forward)
        }

        EmptyState {
            id: nothing

            parent: list.contentItem
            room: list.height
            actionText: qsTr("Add a participant")
            advice: qsTr("Add whom you work with by initials or the agency's code: what is due then shows here.")
            anchors.horizontalCenter: parent.horizontalCenter
            glyph: Icons.people
            title: qsTr("Nobody on your caseload yet")
            visible: ParticipantsModel.empty
            width: root.columnWidth
            y: Math.max(Theme.space4, (list.height - height) / 2)
            onActed: root.addRequested()
        }
    }
    Item {
        Layout.fillWidth: true
        implicitHeight: closedCases.implicitHeight + Theme.space1 + Theme.targetGap
        visible: ParticipantsModel.closedCount > 0

        Hairline {
            width: parent.width
        }
        Chip {
            id: closedCases

            checkable: true
            checked: ParticipantsModel.showClosed
            text: qsTr("Show %n closed", "", ParticipantsModel.closedCount)
            x: (parent.width - root.columnWidth) / 2
            y: Theme.space1
            onToggled: ParticipantsModel.showClosed = checked
        }
    }
}
