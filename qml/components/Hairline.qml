pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// The line between rows of a card.
Rectangle {
    Layout.fillWidth: true
    color: Theme.line
    implicitHeight: Theme.hairline
}
