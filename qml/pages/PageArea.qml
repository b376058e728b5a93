pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The pages themselves, each in its slot, and what leads from one to another. Each is named by the address of its
// file, so that its types are loaded when it is first shown: the app starts with one page, not with all.
Item {
    id: root

    required property PageTrail trail
    property bool wide: false

    readonly property string page: root.trail.page
    readonly property var given: ({
            area: root
        })

    // What is open on a page is closed before the page is left.
    function closeDetail(): bool {
        const slots = Array.from(root.children).concat(others.item ? Array.from(others.item.children) : []);
        for (const child of slots) {
            const slot = child as PageSlot;
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
        given: root.given
        shown: root.page === "now"
        source: Qt.resolvedUrl("../ways/NowWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "enrol"
        source: Qt.resolvedUrl("../ways/EnrolWays.qml")
    }
    // The others come with the second frame.
    Lazy {
        id: others

        active: AppState.opened
        anchors.fill: parent
        given: root.given
        source: Qt.resolvedUrl("OtherPages.qml")
        stretches: true
    }
}
