pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Words among others in a Flow: as wide as they are in one line, and no wider than the room there is. Measured apart,
// because a text's own implicit width follows from the width that would follow from it.
AppText {
    id: root

    required property real room

    width: Math.min(Math.ceil(words.advanceWidth) + 1, root.room)

    TextMetrics {
        id: words

        font: root.font
        text: root.text
    }
}
