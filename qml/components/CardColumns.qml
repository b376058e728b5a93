pragma ComponentBehavior: Bound

import QtQuick.Layouts
import Waymark

// Columns of cards, side by side where the page is split, else one under the other.
GridLayout {
    required property bool split

    Layout.fillWidth: true
    columnSpacing: Theme.space3
    columns: split ? 2 : 1
    rowSpacing: Theme.space3
}
