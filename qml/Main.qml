pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The window: binds the theme to the person's settings and holds the shell.
Window {
    id: root

    property alias page: shell.page
    readonly property list<string> pageNames: shell.pageNames
    readonly property bool shown: Application.state !== Qt.ApplicationSuspended
                                  && Application.state !== Qt.ApplicationHidden

    // What an on-screen keyboard covers, from the bottom.
    property real covered: keyboard.covered

    color: Theme.page
    height: Theme.startHeight
    minimumHeight: Theme.smallestSide
    minimumWidth: Theme.smallestSide
    title: qsTr("Waymark")
    visible: true
    width: Theme.startWidth

    Binding {
        property: "dark"
        target: Theme
        value: SettingsModel.dark
    }
    Binding {
        property: "textScale"
        target: Theme
        value: SettingsModel.textSize / 100
    }
    Binding {
        property: "visible"
        target: NowModel
        value: shell.page === "now" && root.visible && root.shown
    }
    KeyboardArea {
        id: keyboard

        window: root
    }
    Shell {
        id: shell

        anchors.bottomMargin: root.covered
        anchors.fill: parent
        focus: true
    }
}
