pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// One place of the bottom bar or the side rail.
AbstractButton {
    id: root

    required property string glyph
    required property real captionWidth
    property bool captioned: true
    property bool marked: false

    Accessible.description: root.marked ? qsTr("Something needs you") : ""
    Accessible.name: root.text
    Accessible.role: Accessible.PageTab
    Accessible.selected: root.checked
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    implicitHeight: Math.max(Theme.bottomBar, implicitContentHeight + 2 * Theme.space2)
    implicitWidth: Math.max(Theme.bottomBar, implicitContentWidth)

    contentItem: NavFace {
        captionWidth: root.captionWidth
        captioned: root.captioned
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
