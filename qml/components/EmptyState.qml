pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Nothing here yet, which is not the same as zero: says so, and what to do.
ColumnLayout {
    id: root

    required property string glyph
    required property string title
    required property string advice
    property string actionText: ""

    // How high it may be without being cut off. Words and the button come first where not all has room.
    property real room: root.parent ? root.parent.height : Infinity

    readonly property bool adorned: root.room >= Theme.iconHuge + heading.implicitHeight + what.implicitHeight
                                    + (action.visible ? action.implicitHeight : 0) + 5 * root.spacing

    signal acted

    spacing: Theme.space2

    IconGlyph {
        Layout.alignment: Qt.AlignHCenter
        color: Theme.accent
        size: Theme.iconHuge
        text: root.glyph
        visible: root.adorned
    }
    AppText {
        id: heading

        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        font: Theme.title
        horizontalAlignment: Text.AlignHCenter
        text: root.title
    }
    AppText {
        id: what

        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        color: Theme.quiet
        horizontalAlignment: Text.AlignHCenter
        text: root.advice
    }
    AppButton {
        id: action

        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: root.width
        Layout.topMargin: Theme.space2
        emphasis: "primary"
        text: root.actionText
        visible: root.actionText.length > 0
        onClicked: root.acted()
    }
}
