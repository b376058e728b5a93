pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
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

    contentItem: RowLayout {
        spacing: Theme.space3

        IconGlyph {
            color: root.warning ? Theme.warn : Theme.accent
            text: root.glyph
            visible: root.glyph.length > 0
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                text: root.text
            }
            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: root.warning ? Theme.warn : Theme.quiet
                font: Theme.secondary
                text: root.detail
                visible: text.length > 0
            }
        }
        IconGlyph {
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
