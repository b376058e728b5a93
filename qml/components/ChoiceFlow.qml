pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// One choice out of a few, as chips that wrap. `choices` has the roles code, text and selected; an icon is found
// by code when `kind` is "activity" or "place". Long lists show the first `firstChoices` and the chosen one until
// the rest is asked for; where there are more than a list can hold (`finds`), they are found by typing.
Flow {
    id: root

    required property var choices
    required property string groupName
    property string kind: ""
    property int firstChoices: 0
    property bool finds: false
    property bool unfolded: false
    readonly property bool folds: root.finds || root.firstChoices > 0 && root.choices.count > root.firstChoices + 1

    signal picked(code: string)
    signal searched(words: string)

    function glyphFor(code: string): string {
        if (root.kind === "activity")
            return Icons.activity(code);
        return root.kind === "place" ? Icons.place(code) : "";
    }

    // Words too long for two in a row stand in two lines where that makes room for another beside them. Large text
    // hardly ever has that room.
    function widthOf(chip: Chip): real {
        const half = (root.width - root.spacing) / 2;
        if (Theme.large || chip.implicitWidth <= half)
            return chip.implicitWidth;
        const folded = chip.foldedWidth();
        return folded <= Theme.foldedChip * root.width ? folded : chip.implicitWidth;
    }

    // With a keyboard the arrows go from chip to chip, as in any group of choices.
    function move(from: Item, forward: bool): void {
        const next = from.nextItemInFocusChain(forward);
        // Left early: with the two conditions in one, Qt 6.4's qmllint crashes now and then.
        if (!next || next.parent !== root)
            return;
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    Accessible.name: root.groupName
    Accessible.role: Accessible.Grouping
    spacing: Theme.targetGap
    onUnfoldedChanged: {
        if (!root.unfolded && field.text.length > 0) {
            field.text = "";
            root.searched("");
        }
    }

    TextEntry {
        id: field

        label: qsTr("Find: %1").arg(root.groupName)
        placeholderText: qsTr("Type a part of the name")
        visible: root.finds && root.unfolded
        width: root.width
        onTextEdited: root.searched(text)
    }
    Repeater {
        model: root.choices

        Chip {
            id: chip

            required property string code
            required property int index
            required text
            required property bool selected

            Accessible.description: root.groupName
            Accessible.role: Accessible.RadioButton
            Keys.onDownPressed: root.move(chip, true)
            Keys.onLeftPressed: root.move(chip, false)
            Keys.onRightPressed: root.move(chip, true)
            Keys.onUpPressed: root.move(chip, false)
            checked: selected
            glyph: root.glyphFor(code)
            visible: !root.folds || root.unfolded || index < root.firstChoices || selected
            width: Math.min(root.widthOf(chip), root.width)
            onClicked: root.picked(code)
        }
    }
    Chip {
        Accessible.name: root.unfolded ? qsTr("%1: fewer").arg(root.groupName) : qsTr("%1: all").arg(root.groupName)
        glyph: root.unfolded ? Icons.collapse : root.finds ? Icons.search : Icons.expand
        text: root.unfolded ? qsTr("Fewer") : root.finds ? qsTr("Find") : qsTr("All")
        visible: root.folds
        onClicked: root.unfolded = !root.unfolded
    }
}
