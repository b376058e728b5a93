pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Where the week stands with the lead, and Submit, which works without a network.
Card {
    id: root

    readonly property bool returned: WeekModel.state === "returned"

    border.color: root.returned ? Theme.warn : Theme.line

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2

        IconGlyph {
            Layout.alignment: Qt.AlignTop
            color: root.returned ? Theme.warn : Theme.accent
            text: root.returned ? Icons.alert : WeekModel.state === "approved" ? Icons.lock
                                                                                 : WeekModel.state === "submitted"
                                                                                   ? Icons.checkCircle : Icons.week
        }
        AppText {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            color: root.returned ? Theme.warn : Theme.ink
            font: Theme.bodyStrong
            text: WeekModel.stateText
        }
    }
    AppText {
        Layout.fillWidth: true
        text: root.returned ? qsTr("Your lead writes: %1").arg(WeekModel.approvalNote) : WeekModel.approvalNote
        visible: WeekModel.approvalNote.length > 0
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: WeekModel.stateDetail
        visible: text.length > 0
    }
    AppButton {
        Layout.fillWidth: true
        // A week without entries can be submitted; nothing asks for it.
        emphasis: WeekModel.blank && !root.returned ? "outlined" : "primary"
        glyph: Icons.send
        text: root.returned ? qsTr("Submit again") : qsTr("Submit week")
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
