pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What to look at before the week is submitted; each row opens the place where it can be mended.
Card {
    id: root

    signal entryRequested(dateIso: string, entryId: string)

    function glyphFor(code: string): string {
        switch (code) {
        case "overlap":
            return Icons.overlap;
        case "incomplete":
            return Icons.edit;
        case "untagged":
            return Icons.locationOff;
        default:
            return Icons.time;
        }
    }

    padding: Theme.space2
    spacing: Theme.targetGap
    visible: WeekModel.exceptions.count > 0

    SectionTitle {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        text: qsTr("To look at")
    }
    Repeater {
        model: WeekModel.exceptions

        LinkRow {
            required property string code
            required property string dateIso
            required property string dateText
            required property string entryId
            required text

            Layout.fillWidth: true
            // Most begin with their day.
            detail: text.startsWith(dateText) ? "" : dateText
            glyph: root.glyphFor(code)
            leftPadding: Theme.space2
            warning: code !== "untagged"
            onClicked: root.entryRequested(dateIso, entryId)
        }
    }
}
