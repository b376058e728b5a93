pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// The one question that may follow a start, answered with a tap, or not at all. Where there is no room for a
// notice of its own, it also says what was just done, with the ways back.
Card {
    id: root

    required property string question
    required property string detail
    required property var choices
    required property string note
    property int firstChoices: 6
    property bool compact: false
    property bool finds: false
    property string said: ""
    property bool undoable: false
    property bool movable: false
    readonly property bool written: root.detail === "note"

    signal answered(code: string)
    signal noted(text: string)
    signal dismissed
    signal searched(words: string)
    signal undoRequested
    signal earlierRequested

    padding: root.compact ? Theme.space3 : Theme.space4
    spacing: Theme.targetGap

    AppText {
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.label
        text: root.said
        visible: text.length > 0
    }
    // By anchors: in Qt 6.4 a row's layout can keep a heading's height from before its text grew.
    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(heading.implicitHeight, ways.implicitHeight)

        AppText {
            id: heading

            Accessible.role: Accessible.Heading
            anchors.left: parent.left
            anchors.right: ways.left
            anchors.rightMargin: Theme.targetGap
            anchors.verticalCenter: parent.verticalCenter
            font: Theme.bodyStrong
            text: root.question
        }
        Row {
            id: ways

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.targetGap

            IconButton {
                glyph: Icons.undo
                text: qsTr("Undo")
                visible: root.said.length > 0 && root.undoable
                onClicked: root.undoRequested()
            }
            IconButton {
                glyph: Icons.history
                text: qsTr("Earlier")
                visible: root.said.length > 0 && root.movable
                onClicked: root.earlierRequested()
            }
            IconButton {
                glyph: Icons.close
                text: qsTr("Answer later")
                onClicked: root.dismissed()
            }
        }
    }
    ChoiceFlow {
        id: flow

        Layout.fillWidth: true
        choices: root.choices
        finds: root.finds
        firstChoices: root.firstChoices
        groupName: root.question
        kind: root.detail.endsWith("place") ? "place" : ""
        visible: !root.written
        onPicked: code => root.answered(code)
        onSearched: words => root.searched(words)
    }
    TextBlock {
        id: field

        Layout.fillWidth: true
        label: root.question
        lines: 2
        text: root.note
        visible: root.written
    }
    AppButton {
        Layout.alignment: Qt.AlignRight
        emphasis: "primary"
        text: qsTr("Keep the note")
        visible: root.written
        onClicked: root.noted(field.text)
    }
    // The next question begins folded.
    onDetailChanged: flow.unfolded = false
}
