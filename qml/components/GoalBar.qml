pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// How many there are of how many there should be: the words, a bar cut into as many parts, and a line below. The
// words alone say it all.
ColumnLayout {
    id: root

    required property int value
    required property int goal
    required property string text
    required property string detail
    // Reaching the goal is no achievement but a limit.
    property bool limit: false

    readonly property bool over: root.limit && root.value > root.goal

    spacing: Theme.space2

    AppText {
        Layout.fillWidth: true
        font: Theme.bodyStrong
        text: root.text
    }
    Item {
        id: bar

        Accessible.name: root.text
        Accessible.role: Accessible.ProgressBar
        Layout.fillWidth: true
        implicitHeight: Theme.space2

        Rectangle {
            border.color: Theme.quiet
            border.width: Theme.hairline
            color: Theme.notLogged
            height: parent.height
            radius: height / 2
            width: parent.width
        }
        Rectangle {
            color: root.over ? Theme.warn : Theme.community
            height: parent.height
            radius: height / 2
            visible: root.value > 0
            width: Math.max(height, parent.width * (root.goal > 0 ? Math.min(1, root.value / root.goal) : 1))
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2
        visible: root.detail.length > 0

        IconGlyph {
            Layout.alignment: Qt.AlignTop
            color: Theme.warn
            size: Theme.iconSmall
            text: Icons.alert
            visible: root.over
        }
        AppText {
            Layout.fillWidth: true
            color: root.over ? Theme.warn : Theme.quiet
            font: Theme.secondary
            text: root.detail
        }
    }
}
