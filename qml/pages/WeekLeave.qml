pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Leave of the week: what there is, and a small form for more. The schedule itself is the lead's.
Card {
    id: root

    property bool unfolded: false

    padding: Theme.space2
    spacing: Theme.targetGap

    LinkRow {
        Layout.fillWidth: true
        detail: WeekModel.leave.count > 0 ? "" : qsTr("None this week")
        glyph: Icons.leave
        leftPadding: Theme.space2
        text: qsTr("Leave")
        trailingGlyph: root.unfolded ? Icons.collapse : Icons.add
        onClicked: root.unfolded = !root.unfolded
    }
    Repeater {
        model: WeekModel.leave

        // Placed by hand: a row's layout in here kept the width it had before the column had its own, and put
        // "Remove" below the card.
        Item {
            id: row

            required property string dateText
            required property string hoursText
            required property string kindText
            required property string leaveId

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space2
            implicitHeight: Math.max(remove.implicitHeight, leave.implicitHeight)

            AppText {
                id: leave

                anchors.left: parent.left
                anchors.right: remove.left
                anchors.rightMargin: Theme.space2
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("%1 · %2 · %3").arg(row.dateText).arg(row.kindText).arg(row.hoursText)
            }
            AppButton {
                id: remove

                Accessible.name: qsTr("Remove leave on %1").arg(row.dateText)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                emphasis: "plain"
                text: qsTr("Remove")
                onClicked: WeekModel.removeLeave(row.leaveId)
            }
        }
    }
    NoteLine {
        Layout.bottomMargin: Theme.space2
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space2
        glyph: Icons.calendar
        text: WeekModel.scheduleDaysText.length > 0
              ? qsTr("Schedule, set by your lead: %1").arg(WeekModel.scheduleDaysText) : ""
    }
    Lazy {
        Layout.bottomMargin: Theme.space2
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space2
        active: root.unfolded


        content: LeaveForm {
            days: WeekModel.days
            errorText: WeekModel.leaveError
            kinds: WeekModel.leaveKinds
            onAdded: (dateIso, hours, kind) => {
                if (WeekModel.addLeave(dateIso, hours, kind))
                    root.unfolded = false;
            }
        }
    }
}
