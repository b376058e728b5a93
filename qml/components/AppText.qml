pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Text as people read it: wraps rather than being cut, and never reads a note as markup.
Text {
    id: root

    Accessible.name: root.text
    Accessible.role: Accessible.StaticText
    color: Theme.ink
    font: Theme.body
    linkColor: Theme.accent
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
