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

    // By anchors: in Qt 6.4 a row's layout can keep the width it gave the suggestions before it had its own.
    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(suggestions.visible ? suggestions.implicitHeight : title.implicitHeight,
                                 more.implicitHeight)
        visible: !root.tight || root.showsAll

        Flickable {
            id: suggestions

            readonly property bool any: NowModel.nearestText.length > 0 || NowModel.suggestions.count > 0

            function reveal(chip: Item): void {
                contentX = Math.max(0, Math.min(chip.x, contentWidth - width));
            }

            Accessible.name: qsTr("Suggestions")
            Accessible.role: Accessible.List
            anchors.left: parent.left
            anchors.right: more.left
            anchors.rightMargin: Theme.targetGap
            anchors.verticalCenter: parent.verticalCenter
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: chips.height
            contentWidth: chips.width
            height: implicitHeight
            implicitHeight: chips.implicitHeight
            visible: suggestions.any && !root.showsAll

            Row {
                id: chips

                spacing: Theme.targetGap

                // Where the start's own fix says one is: it fills in the place and starts nothing.
                Chip {
                    id: nearest

                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.name: qsTr("I am here: %1").arg(NowModel.nearestText)
                    glyph: Icons.location
                    offered: true
                    text: NowModel.nearestText
                    visible: NowModel.nearestText.length > 0
                    width: Math.min(implicitWidth, Theme.suggestionWidth, suggestions.width)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            suggestions.reveal(nearest);
                    }
                    onClicked: NowModel.takeNearest()
                    onVisibleChanged: {
                        if (visible)
                            suggestions.contentX = 0;
                    }
                }
                Repeater {
                    model: NowModel.suggestions

                    Chip {
                        id: suggestion

                        required property string activity
                        required property int index
                        required property string kind
                        required text

                        // Its row is gone before it is.
                        anchors.verticalCenter: parent?.verticalCenter
                        Accessible.name: qsTr("Start %1").arg(text)
                        glyph: root.suggestionGlyph(kind, activity)
                        width: Math.min(implicitWidth, Theme.suggestionWidth, suggestions.width)
                        onActiveFocusChanged: {
                            if (activeFocus)
                                suggestions.reveal(suggestion);
                        }
                        onClicked: NowModel.startSuggestion(index)
                    }
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
