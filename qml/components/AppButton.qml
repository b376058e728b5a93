pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// A button. `emphasis` says how loud it is: "primary" once a page, "outlined" for the rest, "plain" inside
// rows, "warn" for what takes something away. `inverse` is for the accent-coloured running card.
Button {
    id: root

    property string glyph: ""
    property string emphasis: "outlined"
    property bool inverse: false

    // What cannot be pressed now loses its colour, and stays readable.
    readonly property color fill: {
        if (root.emphasis === "primary" && !root.enabled)
            return Theme.notLogged;
        if (root.emphasis === "primary")
            return root.inverse ? Theme.accentInk : Theme.accent;
        if (root.emphasis === "outlined" && !root.inverse)
            return Theme.card;
        return Theme.clear;
    }
    readonly property color words: {
        if (!root.enabled)
            return Theme.quiet;
        if (root.emphasis === "primary")
            return root.inverse ? Theme.accent : Theme.accentInk;
        if (root.inverse)
            return Theme.accentInk;
        return root.emphasis === "warn" ? Theme.warn : Theme.accent;
    }

    Accessible.name: root.text
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    font: Theme.bodyStrong
    leftPadding: root.text.length > 0 ? (root.emphasis === "plain" ? Theme.space3 : Theme.space5) : Theme.space3
    rightPadding: root.leftPadding
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)

    contentItem: ButtonFace {
        color: root.words
        font: root.font
        glyph: root.glyph
        text: root.text
    }
    background: Rectangle {
        border.color: root.inverse ? Theme.accentInk : root.emphasis === "warn" ? Theme.warn : Theme.line
        border.width: root.emphasis === "outlined" || root.emphasis === "warn" ? Theme.hairline : 0
        color: root.down && root.emphasis !== "primary" ? Theme.tint : root.fill
        radius: Theme.radiusButton

        FocusRing {
            inverse: root.inverse
            radius: Theme.radiusButton + Theme.space1
            shown: root.visualFocus
        }
    }
}
