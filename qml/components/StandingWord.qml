pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Below, Meets minimum, Recommended or Too little data: the word, and a tint that repeats it.
Item {
    id: root

    required property string standing
    required property string text

    implicitHeight: pill.height
    implicitWidth: pill.width
    visible: root.text.length > 0

    Rectangle {
        id: pill

        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.line
        border.width: root.standing === "below" || root.standing === "recommended" ? 0 : Theme.hairline
        color: root.standing === "below" ? Theme.warnTint
                                         : root.standing === "recommended" ? Theme.tint : Theme.card
        height: words.implicitHeight + Theme.space2
        radius: Math.min(Theme.radiusChip, height / 2)
        width: words.implicitWidth + 2 * Theme.space3

        AppText {
            id: words

            anchors.centerIn: parent
            color: root.standing === "below" ? Theme.warn
                                             : root.standing === "recommended" ? Theme.accent : Theme.ink
            font: Theme.labelStrong
            text: root.text
            wrapMode: Text.NoWrap
        }
    }
}
