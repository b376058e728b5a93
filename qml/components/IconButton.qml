pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// An icon one can press. `text` is its name for screen readers and its tool tip.
AbstractButton {
    id: root

    required property string glyph
    property bool inverse: false

    Accessible.name: root.text
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    ToolTip.delay: Theme.noticeStays / 12
    ToolTip.text: root.text
    ToolTip.visible: root.hovered && !root.down
    implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space2)
    implicitWidth: implicitHeight
    opacity: root.enabled ? 1 : Theme.faded

    contentItem: IconGlyph {
        color: root.inverse ? Theme.accentInk : Theme.ink
        text: root.glyph
    }
    background: Rectangle {
        color: root.down && !root.inverse ? Theme.tint : Theme.clear
        radius: Theme.radiusButton

        FocusRing {
            anchors.margins: 0
            inverse: root.inverse
            shown: root.visualFocus
        }
    }
}
