pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Everything that starts something: up to three suggestions, the six tiles, and every other activity behind More.
ColumnLayout {
    id: root

    property bool compact: false
    property bool showsAll: false

    function suggestionGlyph(kind: string, activity: string): string {
        switch (kind) {
        case "pinned":
            return Icons.pin;
        case "last":
            return Icons.history;
        default:
            return Icons.activity(activity);
        }
    }

    spacing: Theme.targetGap

    Flow {
        id: suggestions

        Layout.fillWidth: true
        spacing: Theme.targetGap
        visible: NowModel.suggestions.count > 0

        Repeater {
            model: NowModel.suggestions

            Chip {
                required property string activity
                required property int index
                required property string kind
                required text

                Accessible.name: qsTr("Start %1").arg(text)
                glyph: root.suggestionGlyph(kind, activity)
                width: Math.min(implicitWidth, suggestions.width)
                onClicked: NowModel.startSuggestion(index)
            }
        }
    }
    TileGrid {
        Layout.fillWidth: true
        compact: root.compact
        tiles: NowModel.tiles
        visible: !root.showsAll
        onTapped: tile => NowModel.start(tile)
    }
    Card {
        Layout.fillWidth: true
        visible: root.showsAll

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Start any activity")
        }
        Flow {
            id: all

            Layout.fillWidth: true
            spacing: Theme.targetGap

            Repeater {
                model: root.showsAll ? NowModel.activities : null

                Chip {
                    required property string code
                    required text

                    Accessible.name: qsTr("Start %1").arg(text)
                    glyph: Icons.activity(code)
                    width: Math.min(implicitWidth, all.width)
                    onClicked: {
                        root.showsAll = false;
                        NowModel.startActivity(code);
                    }
                }
            }
        }
    }
    AppButton {
        Layout.fillWidth: true
        glyph: root.showsAll ? Icons.collapse : Icons.more
        text: root.showsAll ? qsTr("Back to the tiles") : qsTr("More activities")
        onClicked: root.showsAll = !root.showsAll
    }
}
