pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Where the week stands with the lead, and Submit, which works without a network.
Card {
    id: root

    AppText {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        color: WeekModel.state === "returned" ? Theme.warn : Theme.ink
        font: Theme.bodyStrong
        text: WeekModel.stateText
    }
    AppText {
        Layout.fillWidth: true
        text: WeekModel.approvalNote
        visible: text.length > 0
    }
    AppButton {
        Layout.fillWidth: true
        emphasis: "primary"
        glyph: Icons.send
        text: qsTr("Submit week")
        visible: WeekModel.canSubmit
        onClicked: WeekModel.submit()
    }
    AppButton {
        Layout.fillWidth: true
        glyph: Icons.undo
        text: qsTr("Take it back to change it")
        visible: WeekModel.canReopen
        onClicked: WeekModel.reopen()
    }
}
