pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The day so far, on a screen with room for it.
Card {
    id: root

    required property NowPage page

    padding: Theme.space2
    spacing: Theme.targetGap

    SectionTitle {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        text: qsTr("Today so far")
    }
    Repeater {
        model: NowModel.today

        TodayRow {
            required property string entryId
            required property string title
            required accessibleText
            required activity
            required durationText
            required placeText
            required running
            required timeText
            required verdictTime

            Layout.fillWidth: true
            text: title
            onClicked: root.page.entryRequested(entryId)
        }
    }
    AppText {
        Layout.bottomMargin: Theme.space2
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space2
        color: Theme.quiet
        font: Theme.secondary
        text: qsTr("Nothing yet. What you start shows here.")
        visible: NowModel.today.count === 0
    }
}
