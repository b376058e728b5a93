pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// What is probably next, as many as stand in the row whole, and More.
// By anchors: in Qt 6.4 a row's layout can keep the width it gave the suggestions before it had its own.
Item {
    id: root

    required property NowStarter starter

    implicitHeight: Math.max(suggestions.visible ? suggestions.implicitHeight : title.implicitHeight,
                             more.implicitHeight)

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
        visible: suggestions.any && !root.starter.showsAll

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

            NowSuggestion {
                id: suggestion

                // Its row is gone before it is.
                anchors.verticalCenter: parent?.verticalCenter
                starter: root.starter
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
        text: root.starter.showsAll ? qsTr("Start any activity") : qsTr("Start")
        visible: !suggestions.visible
    }
    Chip {
        id: more

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Accessible.name: root.starter.showsAll ? qsTr("Back to the tiles") : qsTr("More activities")
        glyph: root.starter.showsAll ? Icons.close : ""
        text: root.starter.showsAll ? qsTr("Close") : qsTr("More")
        onClicked: root.starter.showsAllRequested(!root.starter.showsAll)
    }
}
