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
        if (part)
            root.item = part.createObject(root, root.given) as Item;
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

    Binding {
        property: "width"
        target: root.item
        value: root.width
        when: root.item !== null
    }
    Binding {
        property: "height"
        target: root.item
        value: root.height
        when: root.item !== null && root.stretches
    }
}
