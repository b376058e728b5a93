pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Something the person should know, in one sentence that says what to do.
Rectangle {
    id: root

    required property string message
    property string actionText: ""

    signal acted

    Accessible.name: root.message
    Accessible.role: Accessible.AlertMessage
    color: Theme.warnTint
    implicitHeight: visible ? row.implicitHeight + 2 * Theme.space2 : 0
    radius: Theme.radius
    visible: root.message.length > 0

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        IconGlyph {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.space2
            color: Theme.warn
            size: Theme.iconSmall
            text: Icons.alert
        }
        AppText {
            Accessible.ignored: true
            Layout.bottomMargin: Theme.space2
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            color: Theme.warn
            font: Theme.secondaryStrong
            text: root.message
        }
        AppButton {
            emphasis: "plain"
            text: root.actionText
            visible: root.actionText.length > 0
            onClicked: root.acted()
        }
    }
}
