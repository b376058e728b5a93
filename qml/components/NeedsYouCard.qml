pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A record that two sides see differently, or that was refused: what differs side by side, and the ways to settle
// it.
Card {
    id: root

    required property string title
    required property string reasonText
    required property var fieldLabels
    required property var mineValues
    required property var theirsValues
    required property bool canKeepMine
    required property bool canKeepTheirs
    required property bool canDiscard
    required property string editId

    signal keptMine
    signal keptTheirs
    signal edited
    signal discarded

    border.color: Theme.warn

    AppText {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        font: Theme.bodyStrong
        text: root.title
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.warn
        text: root.reasonText
    }
    Repeater {
        model: root.fieldLabels.length

        ColumnLayout {
            id: field

            required property int index

            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.labelStrong
                text: root.fieldLabels[field.index]
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space3

                AppText {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    font: Theme.secondary
                    text: qsTr("Mine: %1").arg(root.mineValues[field.index])
                }
                AppText {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    font: Theme.secondary
                    text: qsTr("Theirs: %1").arg(root.theirsValues[field.index])
                }
            }
        }
    }
    Flow {
        id: ways

        Layout.fillWidth: true
        spacing: Theme.targetGap

        AppButton {
            text: qsTr("Keep mine")
            visible: root.canKeepMine
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.keptMine()
        }
        AppButton {
            text: qsTr("Keep theirs")
            visible: root.canKeepTheirs
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.keptTheirs()
        }
        AppButton {
            text: qsTr("Edit")
            visible: root.editId.length > 0
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.edited()
        }
        AppButton {
            text: qsTr("Give my change up")
            visible: root.canDiscard
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.discarded()
        }
    }
}
