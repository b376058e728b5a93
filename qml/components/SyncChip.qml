pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Where the records are: on this phone, on their way, or sent. Says it in words; the icon only repeats it.
Chip {
    id: root

    required property string chipState

    glyph: {
        switch (root.chipState) {
        case "sent":
            return Icons.cloudDone;
        case "sending":
            return Icons.sync;
        case "needs_you":
            return Icons.syncProblem;
        default:
            return Icons.cloudUpload;
        }
    }
    warning: root.chipState === "needs_you"
}
