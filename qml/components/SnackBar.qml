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
    // A card among others instead of a bar from edge to edge.
    property bool floating: false
    // On a low and narrow screen the ways back are icons, so that it stays one row.
    property bool terse: false
    readonly property bool held: hover.hovered || undoButton.activeFocus || earlierButton.activeFocus
                                 || undoIcon.activeFocus || earlierIcon.activeFocus
                                 || closeButton.activeFocus

    signal undoRequested
    signal earlierRequested
    signal dismissed

    Accessible.name: root.message
    Accessible.role: Accessible.AlertMessage
    border.color: Theme.line
    border.width: root.floating ? Theme.hairline : 0
    color: Theme.tint
    implicitHeight: visible ? Math.max(Theme.target, flow.implicitHeight) + (root.floating ? 0 : 2 * Theme.space2) : 0
    radius: root.floating ? Theme.radius : 0
    visible: root.message.length > 0

    // What is said anew stays as long as what was said first.
    onMessageChanged: {
        if (timer.running)
            timer.restart();
    }

    Timer {
        id: timer

        interval: Theme.noticeStays
        running: root.visible && !root.held
        onTriggered: root.dismissed()
    }
    HoverHandler {
        id: hover
    }
    Hairline {
        visible: !root.floating
        width: parent.width
    }
    GridLayout {
        id: flow

        readonly property bool stacked: !root.terse && words.implicitWidth + buttons.implicitWidth + columnSpacing
                                        + anchors.leftMargin + anchors.rightMargin > root.width

        anchors.left: parent.left
        anchors.leftMargin: root.floating ? Theme.space3 : Theme.space4
        anchors.right: parent.right
        anchors.rightMargin: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.space1
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
                leftPadding: Theme.space2
                text: qsTr("Undo")
                visible: root.undoable && !root.terse
                onClicked: root.undoRequested()
            }
            IconButton {
                id: undoIcon

                glyph: Icons.undo
                text: qsTr("Undo")
                visible: root.undoable && root.terse
                onClicked: root.undoRequested()
            }
            AppButton {
                id: earlierButton

                emphasis: "plain"
                leftPadding: Theme.space2
                text: qsTr("Earlier")
                visible: root.movable && !root.terse
                onClicked: root.earlierRequested()
            }
            IconButton {
                id: earlierIcon

                glyph: Icons.history
                text: qsTr("Earlier")
                visible: root.movable && root.terse
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
