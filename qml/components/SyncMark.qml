pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Where the record of a list's row is, while that is worth saying: on this phone, or waiting for its person.
MarkedLine {
    id: root

    required property string syncState

    glyph: root.syncState === "needs_you" ? Icons.syncProblem : root.syncState === "held" ? Icons.lock
                                                                                          : Icons.cloudUpload
    quiet: true
    visible: root.syncState !== "sent" && root.text.length > 0
    warning: root.syncState === "needs_you"
}
