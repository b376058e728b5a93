pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One line of a list's row with a small icon before it; the row around it says the words aloud. Laid out by hand: a
// layout inside a layout keeps the height its words had at another width, when rows are used again.
Item {
    id: root

    required property string glyph
    required property string text
    property bool warning: false
    property bool quiet: false

    implicitHeight: Math.max(icon.height, words.height)
    implicitWidth: words.x + words.implicitWidth
    visible: root.text.length > 0

    IconGlyph {
        id: icon

        color: root.warning ? Theme.warn : Theme.quiet
        size: Theme.iconSmall
        text: root.glyph
    }
    AppText {
        id: words

        Accessible.ignored: true
        color: root.warning ? Theme.warn : root.quiet ? Theme.quiet : Theme.ink
        font: root.warning ? Theme.secondaryStrong : Theme.secondary
        text: root.text
        width: root.width - x
        x: Theme.iconSmall + Theme.space2
    }
}
