pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// One line of a row with a small icon before it. The control around it says the words aloud.
RowLayout {
    id: root

    required property string glyph
    required property string text
    property bool warning: false
    property bool quiet: false

    readonly property color words: root.warning ? Theme.warn : root.quiet ? Theme.quiet : Theme.ink

    spacing: Theme.space2
    visible: root.text.length > 0

    IconGlyph {
        Layout.alignment: Qt.AlignTop
        color: root.warning ? Theme.warn : Theme.quiet
        size: Theme.iconSmall
        text: root.glyph
    }
    AppText {
        Accessible.ignored: true
        Layout.fillWidth: true
        color: root.words
        font: root.warning ? Theme.secondaryStrong : Theme.secondary
        text: root.text
    }
}
