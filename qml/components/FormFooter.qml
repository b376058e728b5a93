pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Below a form, always in sight: what is still missing, Cancel, and Save.
Rectangle {
    id: root

    required property bool canSave
    required property string saveText
    property string missingText: ""

    signal saved
    signal cancelled

    color: Theme.card
    implicitHeight: column.implicitHeight + 2 * Theme.space2

    Hairline {
        width: parent.width
    }
    ColumnLayout {
        id: column

        anchors.centerIn: parent
        spacing: Theme.space1
        width: Math.min(parent.width - 2 * Theme.space4, Theme.readingWidth)

        AppText {
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: root.missingText
            visible: text.length > 0
        }
        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.targetGap
            columns: Theme.large ? 1 : 2
            rowSpacing: Theme.targetGap

            AppButton {
                Layout.fillWidth: Theme.large
                emphasis: "plain"
                text: qsTr("Cancel")
                onClicked: root.cancelled()
            }
            AppButton {
                Layout.fillWidth: true
                emphasis: "primary"
                enabled: root.canSave
                text: root.saveText
                onClicked: root.saved()
            }
        }
    }
}
