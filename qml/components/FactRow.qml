pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// One fact: what it is called, and what it is.
ColumnLayout {
    id: root

    required property string label
    required property string value

    spacing: 0
    visible: root.value.length > 0

    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.label
        text: root.label
    }
    AppText {
        Layout.fillWidth: true
        font: Theme.secondary
        text: root.value
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
}
