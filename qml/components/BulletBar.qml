pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One share against two marks: a heavy one at what must be reached, a light one at what is recommended. All
// three are parts of one (0–1). `description` says the same in words.
Item {
    id: root

    required property real share
    required property real minimum
    required property real recommended
    required property string description
    property bool labelled: true

    Accessible.name: root.description
    Accessible.role: Accessible.ProgressBar
    implicitHeight: track.height + 2 * Theme.markOverhang
                    + (root.labelled ? minimumLabel.implicitHeight + Theme.space1 : 0)
    implicitWidth: Theme.tileHeight * 2

    Rectangle {
        id: track

        y: Theme.markOverhang
        color: Theme.notLogged
        height: Theme.bulletHeight
        radius: height / 2
        width: parent.width
    }
    Rectangle {
        id: fill

        color: Theme.community
        height: track.height
        radius: track.radius
        visible: root.share > 0
        width: Math.max(track.height, Math.min(1, root.share) * parent.width)
        y: track.y
    }
    Rectangle {
        id: minimumMark

        // A halo, because ink alone does not stand out from the fill of the dark theme.
        border.color: Theme.card
        border.width: Theme.hairline
        color: Theme.ink
        height: track.height + 2 * Theme.markOverhang
        width: Theme.heavyMark + 2 * Theme.hairline
        x: root.minimum * parent.width - width / 2
    }
    Rectangle {
        id: recommendedMark

        border.color: Theme.card
        border.width: Theme.hairline
        color: Theme.ink
        height: minimumMark.height
        width: Theme.lightMark + 2 * Theme.hairline
        x: root.recommended * parent.width - width / 2
    }
    Text {
        id: minimumLabel

        Accessible.ignored: true
        color: Theme.quiet
        font: Theme.label
        text: Math.round(root.minimum * 100)
        visible: root.labelled
        x: Math.min(minimumMark.x + minimumMark.width / 2 - width / 2,
                    recommendedLabel.x - width - Theme.space1)
        y: minimumMark.height + Theme.space1
    }
    Text {
        id: recommendedLabel

        Accessible.ignored: true
        color: Theme.quiet
        font: Theme.label
        text: Math.round(root.recommended * 100)
        visible: root.labelled
        x: recommendedMark.x + recommendedMark.width / 2 - width / 2
        y: minimumLabel.y
    }
}
