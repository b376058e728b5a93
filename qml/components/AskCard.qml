pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// The one question that may follow a start, answered with a tap, or not at all.
Card {
    id: root

    required property string question
    required property string detail
    required property var choices
    required property string note
    property int firstChoices: 6
    readonly property bool written: root.detail === "note"

    signal answered(code: string)
    signal noted(text: string)
    signal dismissed

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        AppText {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font: Theme.bodyStrong
            text: root.question
        }
        IconButton {
            glyph: Icons.close
            text: qsTr("Answer later")
            onClicked: root.dismissed()
        }
    }
    ChoiceFlow {
        Layout.fillWidth: true
        choices: root.choices
        firstChoices: root.firstChoices
        groupName: root.question
        kind: root.detail.endsWith("place") ? "place" : ""
        visible: !root.written
        onPicked: code => root.answered(code)
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
}
