pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Every version of the entry that this phone knows, newest first, behind one row; and where the entry is now.
Card {
    id: root

    property bool unfolded: false

    signal restored

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

            required property bool canRestore
            required property bool current
            required property string deviceText
            required property string text
            required property int index
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
                text: version.current ? qsTr("%1 · %2 · as it is now").arg(version.whenText).arg(version.deviceText)
                                      : qsTr("%1 · %2").arg(version.whenText).arg(version.deviceText)
            }
            AppButton {
                Accessible.name: qsTr("Bring back the version of %1").arg(version.whenText)
                emphasis: "plain"
                glyph: Icons.undo
                leftPadding: 0
                text: qsTr("Bring this back")
                visible: version.canRestore
                onClicked: {
                    EntryEditorModel.restoreVersion(version.index);
                    root.restored();
                }
            }
        }
    }
}
