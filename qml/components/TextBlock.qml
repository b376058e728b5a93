pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Waymark

// Several lines of typed text: a note. Tab leaves it, as it leaves every other field.
TextArea {
    id: root

    required property string label
    property int lines: 3

    Accessible.name: root.label
    Accessible.role: Accessible.EditableText
    KeyNavigation.priority: KeyNavigation.BeforeItem
    KeyNavigation.tab: nextItemInFocusChain(true)
    KeyNavigation.backtab: nextItemInFocusChain(false)
    color: Theme.ink
    font: Theme.body
    implicitHeight: Math.max(Theme.target, metrics.height * root.lines + 2 * Theme.space3,
                             contentHeight + 2 * Theme.space3)
    padding: Theme.space3
    placeholderTextColor: Theme.quiet
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap

    background: Rectangle {
        border.color: root.activeFocus ? Theme.accent : Theme.quiet
        border.width: root.activeFocus ? Theme.selectedBorder : Theme.hairline
        color: Theme.card
        radius: Theme.space3
    }

    FontMetrics {
        id: metrics

        font: root.font
    }
}
