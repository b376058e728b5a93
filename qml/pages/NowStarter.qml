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

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        ListView {
            id: suggestions

            Accessible.name: qsTr("Suggestions")
            Accessible.role: Accessible.List
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            implicitHeight: contentItem.childrenRect.height
            model: NowModel.suggestions
            orientation: ListView.Horizontal
            spacing: Theme.targetGap
            visible: count > 0 && !root.showsAll

            delegate: Chip {
                required property string activity
                required property int index
                required property string kind
                required text

                Accessible.name: qsTr("Start %1").arg(text)
                glyph: root.suggestionGlyph(kind, activity)
                width: Math.min(implicitWidth, Theme.suggestionWidth)
                onActiveFocusChanged: {
                    if (activeFocus)
                        suggestions.positionViewAtIndex(index, ListView.Contain);
                }
                onClicked: NowModel.startSuggestion(index)
            }
        }
        SectionTitle {
            Layout.fillWidth: true
            text: root.showsAll ? qsTr("Start any activity") : qsTr("Start")
            visible: !suggestions.visible
        }
        Chip {
            Accessible.name: root.showsAll ? qsTr("Back to the tiles") : qsTr("More activities")
            glyph: root.showsAll ? Icons.close : Icons.more
            text: root.showsAll ? qsTr("Close") : qsTr("More")
            onClicked: root.showsAll = !root.showsAll
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
}
