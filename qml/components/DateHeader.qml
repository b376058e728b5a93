pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Which day or week is shown, one step back, one step on, and the way back to the present. Large text gets the title
// a line of its own.
GridLayout {
    id: root

    required property string title
    required property string previousText
    required property string nextText
    required property string presentText
    required property bool isPresent
    property string addText: ""

    readonly property bool large: Theme.large
    readonly property int buttonRow: root.large ? 1 : 0

    signal previous
    signal next
    signal present
    signal add

    columnSpacing: Theme.targetGap
    rowSpacing: 0

    AppText {
        Accessible.role: Accessible.Heading
        Layout.column: root.large ? 0 : 1
        Layout.columnSpan: root.large ? 5 : 1
        Layout.fillWidth: true
        Layout.row: 0
        font: Theme.pageTitle
        horizontalAlignment: root.isPresent && !root.large ? Text.AlignHCenter : Text.AlignLeft
        text: root.title
    }
    IconButton {
        Layout.column: 0
        Layout.leftMargin: -Theme.space3
        Layout.row: root.buttonRow
        glyph: Icons.previous
        text: root.previousText
        onClicked: root.previous()
    }
    Chip {
        Layout.column: 2
        Layout.row: root.buttonRow
        text: root.presentText
        visible: !root.isPresent
        onClicked: root.present()
    }
    IconButton {
        Layout.column: 3
        Layout.rightMargin: root.addText.length > 0 ? 0 : -Theme.space3
        Layout.row: root.buttonRow
        glyph: Icons.next
        text: root.nextText
        onClicked: root.next()
    }
    IconButton {
        Layout.column: 4
        Layout.rightMargin: -Theme.space3
        Layout.row: root.buttonRow
        glyph: Icons.add
        text: root.addText
        visible: root.addText.length > 0
        onClicked: root.add()
    }
}
