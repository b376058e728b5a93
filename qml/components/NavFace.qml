pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Icon and caption of one place; the present one has a tinted pill and stronger words, one that waits for the person
// a dot.
Item {
    id: root

    required property string glyph
    required property string text
    required property bool captioned
    // Of the words as they are when it is chosen, so that nothing moves when it is.
    required property real captionWidth
    required property bool chosen
    required property bool marked

    readonly property real captionHeight: root.captioned ? caption.implicitHeight + Theme.space1 : 0

    implicitHeight: pill.height + root.captionHeight
    implicitWidth: root.captioned ? Math.ceil(root.captionWidth) : icon.implicitWidth + 2 * Theme.space4

    Rectangle {
        id: pill

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.chosen ? Theme.tint : Theme.clear
        height: icon.implicitHeight + Theme.space1
        radius: height / 2
        width: Math.min(parent.width, icon.implicitWidth + 2 * Theme.space4)
        y: (parent.height - height - root.captionHeight) / 2

        IconGlyph {
            id: icon

            anchors.centerIn: parent
            color: root.chosen ? Theme.accent : Theme.quiet
            text: root.glyph
        }
        Rectangle {
            border.color: Theme.card
            border.width: Theme.selectedBorder
            color: Theme.warn
            height: width
            radius: width / 2
            visible: root.marked
            width: Theme.railDot
            x: icon.x + icon.width - width / 2
            y: 0
        }
    }
    Text {
        id: caption

        Accessible.ignored: true
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.chosen ? Theme.ink : Theme.quiet
        elide: Text.ElideRight
        font: root.chosen ? Theme.labelStrong : Theme.label
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        textFormat: Text.PlainText
        visible: root.captioned
        width: Math.min(implicitWidth, parent.width)
        y: pill.y + pill.height + Theme.space1
    }
}
