pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// The way around: a bar along the bottom of a phone, a rail down the side of anything wider.
Rectangle {
    id: root

    required property string current
    required property bool upright
    property bool needsAttention: false

    signal chosen(page: string)

    readonly property var places: [
        {
            page: "now",
            text: qsTr("Now"),
            glyph: Icons.timer
        },
        {
            page: "day",
            text: qsTr("Day"),
            glyph: Icons.calendar
        },
        {
            page: "week",
            text: qsTr("Week"),
            glyph: Icons.week
        },
        {
            page: "employers",
            text: qsTr("Employers"),
            glyph: Icons.store
        },
        {
            page: "more",
            text: qsTr("More"),
            glyph: Icons.more
        }
    ]

    // Captions that do not fit are left out, all of them: the icons keep their names, and pages have titles. On a
    // narrow screen a long one takes of its neighbours' room.
    readonly property bool captioned: root.upright ? height <= 0 || root.captionedHeight <= height
                                                   : width <= 0 || root.captionedWidth(metrics.font) <= width
    readonly property real captionedHeight: grid.anchors.topMargin + (root.places.length - 1) * grid.rowSpacing
                                            + root.places.length * Math.max(Theme.bottomBar,
                                                                            Theme.iconMedium + metrics.height
                                                                            + 2 * Theme.space1 + 2 * Theme.space2)

    // Given the font they are measured in, so that they are measured again when it changes.
    function widthOf(text: string, font: font): real {
        return metrics.advanceWidth(text);
    }

    // With some air around short captions, or the row reads as a sentence when text is large.
    function captionedWidth(font: font): real {
        const least = Theme.scaled(Theme.target);
        return root.places.reduce((sum, place) => sum + Math.max(least, root.widthOf(place.text, font)),
                                  (root.places.length - 1) * grid.columnSpacing);
    }

    Accessible.name: qsTr("Pages")
    Accessible.role: Accessible.PageTabList
    color: Theme.card
    implicitHeight: grid.implicitHeight
    implicitWidth: Math.max(Theme.sideRail, grid.implicitWidth + grid.anchors.leftMargin + grid.anchors.rightMargin)

    FontMetrics {
        id: metrics

        font: Theme.labelStrong
    }
    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.line
        height: root.upright ? parent.height : Theme.hairline
        width: root.upright ? Theme.hairline : parent.width
    }
    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.leftMargin: root.upright ? Theme.space1 : 0
        anchors.right: parent.right
        anchors.rightMargin: root.upright ? Theme.space2 : 0
        anchors.top: parent.top
        anchors.topMargin: root.upright ? Theme.space3 : 0
        columnSpacing: Theme.targetGap
        columns: root.upright ? 1 : root.places.length
        rowSpacing: Theme.targetGap

        Repeater {
            model: root.places

            NavButton {
                required property var modelData

                Layout.fillWidth: true
                Layout.minimumWidth: root.upright ? 0 : Math.max(Theme.target, root.captioned ? captionWidth : 0)
                Layout.preferredWidth: root.upright ? implicitWidth : Theme.bottomBar
                captionWidth: root.widthOf(text, metrics.font)
                captioned: root.captioned
                checked: root.current === modelData.page
                glyph: modelData.glyph
                marked: modelData.page === "more" && root.needsAttention
                text: modelData.text
                onClicked: root.chosen(modelData.page)
            }
        }
    }
}
