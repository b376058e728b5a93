pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// One activity to start with one tap. `lying` sets icon and words side by side, for large text on a narrow
// screen. The running one is tinted, framed, and says so.
AbstractButton {
    id: root

    required property string glyph
    property bool lying: false
    property bool compact: false

    Accessible.description: root.checked ? qsTr("Running now") : ""
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    font: Theme.secondaryStrong
    // Narrow screens are low, too: there the longest word needs the room more than the edge does.
    leftPadding: root.compact ? Theme.space1 : Theme.space2
    padding: Theme.space2
    rightPadding: leftPadding
    implicitHeight: root.lying ? Math.max(Theme.target + Theme.space2, implicitContentHeight + 2 * padding)
                               : Math.max(root.compact ? Theme.tileHeightCompact : Theme.tileHeight,
                                          implicitContentHeight + 2 * padding)
    implicitWidth: Theme.tileHeight

    contentItem: TileFace {
        compact: root.compact
        font: root.font
        glyph: root.glyph
        lying: root.lying
        text: root.text
    }
    background: Rectangle {
        border.color: root.checked ? Theme.accent : Theme.line
        border.width: root.checked ? Theme.selectedBorder : Theme.hairline
        color: root.checked || root.down ? Theme.tint : Theme.card
        radius: Theme.radius

        FocusRing {
            radius: Theme.radius + Theme.space1
            shown: root.visualFocus
        }
    }
}
