pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// One sentence of a card with a small icon before it, so that several of them can be told apart at a glance.
RowLayout {
    id: root

    required property string glyph
    required property string text

    spacing: Theme.space2
    visible: root.text.length > 0

    IconGlyph {
        Layout.alignment: Qt.AlignTop
        size: Theme.iconSmall
        text: root.glyph
    }
    AppText {
        Layout.fillWidth: true
        font: Theme.secondary
        text: Theme.unbroken(root.text)
    }
}
