pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Whether what runs counts, and why: a tick or a dash beside the words. By anchors: in Qt 6.4 a row's layout can keep
// the height from before its words wrapped, and an app begun with large text cut the last line off.
Item {
    id: root

    required property string time
    required property string sentence
    // Takes the height of what stands beside it, and stands in the middle of that.
    property bool stretches: false

    implicitHeight: Math.max(mark.implicitHeight, words.implicitHeight)
    visible: root.sentence.length > 0

    IconGlyph {
        id: mark

        color: Theme.accentInk
        size: Theme.iconSmall
        text: Icons.verdict(root.time)
        y: root.stretches ? (root.height - height) / 2 : 0
    }
    AppText {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.space2
        anchors.right: parent.right
        color: Theme.accentInk
        font: Theme.secondary
        height: root.stretches ? root.height : implicitHeight
        text: root.sentence
        verticalAlignment: root.stretches ? Text.AlignVCenter : Text.AlignTop
    }
}
