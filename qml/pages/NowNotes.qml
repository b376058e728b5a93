pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What keeps the app from doing its work, or what a person should know before the next tap: nothing, mostly.
ColumnLayout {
    id: root

    spacing: Theme.space3
    // By what they say, not by what is visible: a child of what is hidden never is.
    visible: (problem.message + unsaved.message + reminder.message + clock.message + zone.text).length > 0

    Banner {
        id: unsaved

        Layout.fillWidth: true
        actionText: qsTr("Try again")
        message: NowModel.unsavedText
        onActed: NowModel.saveKept()
    }
    Banner {
        id: problem

        Layout.fillWidth: true
        actionText: qsTr("Close")
        message: AppState.problemText
        onActed: AppState.dismissProblem()
    }
    Banner {
        id: clock

        Layout.fillWidth: true
        message: NowModel.clockWarning
    }
    Banner {
        id: reminder

        Layout.fillWidth: true
        actionText: qsTr("Close")
        message: ReminderModel.text
        onActed: ReminderModel.dismiss()
    }
    NoteLine {
        id: zone

        Layout.fillWidth: true
        glyph: Icons.time
        text: NowModel.clockNote
    }
}
