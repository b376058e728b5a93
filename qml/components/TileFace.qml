pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Icon and words of a tile: one above the other, or side by side when it lies.
Item {
    id: root

    required property font font
    required property string glyph
    required property string text
    required property bool lying
    required property bool compact

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
