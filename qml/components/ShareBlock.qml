pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// The week's one number, its hours, the bullet bar and the sentence on what is still needed. Used by every page
// that speaks of a share. `compact` is for screens too low for all of it.
ColumnLayout {
    id: root

    required property string caption
    required property string shareText
    required property string hoursText
    required property real fraction
    required property real minimumMark
    required property real recommendedMark
    required property string standing
    required property string standingText
    required property string sentence
    property bool compact: false
    property bool labelled: !root.compact

    spacing: root.compact ? Theme.space1 : Theme.space2

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2
        visible: !root.compact

        FlowText {
            color: Theme.quiet
            font: Theme.secondary
            height: Math.max(implicitHeight, word.implicitHeight)
            room: root.width
            text: root.caption
            verticalAlignment: Text.AlignVCenter
        }
        StandingWord {
            id: word

            standing: root.standing
            text: root.standingText
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        AppText {
            id: number

            font: root.compact ? Theme.title : Theme.number
            rightPadding: Theme.space1
            text: root.shareText
            wrapMode: Text.NoWrap
        }
        StandingWord {
            height: number.height
            standing: root.standing
            text: root.compact ? root.standingText : ""
        }
        FlowText {
            color: Theme.quiet
            font: Theme.secondary
            // In the number's line it stands in the middle of it; in a line of its own it needs no more than itself.
            height: x > 0 ? Math.max(number.height, implicitHeight) : implicitHeight
            room: root.width
            text: Theme.unbroken(root.hoursText)
            verticalAlignment: Text.AlignVCenter
            visible: text.length > 0
        }
    }
    BulletBar {
        Layout.fillWidth: true
        description: qsTr("%1 in the community, %2").arg(root.shareText).arg(root.standingText)
        labelled: root.labelled
        minimum: root.minimumMark
        recommended: root.recommendedMark
        share: root.fraction
    }
    AppText {
        Layout.fillWidth: true
        font: Theme.secondary
        text: Theme.unbroken(root.sentence)
        visible: text.length > 0
    }
}
