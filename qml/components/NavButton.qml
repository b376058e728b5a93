pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// One place of the bottom bar or the side rail.
AbstractButton {
    id: root

    required property string glyph
    property bool marked: false

    Accessible.description: root.marked ? qsTr("Something needs you") : ""
    Accessible.name: root.text
    Accessible.role: Accessible.PageTab
    Accessible.selected: root.checked
    implicitHeight: Math.max(Theme.bottomBar, implicitContentHeight + 2 * Theme.space2)
    implicitWidth: Theme.bottomBar

    contentItem: NavFace {
        chosen: root.checked
        glyph: root.glyph
        marked: root.marked
        text: root.text
    }
    background: Item {
        FocusRing {
            anchors.margins: Theme.space1
            radius: Theme.radius
            shown: root.visualFocus
        }
    }
}
