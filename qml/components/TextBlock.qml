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
    // Asked for at each press: the neighbours change as pages do.
    Keys.priority: Keys.BeforeItem
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
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
