pragma ComponentBehavior: Bound

import QtQuick
import Waymark.App

// Which page is shown, and the way that led to it.
QtObject {
    id: root

    property string page: AppState.enrolled ? "now" : "enrol"
    property var steps: []
    readonly property list<string> names: ["now", "day", "editor", "week", "employers", "employer", "participants", "participant", "team", "specialist", "sync", "enrol", "settings", "keys", "more"]

    // What the bar marks as the present place: pages below another one belong to it.
    readonly property string place: {
        switch (root.page) {
        case "editor":
            return "day";
        case "employer":
            return "employers";
        case "participants":
        case "participant":
        case "team":
        case "specialist":
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
        root.steps = root.steps.concat([root.page]);
        root.page = next;
    }

    function jump(next: string): void {
        root.steps = [];
        root.page = next;
    }

    function back(): void {
        if (root.steps.length === 0) {
            if (AppState.enrolled)
                root.page = "now";
            return;
        }
        const before = root.steps[root.steps.length - 1];
        root.steps = root.steps.slice(0, -1);
        root.page = before;
    }
}
