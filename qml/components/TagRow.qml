pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// One location tag in words, with Remove while it holds a position.
RowLayout {
    id: root

    required property string text
    required property bool hasFix
    required property string removeText

    signal removed

    spacing: Theme.space2
    visible: root.text.length > 0

    IconGlyph {
        color: root.hasFix ? Theme.accent : Theme.quiet
        size: Theme.iconSmall
        text: root.hasFix ? Icons.location : Icons.locationOff
    }
    AppText {
        Layout.fillWidth: true
        font: Theme.secondary
        text: root.text
    }
    AppButton {
        Accessible.name: root.removeText
        emphasis: "plain"
        text: qsTr("Remove")
        visible: root.hasFix
        onClicked: root.removed()
    }
}
