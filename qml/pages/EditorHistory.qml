pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Every version of the entry that this phone knows, newest first, behind one row; and where the entry is now.
Card {
    id: root

    property bool unfolded: false

    padding: Theme.space2
    spacing: 0
    visible: EntryEditorModel.versions.count > 0

    LinkRow {
        Layout.fillWidth: true
        detail: EntryEditorModel.syncText
        glyph: Icons.history
        leftPadding: Theme.space2
        text: qsTr("%n version(s)", "", EntryEditorModel.versions.count)
        trailingGlyph: root.unfolded ? Icons.collapse : Icons.expand
        onClicked: root.unfolded = !root.unfolded
    }
    Repeater {
        model: root.unfolded ? EntryEditorModel.versions : null

        ColumnLayout {
            id: version

            required property bool current
            required property string deviceText
            required property string text
            required property string whenText

            Layout.bottomMargin: Theme.space2
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space2
            Layout.rightMargin: Theme.space2
            spacing: 0

            AppText {
                Layout.fillWidth: true
                font: version.current ? Theme.secondaryStrong : Theme.secondary
                text: version.text
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.label
                text: qsTr("%1 · %2").arg(version.whenText).arg(version.deviceText)
            }
        }
    }
}
