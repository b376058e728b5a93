pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Shown instead of the app when its data cannot be opened: one sentence that says what to do. It reads nothing
// but what it is given.
Window {
    id: root

    required property string message

    color: Theme.page
    height: Theme.startHeight
    title: qsTr("Waymark")
    visible: true
    width: Theme.startWidth

    EmptyState {
        advice: root.message
        anchors.centerIn: parent
        glyph: Icons.alert
        title: qsTr("Waymark cannot open its data")
        width: Math.min(parent.width - 2 * Theme.space5, Theme.readingWidth)
    }
}
