pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// Which page is shown, the way around between them, and the bar that says what was just done. Pages are made when
// they are first asked for, so that the app starts with one.
FocusScope {
    id: root

    property string page: AppState.enrolled ? "now" : "enrol"
    readonly property list<string> pageNames: ["now", "day", "editor", "week", "sync", "enrol", "settings", "more"]
    property var trail: []

    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool enrolling: root.page === "enrol"
    readonly property bool editing: root.page === "editor"
    // What the bar marks as the present place: pages below another one belong to it.
    readonly property string place: {
        switch (root.page) {
        case "editor":
            return "day";
        case "sync":
        case "settings":
            return "more";
        default:
            return root.page;
        }
    }

    function show(next: string): void {
        if (next === root.page)
            return;
        root.trail = root.trail.concat([root.page]);
        root.page = next;
    }

    function jump(next: string): void {
        root.trail = [];
        root.page = next;
    }

    function back(): void {
        if (root.trail.length === 0) {
            if (AppState.enrolled)
                root.page = "now";
            return;
        }
        const before = root.trail[root.trail.length - 1];
        root.trail = root.trail.slice(0, -1);
        root.page = before;
    }

    Keys.onBackPressed: event => {
        event.accepted = root.page !== "now" && !root.enrolling;
        root.back();
    }
    Keys.onEscapePressed: root.back()

    Item {
        id: area

        clip: true
        height: notice.y
        width: parent.width - x
        x: root.wide && nav.visible ? nav.width : 0

        PageSlot {
            shown: root.page === "now"

            content: NowPage {
                onSyncRequested: root.show("sync")
            }
        }
        PageSlot {
            shown: root.page === "day" || (root.editing && (root.wide || !EntryEditorModel.loaded))

            content: DayPage {
                twoPanes: root.wide
                onEditClosed: root.page = "day"
                onEditRequested: {
                    if (!root.wide)
                        root.show("editor");
                }
            }
        }
        PageSlot {
            shown: root.editing && !root.wide && EntryEditorModel.loaded

            content: EditorPage {
                onClosed: root.back()
            }
        }
        PageSlot {
            shown: root.page === "week"

            content: WeekPage {
                onDayRequested: dateIso => {
                    DayModel.showDate(dateIso);
                    root.show("day");
                }
                onEntryRequested: (dateIso, entryId) => {
                    DayModel.showDate(dateIso);
                    if (entryId.length > 0)
                        EntryEditorModel.open(entryId);
                    root.show(entryId.length > 0 ? "editor" : "day");
                }
            }
        }
        PageSlot {
            shown: root.page === "more"

            content: MorePage {
                onPageRequested: page => root.show(page)
            }
        }
        PageSlot {
            shown: root.page === "sync"

            content: SyncPage {
                onBackRequested: root.back()
                onEntryRequested: entryId => {
                    EntryEditorModel.open(entryId);
                    root.show("editor");
                }
            }
        }
        PageSlot {
            shown: root.page === "settings"

            content: SettingsPage {
                onBackRequested: root.back()
            }
        }
        PageSlot {
            shown: root.enrolling

            content: EnrolPage {}
        }
    }
    NoticeBar {
        id: notice

        height: implicitHeight
        // Now has one of its own, above its tiles.
        here: root.page !== "now" && !root.enrolling
        width: area.width
        x: area.x
        y: (root.wide || !nav.visible ? parent.height : nav.y) - height
    }
    Navigation {
        id: nav

        current: root.place
        height: root.wide ? parent.height : implicitHeight
        needsAttention: SyncModel.needsYouCount > 0
        upright: root.wide
        visible: !root.enrolling
        width: root.wide ? implicitWidth : parent.width
        y: parent.height - height
        onChosen: page => root.jump(page)
    }
    Connections {
        target: EnrolModel

        function onEnrolled(): void {
            root.jump("now");
        }
    }
}
