pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Which day or week is shown, one step back, one step on, and the way back to the present. Large text, a word that
// would be broken, or a third line gets the title a line of its own.
Item {
    id: root

    required property string title
    required property string previousText
    required property string nextText
    required property string presentText
    required property bool isPresent
    property string addText: ""

    readonly property real room: root.width + 2 * root.overhang - leftward.width - rightward.width - 2 * Theme.targetGap
    readonly property bool large: Theme.large || words.implicitWidth > root.room || narrow.lineCount > 2
    // Arrows reach into the margin, so that what they show lines up with the page's edge.
    readonly property int overhang: Theme.space3

    signal previous
    signal next
    signal present
    signal add

    implicitHeight: root.large ? title.implicitHeight + rightward.implicitHeight
                               : Math.max(rightward.implicitHeight, title.implicitHeight)
    implicitWidth: Theme.formWidth

    // Each in a line of its own: as wide as the widest, which is not always the one with most letters.
    AppText {
        id: words

        font: title.font
        text: root.title.replace(/ /g, "\n")
        visible: false
        wrapMode: Text.NoWrap
    }
    // As it stands between the arrows.
    AppText {
        id: narrow

        font: title.font
        text: root.title
        visible: false
        width: Math.max(0, root.room)
    }
    AppText {
        id: title

        Accessible.role: Accessible.Heading
        font: Theme.pageTitle
        horizontalAlignment: root.isPresent && !root.large ? Text.AlignHCenter : Text.AlignLeft
        text: root.title
        width: root.large ? root.width : root.room
        x: root.large ? 0 : leftward.x + leftward.width + Theme.targetGap
        y: root.large ? 0 : (root.height - height) / 2
    }
    IconButton {
        id: leftward

        glyph: Icons.previous
        text: root.previousText
        x: -root.overhang
        y: root.height - (root.large ? height : (root.height + height) / 2)
        onClicked: root.previous()
    }
    Row {
        id: rightward

        spacing: Theme.targetGap
        x: root.width - width + root.overhang
        y: root.height - (root.large ? height : (root.height + height) / 2)

        Chip {
            text: root.presentText
            visible: !root.isPresent
            onClicked: root.present()
        }
        IconButton {
            glyph: Icons.next
            text: root.nextText
            onClicked: root.next()
        }
        IconButton {
            glyph: Icons.add
            text: root.addText
            visible: root.addText.length > 0
            onClicked: root.add()
        }
    }
}
