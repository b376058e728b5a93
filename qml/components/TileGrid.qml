pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// The tiles that start something. As many columns as there is room for words; one column of lying tiles when
// the text is large and the screen narrow.
GridLayout {
    id: root

    required property var tiles
    property bool compact: false
    property bool showsRunning: true
    readonly property int smallest: Theme.tileWidth

    signal tapped(tile: string)

    function glyphFor(tile: string): string {
        switch (tile) {
        case "participant":
            return Icons.activity("engagement");
        case "office":
            return Icons.place("program_site");
        default:
            return Icons.activity(tile);
        }
    }

    columnSpacing: Theme.targetGap + Theme.selectedBorder
    columns: Math.max(1, Math.min(3, Math.floor((width + columnSpacing) / (root.smallest + columnSpacing))))
    rowSpacing: columnSpacing

    Repeater {
        model: root.tiles

        Tile {
            required property string tile
            required property var model
            required text

            // All of a row are as high as its highest.
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.tileHeight
            checked: root.showsRunning && (model.active ?? false)
            compact: root.compact
            glyph: root.glyphFor(tile)
            lying: root.columns === 1
            onClicked: root.tapped(tile)
        }
    }
}
