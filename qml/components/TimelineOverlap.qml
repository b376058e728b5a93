pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Two entries that cover the same time, and the three ways to settle it.
Rectangle {
    id: root

    required property string startText
    required property string endText
    required property string durationText
    required property string accessibleText
    property bool asksReason: false
    property bool reasonMissing: false

    signal trimEarlier
    signal trimThis
    signal keepBoth(reason: string)

    Accessible.name: root.accessibleText
    Accessible.role: Accessible.Grouping
    border.color: Theme.warn
    border.width: Theme.selectedBorder
    color: Theme.warnTint
    implicitHeight: column.implicitHeight + 2 * Theme.space3
    radius: Theme.radius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.space3
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space2

            IconGlyph {
                Layout.alignment: Qt.AlignTop
                color: Theme.warn
                size: Theme.iconSmall
                text: Icons.overlap
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.warn
                font: Theme.secondaryStrong
                text: qsTr("Two entries overlap %1 – %2 · %3").arg(root.startText).arg(root.endText).arg(root.durationText)
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.targetGap

            Chip {
                text: qsTr("Trim the earlier one")
                onClicked: root.trimEarlier()
            }
            Chip {
                text: qsTr("Trim the later one")
                onClicked: root.trimThis()
            }
            Chip {
                text: qsTr("Keep both")
                onClicked: root.asksReason = true
            }
        }
        FieldRow {
            Layout.fillWidth: true
            errorText: root.reasonMissing ? qsTr("Write in a few words why both are right.") : ""
            label: qsTr("Why are both right?")
            visible: root.asksReason

            TextEntry {
                id: reason

                Layout.fillWidth: true
                label: qsTr("Why are both right?")
                wrong: root.reasonMissing
                onAccepted: root.keepBoth(text)
            }
            AppButton {
                Layout.fillWidth: true
                text: qsTr("Keep both with this reason")
                onClicked: root.keepBoth(reason.text)
            }
        }
    }
}
