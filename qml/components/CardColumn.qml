pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// One column of cards among others of the same width.
ColumnLayout {
    Layout.alignment: Qt.AlignTop
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    spacing: Theme.space3
}
