pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Where one record is: on this phone, sent, or waiting for its person.
RowLayout {
    id: root

    required property string syncState
    required property string text

    function glyphFor(state: string): string {
        switch (state) {
        case "sent":
            return Icons.cloudDone;
        case "needs_you":
            return Icons.syncProblem;
        case "held":
            return Icons.lock;
        case "draft":
            return Icons.edit;
        default:
            return Icons.cloudUpload;
        }
    }

    spacing: Theme.space2
    visible: root.text.length > 0

    IconGlyph {
        Layout.alignment: Qt.AlignTop
        color: root.syncState === "needs_you" ? Theme.warn : Theme.quiet
        size: Theme.iconSmall
        text: root.glyphFor(root.syncState)
    }
    AppText {
        Accessible.ignored: true
        Layout.fillWidth: true
        color: root.syncState === "needs_you" ? Theme.warn : Theme.quiet
        font: Theme.secondary
        text: root.text
    }
}
