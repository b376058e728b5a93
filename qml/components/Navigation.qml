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

    readonly property list<NavButton> places: [now, day, week, employers, more]

    // Captions that do not fit are left out, all of them: the icons keep their names, and pages have titles. On a
    // narrow screen a long one takes of its neighbours' room.
    readonly property bool captioned: root.upright ? height <= 0 || root.captionedHeight <= height
                                                   : width <= 0 || root.captionedWidth <= width
    readonly property real captionedWidth: now.room + day.room + week.room + employers.room + more.room
                                           + (root.places.length - 1) * grid.columnSpacing
    readonly property real captionedHeight: grid.anchors.topMargin + (root.places.length - 1) * grid.rowSpacing
                                            + root.places.length * Math.max(Theme.bottomBar,
                                                                            Theme.iconMedium + metrics.height
                                                                            + 2 * Theme.space1 + 2 * Theme.space2)

    // Given the font they are measured in, so that they are measured again when it changes.
    function widthOf(text: string, font: font): real {
        return metrics.advanceWidth(text);
    }

    Accessible.name: qsTr("Pages")
    Accessible.role: Accessible.PageTabList
    color: Theme.card
    implicitHeight: grid.implicitHeight
    implicitWidth: Math.max(Theme.sideRail, grid.implicitWidth + grid.anchors.leftMargin + grid.anchors.rightMargin)

    component Place: NavButton {
        required property string page
        // With some air around a short caption, or the row reads as a sentence when text is large.
        readonly property real room: Math.max(Theme.scaled(Theme.target), captionWidth)

        Layout.fillWidth: true
        Layout.minimumWidth: root.upright ? 0 : Math.max(Theme.target, root.captioned ? captionWidth : 0)
        Layout.preferredWidth: root.upright ? implicitWidth : Theme.bottomBar
        captionWidth: root.widthOf(text, metrics.font)
        captioned: root.captioned
        checked: root.current === page
        onClicked: root.chosen(page)
    }

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

        Place {
            id: now

            glyph: Icons.timer
            page: "now"
            text: qsTr("Now")
        }
        Place {
            id: day

            glyph: Icons.calendar
            page: "day"
            text: qsTr("Day")
        }
        Place {
            id: week

            glyph: Icons.week
            page: "week"
            text: qsTr("Week")
        }
        Place {
            id: employers

            glyph: Icons.store
            page: "employers"
            text: qsTr("Employers")
        }
        Place {
            id: more

            glyph: Icons.more
            marked: root.needsAttention
            page: "more"
            text: qsTr("More")
        }
    }
}
