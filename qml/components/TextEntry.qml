pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// One line of typed text. `label` is its name; a wrong value is framed and explained by the FieldRow around it.
TextField {
    id: root

    required property string label
    property bool wrong: false

    Accessible.name: root.label
    Accessible.role: Accessible.EditableText
    color: Theme.ink
    font: Theme.body
    implicitHeight: Math.max(Theme.target, contentHeight + 2 * Theme.space3)
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    placeholderTextColor: Theme.quiet
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent

    background: Rectangle {
        border.color: root.wrong ? Theme.warn : root.activeFocus ? Theme.accent : Theme.quiet
        border.width: root.activeFocus || root.wrong ? Theme.selectedBorder : Theme.hairline
        color: Theme.card
        radius: Theme.space3
    }
}
