pragma ComponentBehavior: Bound

import QtQuick
import Waymark.App

// What the keyboard of a desk can do anywhere in the app; KeysPage lists it.
Item {
    id: root

    required property string page
    required property bool usable

    signal pageRequested(page: string)
    signal newEntryRequested
    signal keysRequested

    Instantiator {
        model: ["now", "day", "week", "employers", "more"]

        Shortcut {
            required property int index
            required property string modelData

            enabled: root.usable
            sequence: "Ctrl+" + (index + 1)
            onActivated: root.pageRequested(modelData)
        }
    }
    Shortcut {
        enabled: root.usable
        sequence: "Ctrl+N"
        onActivated: root.newEntryRequested()
    }
    Shortcut {
        enabled: root.usable && EntryEditorModel.canSave && (root.page === "editor" || root.page === "day")
        sequence: "Ctrl+S"
        onActivated: {
            if (EntryEditorModel.save())
                EntryEditorModel.close();
        }
    }
    // Of what was typed in a field, the field itself takes it.
    Shortcut {
        enabled: root.usable && (NowModel.canUndo || DayModel.canUndo)
        sequence: "Ctrl+Z"
        onActivated: NowModel.canUndo ? NowModel.undo() : DayModel.undo()
    }
    Shortcut {
        enabled: root.usable && NowModel.running
        sequence: "Ctrl+."
        onActivated: NowModel.stop()
    }
    Shortcut {
        enabled: root.usable
        sequence: "F5"
        onActivated: SyncModel.syncNow()
    }
    Shortcut {
        enabled: root.usable && (root.page === "day" || root.page === "week")
        sequence: "Alt+Left"
        onActivated: root.page === "day" ? DayModel.previousDay() : WeekModel.previousWeek()
    }
    Shortcut {
        enabled: root.usable && (root.page === "day" || root.page === "week")
        sequence: "Alt+Right"
        onActivated: root.page === "day" ? DayModel.nextDay() : WeekModel.nextWeek()
    }
    Shortcut {
        enabled: root.usable
        sequence: "F1"
        onActivated: root.keysRequested()
    }
}
