pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
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
    font: Theme.secondaryStrong
    padding: Theme.space2
    implicitHeight: root.lying ? Math.max(Theme.target + Theme.space2, implicitContentHeight + 2 * padding)
                               : Math.max(root.compact ? Theme.tileHeightCompact : Theme.tileHeight,
                                          implicitContentHeight + 2 * padding)
    implicitWidth: Theme.tileHeight

    contentItem: Item {
        implicitHeight: grid.implicitHeight
        implicitWidth: grid.implicitWidth

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            columnSpacing: Theme.space3
            columns: root.lying ? 2 : 1
            rowSpacing: root.compact ? 0 : Theme.space1

            IconGlyph {
                Layout.alignment: root.lying ? Qt.AlignLeft : Qt.AlignHCenter
                Layout.leftMargin: root.lying ? Theme.space2 : 0
                color: Theme.accent
                text: root.glyph
            }
            Text {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.ink
                elide: Text.ElideRight
                font: root.font
                horizontalAlignment: root.lying ? Text.AlignLeft : Text.AlignHCenter
                maximumLineCount: 2
                text: root.text
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
            }
        }
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
