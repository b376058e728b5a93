pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One choice out of a few, as chips that wrap. `choices` has the roles code, text and selected; an icon is found
// by code when `kind` is "activity" or "place". Long lists show the first `firstChoices` and the chosen one until
// the rest is asked for.
Flow {
    id: root

    required property var choices
    required property string groupName
    property string kind: ""
    property int firstChoices: 0
    property bool unfolded: false
    readonly property bool folds: root.firstChoices > 0 && root.choices.count > root.firstChoices + 1

    signal picked(code: string)

    function glyphFor(code: string): string {
        if (root.kind === "activity")
            return Icons.activity(code);
        return root.kind === "place" ? Icons.place(code) : "";
    }

    Accessible.name: root.groupName
    Accessible.role: Accessible.Grouping
    spacing: Theme.targetGap

    Repeater {
        model: root.choices

        Chip {
            required property string code
            required property int index
            required text
            required property bool selected

            Accessible.description: root.groupName
            Accessible.role: Accessible.RadioButton
            checked: selected
            glyph: root.glyphFor(code)
            visible: !root.folds || root.unfolded || index < root.firstChoices || selected
            width: Math.min(implicitWidth, root.width)
            onClicked: root.picked(code)
        }
    }
    Chip {
        Accessible.name: root.unfolded ? qsTr("%1: fewer").arg(root.groupName) : qsTr("%1: all").arg(root.groupName)
        glyph: root.unfolded ? Icons.collapse : Icons.expand
        text: root.unfolded ? qsTr("Fewer") : qsTr("All")
        visible: root.folds
        onClicked: root.unfolded = !root.unfolded
    }
}
