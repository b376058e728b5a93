pragma ComponentBehavior: Bound

import QtQuick

// Where one page lives: made when first shown, kept afterwards, out of reach of the keyboard while hidden.
Lazy {
    id: root

    required property bool shown
    property bool wanted: false

    active: root.wanted
    anchors.fill: parent
    enabled: root.shown
    stretches: true
    visible: root.shown
    onShownChanged: {
        if (root.shown)
            root.wanted = true;
    }
}
