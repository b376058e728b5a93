pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The verdict as it stands, and Save.
Rectangle {
    id: root

    signal saved

    color: Theme.card
    implicitHeight: 2 * Theme.space2 + (Theme.large ? words.height + save.height + Theme.space1
                                                    : Math.max(words.height, save.height))

    Hairline {
        width: parent.width
    }
    // Placed by hand: words that wrap beside a button make a layout of Qt 6.4 ask itself without end.
    Item {
        id: body

        height: parent.height - 2 * Theme.space2
        width: Math.min(parent.width - 2 * Theme.space4, Theme.readingWidth)
        x: (parent.width - width) / 2
        y: Theme.space2

        Column {
            id: words

            width: Theme.large ? body.width : body.width - save.width - Theme.space3
            y: Theme.large ? 0 : (body.height - height) / 2

            VerdictLine {
                // Large text gets the short form here; EditorWhat says why.
                sentence: Theme.large ? EntryEditorModel.verdict.timeText : EntryEditorModel.verdict.sentence
                time: EntryEditorModel.verdict.time
                width: parent.width
            }
            AppText {
                leftPadding: Theme.iconSmall + Theme.space2
                color: Theme.quiet
                font: Theme.label
                text: EntryEditorModel.verdict.flagText
                visible: text.length > 0 && !Theme.large
                width: parent.width
            }
        }
        AppButton {
            id: save

            emphasis: "primary"
            enabled: EntryEditorModel.canSave
            text: qsTr("Save")
            width: Theme.large ? body.width : implicitWidth
            x: body.width - width
            y: Theme.large ? body.height - height : (body.height - height) / 2
            onClicked: {
                if (EntryEditorModel.save())
                    root.saved();
            }
        }
    }
}
