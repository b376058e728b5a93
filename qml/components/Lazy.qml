pragma ComponentBehavior: Bound

import QtQuick

// A part of a page that is made only while it is wanted. Loader would do, but Qt 6.4's refuses components that are
// bound to their surroundings. The part gets this item's width, and its height too when `stretches`.
// With `source`, the address of a file, the part's types too are loaded only then; `given` are its first properties.
Item {
    id: root

    default property Component content: null
    property url source: ""
    property var given: ({})
    property bool active: true
    property bool stretches: false
    property Item item: null
    property bool ready: false

    function refresh(): void {
        if (root.item) {
            root.item.visible = false;
            root.item.destroy();
            root.item = null;
        }
        if (!root.ready || !root.active)
            return;
        const part = String(root.source).length > 0 ? Qt.createComponent(root.source) : root.content;
        const made = part ? part.createObject(root, root.given) as Item : null;
        if (!made)
            return;
        made.anchors.left = root.left;
        made.anchors.right = root.right;
        if (root.stretches) {
            made.anchors.top = root.top;
            made.anchors.bottom = root.bottom;
        }
        root.item = made;
    }

    implicitHeight: root.item ? root.item.implicitHeight : 0
    implicitWidth: root.item ? root.item.implicitWidth : 0
    visible: root.active
    onActiveChanged: root.refresh()
    onContentChanged: root.refresh()
    onSourceChanged: root.refresh()
    Component.onCompleted: {
        root.ready = true;
        root.refresh();
    }
}
