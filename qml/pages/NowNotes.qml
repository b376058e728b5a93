pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What keeps the app from doing its work, or what a person should know before the next tap: nothing, mostly.
ColumnLayout {
    spacing: Theme.space3

    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Try again")
        message: NowModel.unsavedText
        onActed: NowModel.saveKept()
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Close")
        message: AppState.problemText
        onActed: AppState.dismissProblem()
    }
    Banner {
        Layout.fillWidth: true
        message: NowModel.clockWarning
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Close")
        message: ReminderModel.text
        onActed: ReminderModel.dismiss()
    }
    NoteLine {
        Layout.fillWidth: true
        glyph: Icons.time
        text: NowModel.clockNote
    }
}
