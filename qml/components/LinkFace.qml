pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The face of a LinkRow. By anchors: in Qt 6.4 rows and columns of layouts that wrap words inside one another polish
// without end.
Item {
    id: root

    required property string title
    required property string detail
    required property string glyph
    required property string trailingGlyph
    required property bool warning

    implicitHeight: Math.max(icon.implicitHeight, said.implicitHeight, arrow.implicitHeight)

    IconGlyph {
        id: icon

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: root.warning ? Theme.warn : Theme.accent
        text: root.glyph
        visible: root.glyph.length > 0
    }
    Column {
        id: said

        anchors.left: icon.visible ? icon.right : parent.left
        anchors.leftMargin: icon.visible ? Theme.space3 : 0
        anchors.right: arrow.visible ? arrow.left : parent.right
        anchors.rightMargin: arrow.visible ? Theme.space3 : 0
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            Accessible.ignored: true
            text: root.title
            width: said.width
        }
        AppText {
            Accessible.ignored: true
            color: root.warning ? Theme.warn : Theme.quiet
            font: Theme.secondary
            text: root.detail
            visible: text.length > 0
            width: said.width
        }
    }
    IconGlyph {
        id: arrow

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.trailingGlyph
        visible: root.trailingGlyph.length > 0
    }
}
