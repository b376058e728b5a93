pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Whether time counts, and why: a tick or a dash beside the words.
RowLayout {
    id: root

    required property string time
    required property string sentence
    property bool small: false

    spacing: Theme.space2
    visible: root.sentence.length > 0

    IconGlyph {
        Layout.alignment: Qt.AlignTop
        color: root.time === "community" ? Theme.accent : Theme.quiet
        size: Theme.iconSmall
        text: Icons.verdict(root.time)
    }
    AppText {
        Layout.fillWidth: true
        color: root.small ? Theme.quiet : Theme.ink
        font: Theme.secondary
        text: root.sentence
    }
}
