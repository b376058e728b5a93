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

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        AppText {
            font: Theme.bodyStrong
            text: EntryEditorModel.dateText
            width: Math.min(implicitWidth, root.width - 2 * root.padding)
        }
        AppText {
            color: Theme.quiet
            font: Theme.bodyStrong
            text: EntryEditorModel.durationText
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
        AppText {
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: qsTr("Still running. Stop it on the Now page; its end can be mended afterwards.")
            visible: EntryEditorModel.running
        }
    }
}
