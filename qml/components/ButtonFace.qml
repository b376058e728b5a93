pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// What is written on a button: an icon, words, or both, in the middle of it.
Item {
    id: root

    required property color color
    required property font font
    required property string glyph
    required property string text

    implicitHeight: row.implicitHeight
    implicitWidth: row.implicitWidth

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space2
        width: Math.min(implicitWidth, parent.width)

        IconGlyph {
            Layout.alignment: Qt.AlignVCenter
            color: root.color
            text: root.glyph
            visible: root.glyph.length > 0
        }
        Text {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: root.color
            font: root.font
            horizontalAlignment: Text.AlignHCenter
            text: root.text
            textFormat: Text.PlainText
            visible: root.text.length > 0
            wrapMode: Text.Wrap
        }
    }
}
