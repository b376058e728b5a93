pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The three kinds of time with their patterns, words and hours: what the bars above mean.
Flow {
    id: root

    required property string communityText
    required property string onsiteText
    required property string notLoggedText
    // Until a day is over, what is scheduled and not logged is merely left of it.
    property bool isOver: true
    // What the three add up against, where there is a schedule.
    property string scheduledText: ""

    spacing: Theme.space3

    Repeater {
        model: [
            {
                time: "community",
                text: qsTr("Community %1").arg(root.communityText)
            },
            {
                time: "on_site",
                text: qsTr("On-site %1").arg(root.onsiteText)
            },
            {
                time: "not_logged",
                text: root.notLoggedText.length > 0 
                      ? (root.isOver ? qsTr("Not logged %1") : qsTr("Left today %1")).arg(root.notLoggedText) : ""
            }
        ]

        Row {
            id: key

            required property var modelData

            spacing: Theme.space2 - Theme.selectedBorder
            visible: key.modelData.text.length > 0

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                border.color: Theme.quiet
                border.width: key.modelData.time === "on_site" ? Theme.hairline : 0
                color: Theme.timeColor(key.modelData.time)
                height: Theme.keySize
                radius: Theme.radiusSmall
                width: height

                HatchFill {
                    anchors.fill: parent
                    visible: key.modelData.time === "not_logged"
                }
            }
            AppText {
                font: Theme.secondary
                text: Theme.unbroken(key.modelData.text)
                wrapMode: Text.NoWrap
            }
        }
    }
    AppText {
        color: Theme.quiet
        font: Theme.secondary
        text: Theme.unbroken(root.scheduledText)
        visible: text.length > 0
        width: Math.min(implicitWidth, root.width)
    }
}
