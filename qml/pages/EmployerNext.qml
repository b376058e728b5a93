pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The next step with this employer: its words and its day. A day is one tap, and so is done.
Card {
    id: root

    property bool writing: false
    property bool choosingDay: false
    readonly property bool overdue: EmployerModel.nextStepState === "overdue"
    readonly property bool none: EmployerModel.nextStepState === "none"

    spacing: Theme.space3

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            AppText {
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.secondaryStrong
                text: qsTr("Next step")
            }
            AppText {
                Layout.fillWidth: true
                color: root.overdue ? Theme.warn : root.none ? Theme.quiet : Theme.ink
                font: root.none ? Theme.body : Theme.bodyStrong
                text: root.none ? qsTr("None yet: say what you will do, and when.") : EmployerModel.nextStepText
            }
        }
        IconButton {
            Layout.alignment: Qt.AlignTop
            glyph: Icons.edit
            text: qsTr("Write the next step")
            onClicked: root.writing = !root.writing
        }
    }
    TextEntry {
        id: words

        Layout.fillWidth: true
        label: qsTr("Next step")
        placeholderText: qsTr("Bring two résumés")
        text: EmployerModel.nextStep
        visible: root.writing
        onAccepted: root.writing = false
        onEditingFinished: EmployerModel.setNextStepText(text)
        onVisibleChanged: {
            if (visible)
                forceActiveFocus();
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        Chip {
            text: qsTr("Tomorrow")
            onClicked: EmployerModel.setNextStepDay("tomorrow")
        }
        Chip {
            text: qsTr("In a week")
            onClicked: EmployerModel.setNextStepDay("next_week")
        }
        Chip {
            checkable: true
            checked: root.choosingDay
            glyph: Icons.calendar
            text: qsTr("Another day")
            onClicked: root.choosingDay = !root.choosingDay
        }
        Chip {
            glyph: Icons.check
            text: qsTr("Done")
            visible: !root.none
            onClicked: {
                root.writing = false;
                root.choosingDay = false;
                EmployerModel.finishNextStep();
            }
        }
    }
    FieldRow {
        Layout.fillWidth: true
        errorText: EmployerModel.nextStepError
        label: qsTr("Day of the next step")
        visible: root.choosingDay

        TextEntry {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.formWidth
            label: qsTr("Day of the next step")
            placeholderText: qsTr("11/24 or 24 Nov")
            text: EmployerModel.nextStepDayText
            wrong: EmployerModel.nextStepError.length > 0
            onAccepted: {
                if (EmployerModel.setNextStepDay(text))
                    root.choosingDay = false;
            }
        }
    }
}
