pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Whether the app reminds, of what, and when the day should be over.
Card {
    SwitchRow {
        Layout.fillWidth: true
        checked: SettingsModel.reminders
        explanation: qsTr("At the end of the day: what still runs, what is missing, a week that is not submitted. "
                          + "And after four hours with one entry. Never with a participant's name.")
        text: qsTr("Reminders")
        onToggled: SettingsModel.reminders = checked
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("End of the day")
        visible: SettingsModel.reminders

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.targetGap

            AppButton {
                Accessible.name: qsTr("Remind half an hour earlier")
                leftPadding: Theme.space4
                text: qsTr("−30")
                onClicked: SettingsModel.moveEndOfDay(-30)
            }
            AppText {
                Accessible.name: qsTr("End of the day at %1").arg(SettingsModel.endOfDayText)
                Layout.minimumWidth: Theme.percentField
                font: Theme.bodyStrong
                horizontalAlignment: Text.AlignHCenter
                text: SettingsModel.endOfDayText
            }
            AppButton {
                Accessible.name: qsTr("Remind half an hour later")
                leftPadding: Theme.space4
                text: qsTr("+30")
                onClicked: SettingsModel.moveEndOfDay(30)
            }
        }
    }
}
