pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The pages, the bar that leads to them, and the one that says what was just done. Pages are made when they are
// first asked for, so that the app starts with one.
FocusScope {
    id: root

    property alias page: way.page
    readonly property list<string> pageNames: way.names

    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool enrolling: way.page === "enrol"

    Keys.onBackPressed: event => {
        // On Now with nothing open, the system leaves the app.
        event.accepted = true;
        if (!area.closeDetail()) {
            event.accepted = way.page !== "now" && !root.enrolling;
            way.back();
        }
    }
    Keys.onEscapePressed: area.back()

    PageTrail {
        id: way
    }
    PageArea {
        id: area

        height: notice.y
        trail: way
        wide: root.wide
        width: parent.width - x
        x: root.wide && nav.visible ? nav.width : 0
    }
    NoticeBar {
        id: notice

        height: implicitHeight
        // Now has one of its own, above its tiles.
        here: way.page !== "now" && !root.enrolling
        width: area.width
        x: area.x
        y: (root.wide || !nav.visible ? parent.height : nav.y) - height
    }
    Navigation {
        id: nav

        current: way.place
        height: root.wide ? parent.height : implicitHeight
        needsAttention: AppState.opened && SyncModel.needsYouCount > 0
        upright: root.wide
        visible: !root.enrolling
        width: root.wide ? implicitWidth : parent.width
        y: parent.height - height
        onChosen: page => way.jump(page)
    }
    Lazy {
        active: AppState.started
        given: ({
                shell: root,
                way: way
            })
        source: Qt.resolvedUrl("ShellShortcuts.qml")
    }
    Connections {
        target: EnrolModel

        function onEnrolled(): void {
            way.jump("now");
        }
    }
}
