pragma ComponentBehavior: Bound

import QtQuick

// Where one page lives.
Kept {
    anchors.fill: parent
    stretches: true
}
