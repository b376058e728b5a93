pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The verdict as it stands, and Save.
Rectangle {
    id: root

    signal saved

    color: Theme.card
    implicitHeight: grid.implicitHeight + 2 * Theme.space2

    Hairline {
        width: parent.width
    }
    GridLayout {
        id: grid

        anchors.centerIn: parent
        columnSpacing: Theme.space3
        columns: Theme.large ? 1 : 2
        width: Math.min(parent.width - 2 * Theme.space4, Theme.readingWidth)

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            VerdictLine {
                Layout.fillWidth: true
                // Large text gets the short form here; EditorWhat says why.
                sentence: Theme.large ? EntryEditorModel.verdict.timeText : EntryEditorModel.verdict.sentence
                time: EntryEditorModel.verdict.time
            }
            AppText {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.iconSmall + Theme.space2
                color: Theme.quiet
                font: Theme.label
                text: EntryEditorModel.verdict.flagText
                visible: text.length > 0 && !Theme.large
            }
        }
        AppButton {
            Layout.fillWidth: grid.columns === 1
            emphasis: "primary"
            enabled: EntryEditorModel.canSave
            text: qsTr("Save")
            onClicked: {
                if (EntryEditorModel.save())
                    root.saved();
            }
        }
    }
}
