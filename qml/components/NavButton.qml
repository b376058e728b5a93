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

    contentItem: Item {
        implicitHeight: pill.height + caption.implicitHeight + Theme.space1
        implicitWidth: caption.implicitWidth

        Rectangle {
            id: pill

            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.accent
            border.width: 0
            color: root.checked ? Theme.tint : Theme.clear
            height: icon.implicitHeight + Theme.space1
            radius: height / 2
            width: Math.min(parent.width, icon.implicitWidth + 2 * Theme.space4)
            y: (parent.height - height - caption.implicitHeight - Theme.space1) / 2

            IconGlyph {
                id: icon

                anchors.centerIn: parent
                color: root.checked ? Theme.accent : Theme.quiet
                text: root.glyph
            }
            Rectangle {
                border.color: Theme.card
                border.width: Theme.selectedBorder
                color: Theme.warn
                height: width
                radius: width / 2
                visible: root.marked
                width: Theme.railDot
                x: icon.x + icon.width - width / 2
                y: 0
            }
        }
        Text {
            id: caption

            Accessible.ignored: true
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.checked ? Theme.ink : Theme.quiet
            elide: Text.ElideRight
            font: root.checked ? Theme.labelStrong : Theme.label
            horizontalAlignment: Text.AlignHCenter
            text: root.text
            textFormat: Text.PlainText
            width: Math.min(implicitWidth, parent.width)
            y: pill.y + pill.height + Theme.space1
        }
    }
    background: Item {
        FocusRing {
            anchors.margins: Theme.space1
            radius: Theme.radius
            shown: root.visualFocus
        }
    }
}
