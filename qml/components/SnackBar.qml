pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// What was just done, and the way back. It stays while it is pointed at or has the focus, and takes room of its
// own instead of lying over buttons.
Rectangle {
    id: root

    required property string message
    required property bool undoable
    property bool movable: false
    readonly property bool held: hover.hovered || undoButton.activeFocus || earlierButton.activeFocus
                                 || closeButton.activeFocus

    signal undoRequested
    signal earlierRequested
    signal dismissed

    Accessible.name: root.message
    Accessible.role: Accessible.AlertMessage
    color: Theme.tint
    implicitHeight: visible ? Math.max(Theme.target, flow.implicitHeight) + 2 * Theme.space2 : 0
    visible: root.message.length > 0

    Timer {
        interval: Theme.noticeStays
        running: root.visible && !root.held
        onTriggered: root.dismissed()
    }
    HoverHandler {
        id: hover
    }
    Hairline {
        width: parent.width
    }
    GridLayout {
        id: flow

        readonly property bool stacked: words.implicitWidth + buttons.implicitWidth + Theme.space5 > root.width

        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: parent.right
        anchors.rightMargin: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        columns: stacked ? 1 : 2
        rowSpacing: 0

        AppText {
            id: words

            Accessible.ignored: true
            Layout.fillWidth: true
            Layout.topMargin: flow.stacked ? Theme.space2 : 0
            font: Theme.secondary
            text: root.message
        }
        RowLayout {
            id: buttons

            Layout.alignment: Qt.AlignRight
            spacing: Theme.targetGap

            AppButton {
                id: undoButton

                emphasis: "plain"
                text: qsTr("Undo")
                visible: root.undoable
                onClicked: root.undoRequested()
            }
            AppButton {
                id: earlierButton

                emphasis: "plain"
                text: qsTr("Earlier")
                visible: root.movable
                onClicked: root.earlierRequested()
            }
            IconButton {
                id: closeButton

                glyph: Icons.close
                text: qsTr("Close message")
                onClicked: root.dismissed()
            }
        }
    }
}
