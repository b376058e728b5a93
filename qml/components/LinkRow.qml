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

    // By anchors: in Qt 6.4 rows and columns of layouts that wrap words inside one another polish without end.
    contentItem: Item {
        implicitHeight: Math.max(glyph.implicitHeight, said.implicitHeight, arrow.implicitHeight)

        IconGlyph {
            id: glyph

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            color: root.warning ? Theme.warn : Theme.accent
            text: root.glyph
            visible: root.glyph.length > 0
        }
        Column {
            id: said

            anchors.left: glyph.visible ? glyph.right : parent.left
            anchors.leftMargin: glyph.visible ? Theme.space3 : 0
            anchors.right: arrow.visible ? arrow.left : parent.right
            anchors.rightMargin: arrow.visible ? Theme.space3 : 0
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                Accessible.ignored: true
                text: root.text
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
