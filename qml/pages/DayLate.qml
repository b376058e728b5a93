pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Asks why something was entered so late: one tap, or a few words, or not now.
Card {
    id: root

    visible: DayModel.lateText.length > 0

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        AppText {
            Accessible.role: Accessible.AlertMessage
            // The row's height, whatever its own was before the text grew: Qt 6.4 does not always look again.
            Layout.fillHeight: true
            Layout.fillWidth: true
            font: Theme.bodyStrong
            text: DayModel.lateText
            verticalAlignment: Text.AlignVCenter
        }
        IconButton {
            glyph: Icons.close
            text: qsTr("Answer later")
            onClicked: DayModel.giveLateReason("")
        }
    }
    ReasonChips {
        Layout.fillWidth: true
        reasons: DayModel.lateReasons
        onPicked: reason => DayModel.giveLateReason(reason)
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        TextEntry {
            id: words

            Layout.fillWidth: true
            label: qsTr("Another reason")
            placeholderText: qsTr("Another reason")
            onAccepted: DayModel.giveLateReason(text)
        }
        AppButton {
            enabled: words.text.length > 0
            text: qsTr("Keep")
            onClicked: DayModel.giveLateReason(words.text)
        }
    }
}
