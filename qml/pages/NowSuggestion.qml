pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// One thing that is probably next, to start with one tap.
Chip {
    id: root

    required property NowStarter starter
    required property string activity
    required property int index
    required property string kind
    required text

    Accessible.name: qsTr("Start %1").arg(text)
    glyph: {
        switch (root.kind) {
        case "pinned":
            return Icons.pin;
        case "last":
            return Icons.history;
        default:
            return Icons.activity(root.activity);
        }
    }
    onClicked: {
        root.starter.showsAllRequested(false);
        NowModel.startSuggestion(root.index);
    }
}
