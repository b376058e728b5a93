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

    signal acted

    spacing: Theme.space2

    IconGlyph {
        Layout.alignment: Qt.AlignHCenter
        color: Theme.accent
        size: Theme.iconHuge
        text: root.glyph
    }
    AppText {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        font: Theme.title
        horizontalAlignment: Text.AlignHCenter
        text: root.title
    }
    AppText {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        color: Theme.quiet
        horizontalAlignment: Text.AlignHCenter
        text: root.advice
    }
    AppButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space2
        emphasis: "primary"
        text: root.actionText
        visible: root.actionText.length > 0
        onClicked: root.acted()
    }
}
