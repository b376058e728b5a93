pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Whether time counts, and why: a tick or a dash beside the words.
RowLayout {
    id: root

    required property string time
    required property string sentence
    property bool inverse: false
    property bool small: false
    // Takes the height of what stands beside it, and stands in the middle of that.
    property bool stretches: false

    spacing: Theme.space2
    visible: root.sentence.length > 0

    IconGlyph {
        Layout.alignment: root.stretches ? Qt.AlignVCenter : Qt.AlignTop
        color: root.inverse ? Theme.accentInk : root.time === "community" ? Theme.accent : Theme.quiet
        size: Theme.iconSmall
        text: Icons.verdict(root.time)
    }
    AppText {
        Layout.fillWidth: true
        Layout.fillHeight: root.stretches
        color: root.inverse ? Theme.accentInk : root.small ? Theme.quiet : Theme.ink
        font: Theme.secondary
        text: root.sentence
        verticalAlignment: root.stretches ? Text.AlignVCenter : Text.AlignTop
    }
}
