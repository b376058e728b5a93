pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The pages themselves, each in its slot, and what leads from one to another.
Item {
    id: root

    required property PageTrail trail
    property bool wide: false

    readonly property string page: root.trail.page
    readonly property bool editing: root.page === "editor"

    // What is open on a page is closed before the page is left.
    function closeDetail(): bool {
        for (let i = 0; i < root.children.length; ++i) {
            const slot = root.children[i] as PageSlot;
            // Asked what it is, what is not there would be an error.
            const item = slot && slot.shown ? slot.item : null;
            const page = item ? item as PageItem : null;
            if (page && page.closeDetail())
                return true;
        }
        return false;
    }

    function back(): void {
        if (!root.closeDetail())
            root.trail.back();
    }

    // Back from a page of its own to the list it belongs to, also where no way led here.
    function leave(list: string): void {
        if (root.trail.steps.length > 0)
            root.back();
        else
            root.trail.page = list;
    }

    function showEntry(dateIso: string, entryId: string): void {
        // Without a date it is today's.
        if (dateIso.length > 0)
            DayModel.showDate(dateIso);
        else
            DayModel.today();
        if (entryId.length > 0)
            EntryEditorModel.open(entryId);
        root.trail.show(entryId.length > 0 ? "editor" : "day");
    }

    function showParticipant(participantId: string): void {
        ParticipantJobModel.close();
        ParticipantModel.open(participantId);
        root.trail.show("participant");
    }

    clip: true

    PageSlot {
        shown: root.page === "now"

        content: NowPage {
            onEntryRequested: entryId => root.showEntry("", entryId)
            onSyncRequested: root.trail.show("sync")
        }
    }
    PageSlot {
        shown: root.page === "day" || (root.editing && (root.wide || !EntryEditorModel.loaded))

        content: DayPage {
            twoPanes: root.wide
            onEditClosed: root.trail.page = "day"
            onEditRequested: {
                if (!root.wide)
                    root.trail.show("editor");
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
                root.trail.show("day");
            }
            onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
        }
    }
    PageSlot {
        shown: root.page === "employers" || (root.page === "employer" && (root.wide || !EmployerModel.loaded))

        content: EmployersPage {
            twoPanes: root.wide
            onClosed: root.trail.page = "employers"
            onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
            onOpened: {
                if (!root.wide)
                    root.trail.show("employer");
            }
            onParticipantRequested: participantId => root.showParticipant(participantId)
            onVisitStarted: root.trail.jump("now")
        }
    }
    PageSlot {
        shown: root.page === "employer" && !root.wide && EmployerModel.loaded

        content: EmployerPane {
            onClosed: root.leave("employers")
            onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
            onParticipantRequested: participantId => root.showParticipant(participantId)
            onVisitStarted: root.trail.jump("now")
        }
    }
    PageSlot {
        shown: root.page === "participants" || (root.page === "participant"
                                                && (root.wide || !ParticipantModel.loaded))

        content: ParticipantsPage {
            twoPanes: root.wide
            onBackRequested: root.leave("more")
            onClosed: root.trail.page = "participants"
            onContactStarted: root.trail.jump("now")
            onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
            onOpened: {
                if (!root.wide)
                    root.trail.show("participant");
            }
        }
    }
    PageSlot {
        shown: root.page === "participant" && !root.wide && ParticipantModel.loaded

        content: ParticipantPane {
            onClosed: root.leave("participants")
            onContactStarted: root.trail.jump("now")
            onEntryRequested: (dateIso, entryId) => root.showEntry(dateIso, entryId)
        }
    }
    PageSlot {
        shown: root.page === "team" || (root.page === "specialist" && (root.wide || !TeamPersonModel.loaded))

        content: TeamPage {
            twoPanes: root.wide
            onBackRequested: root.leave("more")
            onOpened: {
                if (!root.wide)
                    root.trail.show("specialist");
            }
        }
    }
    PageSlot {
        shown: root.page === "specialist" && !root.wide && TeamPersonModel.loaded

        content: TeamPersonPane {
            onClosed: root.leave("team")
        }
    }
    PageSlot {
        shown: root.page === "more"

        content: MorePage {
            onPageRequested: page => root.trail.show(page)
        }
    }
    PageSlot {
        shown: root.page === "sync"

        content: SyncPage {
            onBackRequested: root.back()
            onEntryRequested: entryId => {
                EntryEditorModel.open(entryId);
                root.trail.show("editor");
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
        shown: root.page === "enrol"

        content: EnrolPage {}
    }
}
