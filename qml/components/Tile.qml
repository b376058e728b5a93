pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One activity to start with one tap: an icon above its words. `lying` sets them side by side, for large text on a
// narrow screen. The running one is tinted, framed, and says so.
Pressable {
    id: root

    required property string glyph
    property bool lying: false
    property bool compact: false

    // Narrow screens are low, too: there the longest word needs the room more than the edge does.
    readonly property int side: root.lying ? Theme.space4 : root.compact ? Theme.space1 : Theme.space2
    readonly property int gap: root.lying ? Theme.space3 : root.compact ? 0 : Theme.space1
    readonly property int least: root.lying ? Theme.target + Theme.space2
                                            : root.compact ? Theme.tileHeightCompact : Theme.tileHeight
    readonly property real faceHeight: root.lying ? Math.max(icon.height, words.height)
                                                  : icon.height + root.gap + words.height

    Accessible.description: root.checked ? qsTr("Running now") : ""
    implicitHeight: Math.max(root.least, root.faceHeight + 2 * Theme.space2)
    implicitWidth: Theme.tileHeight

    Rectangle {
        anchors.fill: parent
        border.color: root.checked ? Theme.accent : Theme.line
        border.width: root.checked ? Theme.selectedBorder : Theme.hairline
        color: root.checked || root.down ? Theme.tint : Theme.card
        radius: Theme.radius

        FocusRing {
            radius: Theme.radius + Theme.space1
            shown: root.visualFocus
        }
    }
    IconGlyph {
        id: icon

        color: Theme.accent
        text: root.glyph
        x: root.lying ? root.side : (root.width - width) / 2
        y: (root.height - (root.lying ? height : root.faceHeight)) / 2
    }
    Text {
        id: words

        Accessible.ignored: true
        color: Theme.ink
        elide: Text.ElideRight
        font: Theme.secondaryStrong
        horizontalAlignment: root.lying ? Text.AlignLeft : Text.AlignHCenter
        maximumLineCount: 2
        text: root.text
        textFormat: Text.PlainText
        width: root.width - x - root.side
        wrapMode: Text.Wrap
        x: root.lying ? icon.x + icon.width + root.gap : root.side
        y: root.lying ? (root.height - height) / 2 : icon.y + icon.height + root.gap
    }
}
