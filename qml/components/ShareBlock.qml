pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// The week's one number, its hours, the bullet bar and the sentence on what is still needed. Used by every page
// that speaks of a share.
ColumnLayout {
    id: root

    required property string shareText
    required property string hoursText
    required property real fraction
    required property real minimumMark
    required property real recommendedMark
    required property string standing
    required property string standingText
    required property string sentence

    spacing: Theme.space2

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space3

        AppText {
            id: number

            font: Theme.number
            lineHeight: 0.9
            text: root.shareText
        }
        AppText {
            color: Theme.quiet
            font: Theme.secondary
            height: Math.max(implicitHeight, Math.min(number.height, number.implicitHeight))
            text: root.hoursText
            verticalAlignment: Text.AlignVCenter
            width: Math.min(implicitWidth, root.width)
        }
        StandingWord {
            height: number.height
            standing: root.standing
            text: root.standingText
        }
    }
    BulletBar {
        Layout.fillWidth: true
        description: qsTr("%1 in the community, %2").arg(root.shareText).arg(root.standingText)
        minimum: root.minimumMark
        recommended: root.recommendedMark
        share: root.fraction
    }
    AppText {
        Layout.fillWidth: true
        font: Theme.secondary
        text: root.sentence
    }
}
