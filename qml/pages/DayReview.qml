pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The end of a day: what is odd about it, each a tap from where it is mended, and "Looks right".
Card {
    id: root

    readonly property bool said: DayModel.reviewState === "right"
    readonly property bool changed: DayModel.reviewState === "changed"

    signal entryRequested(entryId: string)

    padding: Theme.space3
    spacing: Theme.targetGap
    visible: DayModel.reviewState !== "none"

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2

        IconGlyph {
            Layout.alignment: Qt.AlignTop
            color: root.said || DayModel.reviewState === "fine" ? Theme.accent : Theme.warn
            text: root.said || DayModel.reviewState === "fine" ? Icons.checkCircle : Icons.alert
        }
        AppText {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font: Theme.bodyStrong
            text: DayModel.reviewText
        }
    }
    Repeater {
        model: root.said ? null : DayModel.oddities

        LinkRow {
            required property string code
            required property string entryId
            required text

            Layout.fillWidth: true
            enabled: entryId.length > 0
            leftPadding: Theme.space2
            trailingGlyph: entryId.length > 0 ? Icons.next : ""
            warning: code !== "untagged"
            onClicked: root.entryRequested(entryId)
        }
    }
    AppButton {
        Layout.fillWidth: true
        emphasis: "primary"
        glyph: Icons.check
        text: root.changed ? qsTr("Still looks right") : qsTr("Looks right")
        visible: !root.said
        onClicked: DayModel.looksRight()
    }
    AppButton {
        Layout.alignment: Qt.AlignLeft
        emphasis: "plain"
        leftPadding: Theme.space2
        text: qsTr("Look again")
        visible: root.said
        onClicked: DayModel.looksWrong()
    }
}
