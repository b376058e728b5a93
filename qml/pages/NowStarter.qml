pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Everything that starts something: up to three suggestions, the six tiles, and every other activity behind More.
ColumnLayout {
    id: root

    property bool compact: false
    // A low screen needs the room of the suggestions for the question, or for what was just done.
    property bool tight: false
    required property bool showsAll

    readonly property var given: ({
            starter: root
        })

    signal showsAllRequested(all: bool)

    spacing: Theme.targetGap

    // With the second frame; its room is kept, so that the tiles do not move then.
    Lazy {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.chipRow
        active: AppState.opened
        given: root.given
        source: Qt.resolvedUrl("NowSuggestions.qml")
        visible: !root.tight || root.showsAll
    }
    TileGrid {
        Layout.fillWidth: true
        compact: root.compact
        tiles: NowModel.tiles
        visible: !root.showsAll
        onTapped: tile => NowModel.start(tile)
    }
    Kept {
        Layout.fillWidth: true
        given: root.given
        shown: root.showsAll
        source: Qt.resolvedUrl("NowActivities.qml")
    }
}
