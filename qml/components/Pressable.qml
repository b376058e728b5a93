pragma ComponentBehavior: Bound

import QtQuick

// What one presses with a finger, a mouse, the keyboard or a screen reader, without a look of its own. The buttons of
// the first frame are made of it, everything else of the toolkit's AbstractButton: its controls take longer to load
// than all of that frame, and so they follow with the second.
Item {
    id: root

    property string text: ""
    property bool checked: false

    readonly property bool down: finger.pressed || root.held
    // Focused with the keyboard, or by what acts as one: a ring shows where.
    readonly property bool visualFocus: root.activeFocus && !root.tapped
    property bool held: false
    property bool tapped: false

    signal clicked

    Accessible.focusable: true
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Space;
        if (event.accepted && !event.isAutoRepeat)
            root.held = true;
    }
    Keys.onReleased: event => {
        event.accepted = event.key === Qt.Key_Space;
        if (!event.accepted || event.isAutoRepeat || !root.held)
            return;
        root.held = false;
        root.clicked();
    }
    Keys.onReturnPressed: root.clicked()
    activeFocusOnTab: true
    onActiveFocusChanged: root.held = false
    // The window that comes back to the front gives the focus back, which is no key.
    onFocusChanged: root.tapped = root.tapped && root.focus

    TapHandler {
        id: finger

        // A finger may slide on it, and stay as long as it likes: what counts is where it is lifted.
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 86400
        onTapped: {
            root.tapped = true;
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.clicked();
        }
    }
}
