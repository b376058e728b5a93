pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What is due now, a little of what was and of what comes, and how soon the first contacts came.
Card {
    id: root

    function glyphFor(state: string): string {
        switch (state) {
        case "met":
            return Icons.checkCircle;
        case "missed":
            return Icons.alert;
        case "open":
            return Icons.flag;
        default:
            return Icons.time;
        }
    }

    spacing: Theme.space3

    AppText {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondaryStrong
        text: qsTr("What is due")
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2
        visible: ParticipantModel.overdueText.length > 0

        IconGlyph {
            Layout.alignment: Qt.AlignTop
            color: Theme.warn
            size: Theme.iconSmall
            text: Icons.alert
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.warn
            font: Theme.bodyStrong
            text: ParticipantModel.overdueText
        }
    }
    AppText {
        Layout.fillWidth: true
        font: Theme.bodyStrong
        text: ParticipantModel.nextText
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: ParticipantModel.lastMetText
    }
    Hairline {
        visible: ParticipantModel.dues.count > 0
    }
    Repeater {
        model: ParticipantModel.dues

        RowLayout {
            id: due

            required property string text
            required property string stateText
            required property string state

            Layout.fillWidth: true
            spacing: Theme.space2

            IconGlyph {
                Layout.alignment: Qt.AlignTop
                color: due.state === "missed" ? Theme.warn : due.state === "met" ? Theme.accent : Theme.quiet
                size: Theme.iconSmall
                text: root.glyphFor(due.state)
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    color: due.state === "open" ? Theme.ink : Theme.quiet
                    font: due.state === "open" ? Theme.secondaryStrong : Theme.secondary
                    text: due.text
                }
                AppText {
                    Layout.fillWidth: true
                    color: due.state === "missed" ? Theme.warn : Theme.quiet
                    font: Theme.label
                    text: due.stateText
                }
            }
        }
    }
    Hairline {}
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.space4
        columns: Theme.large || width < Theme.twoFactsFrom ? 1 : 2
        rowSpacing: Theme.space3

        FactRow {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("First meeting with someone who can hire (within 30 days)")
            value: ParticipantModel.hiringText
        }
        FactRow {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("First contact with an employer, by either of you")
            value: ParticipantModel.employerContactText
        }
    }
}
