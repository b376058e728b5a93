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
            page: "more",
            text: qsTr("More"),
            glyph: Icons.more
        }
    ]

    Accessible.name: qsTr("Pages")
    Accessible.role: Accessible.PageTabList
    color: Theme.card
    implicitHeight: grid.implicitHeight
    implicitWidth: Math.max(Theme.sideRail, grid.implicitWidth)

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
                Layout.preferredWidth: Theme.bottomBar
                checked: root.current === modelData.page
                glyph: modelData.glyph
                marked: modelData.page === "more" && root.needsAttention
                text: modelData.text
                onClicked: root.chosen(modelData.page)
            }
        }
    }
}
