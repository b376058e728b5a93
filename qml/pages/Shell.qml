pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// Which page is shown, the way around between them, and the bar that says what was just done. Pages are made when
// they are first asked for, so that the app starts with one.
FocusScope {
    id: root

    property string page: AppState.enrolled ? "now" : "enrol"
    readonly property list<string> pageNames: ["now", "day", "editor", "week", "employers", "employer", "participants", "participant", "sync", "enrol", "settings", "keys", "more"]
    property var trail: []

    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool enrolling: root.page === "enrol"
    readonly property bool editing: root.page === "editor"
    // What the bar marks as the present place: pages below another one belong to it.
    readonly property string place: {
        switch (root.page) {
        case "editor":
            return "day";
        case "employer":
            return "employers";
        case "participants":
        case "participant":
        case "sync":
        case "settings":
        case "keys":
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

    // What is open on a page is closed before the page is left.
    function closeDetail(): bool {
        for (let i = 0; i < area.children.length; ++i) {
            const slot = area.children[i] as PageSlot;
            // Asked what it is, what is not there would be an error.
            const item = slot && slot.shown ? slot.item : null;
            const page = item ? item as PageItem : null;
            if (page && page.closeDetail())
                return true;
        }
        return false;
    }

    function showEntry(dateIso: string, entryId: string): void {
        // Without a date it is today's.
        if (dateIso.length > 0)
            DayModel.showDate(dateIso);
        else
            DayModel.today();
        if (entryId.length > 0)
            EntryEditorModel.open(entryId);
        root.show(entryId.length > 0 ? "editor" : "day");
    }

    function showParticipant(participantId: string): void {
        ParticipantJobModel.close();
        ParticipantModel.open(participantId);
        root.show("participant");
    }

    // Back from a page of its own to the list it belongs to, also where no way led here.
    function leave(list: string): void {
        if (root.trail.length > 0)
            root.back();
        else
            root.page = list;
    }

    function back(): void {
        if (root.closeDetail())
            return;
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
        // On Now with nothing open, the system leaves the app.
        event.accepted = true;
        if (!root.closeDetail()) {
            event.accepted = root.page !== "now" && !root.enrolling;
            root.back();
        }
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
                onEntryRequested: entryId => root.showEntry("", entryId)
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
                onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
            }
        }
        PageSlot {
            shown: root.page === "employers" || (root.page === "employer" && (root.wide || !EmployerModel.loaded))

            content: EmployersPage {
                twoPanes: root.wide
                onClosed: root.page = "employers"
                onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
                onOpened: {
                    if (!root.wide)
                        root.show("employer");
                }
                onParticipantRequested: participantId => root.showParticipant(participantId)
                onVisitStarted: root.jump("now")
            }
        }
        PageSlot {
            shown: root.page === "employer" && !root.wide && EmployerModel.loaded

            content: EmployerPane {
                onClosed: root.leave("employers")
                onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
                onParticipantRequested: participantId => root.showParticipant(participantId)
                onVisitStarted: root.jump("now")
            }
        }
        PageSlot {
            shown: root.page === "participants" || (root.page === "participant"
                                                    && (root.wide || !ParticipantModel.loaded))

            content: ParticipantsPage {
                twoPanes: root.wide
                onBackRequested: root.leave("more")
                onClosed: root.page = "participants"
                onContactStarted: root.jump("now")
                onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
                onOpened: {
                    if (!root.wide)
                        root.show("participant");
                }
            }
        }
        PageSlot {
            shown: root.page === "participant" && !root.wide && ParticipantModel.loaded

            content: ParticipantPane {
                onClosed: root.leave("participants")
                onContactStarted: root.jump("now")
                onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
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
            shown: root.page === "keys"

            content: KeysPage {
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
    Shortcuts {
        page: root.page
        usable: !root.enrolling
        onKeysRequested: root.show("keys")
        onNewEntryRequested: {
            EntryEditorModel.openNew(root.page === "day" ? DayModel.dateIso : "");
            if (root.page !== "day" || !root.wide)
                root.show("editor");
        }
        onPageRequested: page => root.jump(page)
    }
    Connections {
        target: EnrolModel

        function onEnrolled(): void {
            root.jump("now");
        }
    }
}
