pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Long work with its counts. `part` is 0–1; below 0 nobody knows yet, and then only the words are shown.
ColumnLayout {
    id: root

    required property real part
    required property string description

    Accessible.name: root.description
    Accessible.role: Accessible.ProgressBar
    spacing: Theme.space1

    Rectangle {
        Layout.fillWidth: true
        color: Theme.notLogged
        implicitHeight: Theme.space2
        radius: height / 2
        visible: root.part >= 0

        Rectangle {
            color: Theme.community
            height: parent.height
            radius: parent.radius
            width: Math.max(height, Math.min(1, root.part) * parent.width)
        }
    }
    AppText {
        Accessible.ignored: true
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: root.description
        visible: text.length > 0
    }
}
