pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The network as a list under its head, which stays in sight; those taken out of it are behind a button at the end.
ColumnLayout {
    id: root

    property string openEmployer: ""
    readonly property real columnWidth: Math.min(width - 2 * Theme.space4, Theme.readingWidth)

    signal addRequested
    signal employerRequested(employerId: string)

    spacing: 0

    Item {
        Layout.fillWidth: true
        implicitHeight: head.implicitHeight + Theme.space2 + Theme.space3

        EmployersHead {
            id: head

            brief: root.height < Theme.compactBelow && (Theme.large || root.height < Theme.lowBelow)
            width: root.columnWidth
            x: (parent.width - width) / 2
            y: Theme.space2
            onAddRequested: root.addRequested()
        }
        Hairline {
            anchors.bottom: parent.bottom
            visible: !list.atYBeginning
            width: parent.width
        }
    }
    RecordList {
        id: list

        Accessible.name: qsTr("Employers")
        Layout.fillHeight: true
        Layout.fillWidth: true
        // What stands in for rows is no row: with large text it needs room to be scrolled to.
        bottomMargin: nothing.visible ? nothing.y + nothing.height + Theme.space4 : 0
        model: EmployersModel.rows

        delegate: EmployerRow {
            chosen: root.openEmployer.length > 0 && root.openEmployer === employerId
            columnWidth: root.columnWidth
            entry: list.entry === index
            last: index === list.count - 1
            width: list.width
            onFocused: list.positionViewAtIndex(index, ListView.Contain)
            onRequested: root.employerRequested(employerId)
            onStepped: forward => list.move(index, forward)
        }

        EmptyState {
            id: nothing

            parent: list.contentItem
            room: list.height
            actionText: qsTr("Add an employer")
            advice: EmployersModel.emptyAdvice
            anchors.horizontalCenter: parent.horizontalCenter
            glyph: Icons.store
            title: EmployersModel.emptyTitle
            visible: EmployersModel.emptyTitle.length > 0
            width: root.columnWidth
            y: Math.max(Theme.space4, (list.height - height) / 2)
            onActed: root.addRequested()
        }
    }
    Item {
        Layout.fillWidth: true
        implicitHeight: removed.implicitHeight + Theme.space1 + Theme.targetGap
        visible: EmployersModel.removedCount > 0

        Hairline {
            width: parent.width
        }
        Chip {
            id: removed

            checkable: true
            checked: EmployersModel.showRemoved
            text: qsTr("Show %n removed", "", EmployersModel.removedCount)
            x: (parent.width - root.columnWidth) / 2
            y: Theme.space1
            onToggled: EmployersModel.showRemoved = checked
        }
    }
}
