pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Where one record is: on this phone, sent, or waiting for its person.
RowLayout {
    id: root

    required property string syncState
    required property string text

    spacing: Theme.space2
    visible: root.text.length > 0

    IconGlyph {
        Layout.alignment: Qt.AlignTop
        color: root.syncState === "needs_you" ? Theme.warn : Theme.quiet
        size: Theme.iconSmall
        text: root.syncState === "sent" ? Icons.cloudDone
                                        : root.syncState === "needs_you" ? Icons.syncProblem
                                                                         : root.syncState === "draft" ? Icons.edit
                                                                                                      : Icons.cloudUpload
    }
    AppText {
        Accessible.ignored: true
        Layout.fillWidth: true
        color: root.syncState === "needs_you" ? Theme.warn : Theme.quiet
        font: Theme.secondary
        text: root.text
    }
}
