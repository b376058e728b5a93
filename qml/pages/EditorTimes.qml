pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// When it began and ended.
Card {
    id: root

    readonly property bool sideBySide: width > Theme.steppersSideBySide

    spacing: Theme.space3

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.targetGap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                font: Theme.bodyStrong
                text: EntryEditorModel.dateText
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.secondaryStrong
                text: EntryEditorModel.durationText
                visible: text.length > 0
            }
        }
        IconButton {
            glyph: Icons.previous
            text: qsTr("Move the entry to the day before")
            onClicked: EntryEditorModel.stepDate(-1)
        }
        IconButton {
            glyph: Icons.next
            text: qsTr("Move the entry to the day after")
            onClicked: EntryEditorModel.stepDate(1)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.space5
        columns: root.sideBySide ? 2 : 1
        rowSpacing: Theme.space3

        TimeStepper {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: root.sideBySide ? 1 : -1
            errorText: EntryEditorModel.startError
            label: qsTr("Start")
            timeText: EntryEditorModel.startText
            onMoved: minutes => EntryEditorModel.stepStart(minutes)
            onTyped: text => EntryEditorModel.setStartTime(text)
        }
        TimeStepper {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: root.sideBySide ? 1 : -1
            errorText: EntryEditorModel.endError
            label: qsTr("End")
            timeText: EntryEditorModel.endText
            visible: !EntryEditorModel.running
            onMoved: minutes => EntryEditorModel.stepEnd(minutes)
            onTyped: text => EntryEditorModel.setEndTime(text)
        }
        FieldRow {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: root.sideBySide ? 1 : -1
            hint: qsTr("For one that was never stopped: it ends now, to be moved to where it was.")
            label: qsTr("Still running")
            visible: EntryEditorModel.running

            AppButton {
                Layout.fillWidth: true
                glyph: Icons.stop
                text: qsTr("Give it an end")
                onClicked: EntryEditorModel.giveEnd()
            }
        }
    }
    NoteLine {
        Layout.fillWidth: true
        glyph: Icons.time
        text: NowModel.clockNote
    }
}
