pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One place of the bottom bar or the side rail: icon and caption. The present one has a tinted pill and stronger words,
// one that waits for the person a dot.
Pressable {
    id: root

    required property string glyph
    // Of the words as they are when it is the present one, so that nothing moves when it is.
    required property real captionWidth
    property bool captioned: true
    property bool marked: false

    readonly property real captionHeight: root.captioned ? caption.implicitHeight + Theme.space1 : 0

    Accessible.description: root.marked ? qsTr("Something needs you") : ""
    Accessible.role: Accessible.PageTab
    Accessible.selected: root.checked
    implicitHeight: Math.max(Theme.bottomBar, pill.height + root.captionHeight + 2 * Theme.space2)
    implicitWidth: Math.max(Theme.bottomBar, root.captioned ? Math.ceil(root.captionWidth)
                                                            : icon.implicitWidth + 2 * Theme.space4)

    FocusRing {
        anchors.margins: Theme.space1
        radius: Theme.radius
        shown: root.visualFocus
    }
    Rectangle {
        id: pill

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.checked ? Theme.tint : Theme.clear
        height: icon.implicitHeight + Theme.space1
        radius: height / 2
        // With some air to the edge of a narrow screen.
        width: Math.min(parent.width - 2 * Theme.space1, icon.implicitWidth + 2 * Theme.space4)
        y: (parent.height - height - root.captionHeight) / 2

        IconGlyph {
            id: icon

            anchors.centerIn: parent
            color: root.checked ? Theme.accent : Theme.quiet
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
        color: root.checked ? Theme.ink : Theme.quiet
        elide: Text.ElideRight
        font: root.checked ? Theme.labelStrong : Theme.label
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        textFormat: Text.PlainText
        visible: root.captioned
        width: Math.min(implicitWidth, parent.width)
        y: pill.y + pill.height + Theme.space1
    }
}
