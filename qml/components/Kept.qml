pragma ComponentBehavior: Bound

import QtQuick

// A part that is made when it is first shown, and kept afterwards, out of reach of the keyboard while hidden.
Lazy {
    id: root

    required property bool shown
    property bool wanted: false

    active: root.wanted
    enabled: root.shown
    visible: root.shown
    onShownChanged: {
        if (root.shown)
            root.wanted = true;
    }
}
