pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Which day or week is shown, one step back, one step on, and the way back to the present.
RowLayout {
    id: root

    required property string title
    required property string previousText
    required property string nextText
    required property string presentText
    required property bool isPresent
    property string addText: ""

    signal previous
    signal next
    signal present
    signal add

    spacing: Theme.targetGap

    IconButton {
        Layout.leftMargin: -Theme.space3
        glyph: Icons.previous
        text: root.previousText
        onClicked: root.previous()
    }
    AppText {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        font: Theme.pageTitle
        horizontalAlignment: root.isPresent ? Text.AlignHCenter : Text.AlignLeft
        text: root.title
    }
    Chip {
        text: root.presentText
        visible: !root.isPresent
        onClicked: root.present()
    }
    IconButton {
        Layout.rightMargin: root.addText.length > 0 ? 0 : -Theme.space3
        glyph: Icons.next
        text: root.nextText
        onClicked: root.next()
    }
    IconButton {
        Layout.rightMargin: -Theme.space3
        glyph: Icons.add
        text: root.addText
        visible: root.addText.length > 0
        onClicked: root.add()
    }
}
