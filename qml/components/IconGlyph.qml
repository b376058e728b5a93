pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One icon. It never carries meaning alone, so screen readers pass it by.
Text {
    id: root

    property int size: Theme.iconMedium

    Accessible.ignored: true
    color: Theme.quiet
    font.family: Theme.iconFamily
    font.pixelSize: root.size
    horizontalAlignment: Text.AlignHCenter
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
