pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// The keys of a desk, and what they do in the shell.
Shortcuts {
    id: root

    required property Shell shell
    required property PageTrail way

    page: root.way.page
    usable: !root.shell.enrolling
    onKeysRequested: root.way.show("keys")
    onNewEntryRequested: {
        EntryEditorModel.openNew(root.way.page === "day" ? DayModel.dateIso : "");
        if (root.way.page !== "day" || !root.shell.wide)
            root.way.show("editor");
    }
    onPageRequested: page => root.way.jump(page)
}
