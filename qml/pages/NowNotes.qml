pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What keeps the app from doing its work, or what a person should know before the next tap: nothing, mostly.
ColumnLayout {
    spacing: Theme.space3

    Kept {
        Layout.fillWidth: true
        shown: NowModel.unsavedText.length > 0

        Banner {
            actionText: qsTr("Try again")
            message: NowModel.unsavedText
            onActed: NowModel.saveKept()
        }
    }
    Kept {
        Layout.fillWidth: true
        shown: AppState.problemText.length > 0

        Banner {
            actionText: qsTr("Close")
            message: AppState.problemText
            onActed: AppState.dismissProblem()
        }
    }
    Kept {
        Layout.fillWidth: true
        shown: NowModel.clockWarning.length > 0

        Banner {
            message: NowModel.clockWarning
        }
    }
    Kept {
        Layout.fillWidth: true
        shown: ReminderModel.text.length > 0

        Banner {
            actionText: qsTr("Close")
            message: ReminderModel.text
            onActed: ReminderModel.dismiss()
        }
    }
    NoteLine {
        Layout.fillWidth: true
        glyph: Icons.time
        text: NowModel.clockNote
    }
}
