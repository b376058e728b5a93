pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// A row that leads somewhere: icon, what, how things stand there, and an arrow.
AbstractButton {
    id: root

    property string glyph: ""
    property string detail: ""
    property bool warning: false
    property string trailingGlyph: Icons.next

    Accessible.description: root.detail
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    bottomPadding: Theme.space3
    implicitHeight: Math.max(Theme.target + Theme.space2, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space4
    rightPadding: Theme.space3
    topPadding: Theme.space3

    contentItem: LinkFace {
        detail: root.detail
        glyph: root.glyph
        title: root.text
        trailingGlyph: root.trailingGlyph
        warning: root.warning
    }
    background: Rectangle {
        color: root.down ? Theme.tint : Theme.clear
        radius: Theme.radius

        FocusRing {
            anchors.margins: Theme.selectedBorder
            radius: Theme.radius
            shown: root.visualFocus
        }
    }
}
