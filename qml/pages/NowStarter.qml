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

    signal showsAllRequested(all: bool)

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

    component Suggestion: Chip {
        required property string activity
        required property int index
        required property string kind
        required text

        Accessible.name: qsTr("Start %1").arg(text)
        glyph: root.suggestionGlyph(kind, activity)
        onClicked: {
            root.showsAllRequested(false);
            NowModel.startSuggestion(index);
        }
    }

    // By anchors: in Qt 6.4 a row's layout can keep the width it gave the suggestions before it had its own.
    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(suggestions.visible ? suggestions.implicitHeight : title.implicitHeight,
                                 more.implicitHeight)
        visible: !root.tight || root.showsAll

        Row {
            id: suggestions

            readonly property bool any: NowModel.nearestText.length > 0 || NowModel.suggestions.count > 0
            readonly property int inOneLine: suggestions.fitting(false)
            readonly property int inTwoLines: suggestions.fitting(true)
            // Only where more of them find room that way.
            readonly property bool folds: suggestions.inTwoLines > suggestions.inOneLine
            // Those that do not fit whole are under More.
            readonly property int shown: Math.max(1, suggestions.inOneLine, suggestions.inTwoLines)

            function widthOf(chip: Chip, folded: bool): real {
                return Math.min(folded ? chip.foldedWidth() : chip.implicitWidth, Theme.suggestionWidth, width);
            }

            // How many stand in the row whole, the nearest place first.
            function fitting(folded: bool): int {
                const all = nearest.shown ? [nearest] : [];
                for (let i = 0; i < offers.count; ++i)
                    all.push(offers.itemAt(i));
                let room = width;
                let count = 0;
                for (const item of all) {
                    const chip = item as Chip;
                    room -= chip ? suggestions.widthOf(chip, folded) : 0;
                    if (room < 0)
                        break;
                    room -= spacing;
                    ++count;
                }
                return count;
            }

            Accessible.name: qsTr("Suggestions")
            Accessible.role: Accessible.List
            anchors.left: parent.left
            anchors.right: more.left
            anchors.rightMargin: Theme.targetGap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.targetGap
            visible: suggestions.any && !root.showsAll

            // Where the start's own fix says one is: it fills in the place and starts nothing.
            Chip {
                id: nearest

                readonly property bool shown: NowModel.nearestText.length > 0

                anchors.verticalCenter: parent.verticalCenter
                Accessible.name: qsTr("I am here: %1").arg(NowModel.nearestText)
                glyph: Icons.location
                offered: true
                text: NowModel.nearestText
                visible: nearest.shown
                width: suggestions.widthOf(nearest, suggestions.folds)
                onClicked: NowModel.takeNearest()
            }
            Repeater {
                id: offers

                model: NowModel.suggestions

                Suggestion {
                    id: suggestion

                    // Its row is gone before it is.
                    anchors.verticalCenter: parent?.verticalCenter
                    visible: index + (nearest.shown ? 1 : 0) < suggestions.shown
                    width: suggestions.widthOf(suggestion, suggestions.folds)
                }
            }
        }
        SectionTitle {
            id: title

            anchors.left: parent.left
            anchors.right: more.left
            anchors.rightMargin: Theme.targetGap
            anchors.verticalCenter: parent.verticalCenter
            text: root.showsAll ? qsTr("Start any activity") : qsTr("Start")
            visible: !suggestions.visible
        }
        Chip {
            id: more

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            Accessible.name: root.showsAll ? qsTr("Back to the tiles") : qsTr("More activities")
            glyph: root.showsAll ? Icons.close : ""
            text: root.showsAll ? qsTr("Close") : qsTr("More")
            onClicked: root.showsAllRequested(!root.showsAll)
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
                model: root.showsAll ? NowModel.suggestions : null

                Suggestion {
                    width: Math.min(implicitWidth, all.width)
                }
            }
            Repeater {
                model: root.showsAll ? NowModel.activities : null

                Chip {
                    required property string code
                    required text

                    Accessible.name: qsTr("Start %1").arg(text)
                    glyph: Icons.activity(code)
                    width: Math.min(implicitWidth, all.width)
                    onClicked: {
                        root.showsAllRequested(false);
                        NowModel.startActivity(code);
                    }
                }
            }
        }
    }
}
