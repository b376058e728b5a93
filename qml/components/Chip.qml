pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark

// A small choice or suggestion: 40 px to the eye, 48 px to the finger. A chosen chip has a tick as well as a
// tint, so the choice does not rest on colour.
AbstractButton {
    id: root

    property string glyph: ""
    property bool inverse: false
    property bool warning: false
    // Put forward: nobody asked for it, but it is probably wanted.
    property bool offered: false

    readonly property color words: root.inverse ? (root.checked ? Theme.accent : Theme.accentInk)
                                                : root.warning ? Theme.warn : Theme.ink

    // How wide it is with its words in two lines, which are no higher than one line's chip.
    function foldedWidth(): real {
        const icon = root.checked || root.glyph.length > 0 ? Theme.iconSmall + Theme.space2 : 0;
        return root.leftPadding + icon + Theme.foldedWidth(root.text) + root.rightPadding;
    }

    Accessible.checkable: root.checkable
    Accessible.checked: root.checked
    Accessible.name: root.text
    Accessible.role: root.checkable ? Accessible.CheckBox : Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    font: Theme.secondary
    bottomInset: Theme.space1
    topInset: Theme.space1
    bottomPadding: Theme.space2
    leftPadding: root.glyph.length > 0 || root.checked ? Theme.space3 : Theme.space4 - Theme.space1
    rightPadding: root.text.length > 0 ? Theme.space4 - Theme.space1 : leftPadding
    topPadding: Theme.space2
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    opacity: root.enabled ? 1 : Theme.faded

    contentItem: RowLayout {
        spacing: Theme.space2

        IconGlyph {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: root.text.length === 0
            color: root.inverse || root.warning ? root.words : root.checked || root.offered ? Theme.accent : Theme.quiet
            size: Theme.iconSmall
            text: root.checked ? Icons.check : root.glyph
            visible: text.length > 0
        }
        Text {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: root.words
            elide: Text.ElideRight
            font: root.font
            // Beside an icon, words of two lines begin one under the other.
            horizontalAlignment: root.glyph.length > 0 ? Text.AlignLeft : Text.AlignHCenter
            maximumLineCount: Theme.large ? 3 : 2
            text: root.text
            textFormat: Text.PlainText
            verticalAlignment: Text.AlignVCenter
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
    }
    background: Rectangle {
        border.color: root.inverse ? Theme.accentInk
                                   : root.checked || root.offered ? Theme.accent : root.warning ? Theme.warn : Theme.line
        border.width: root.checked ? Theme.selectedBorder : Theme.hairline
        color: root.inverse ? (root.checked ? Theme.accentInk : Theme.clear)
                            : root.warning ? Theme.warnTint
                                           : root.checked || root.offered || root.down ? Theme.tint : Theme.card
        radius: Math.min(Theme.radiusChip, height / 2)

        FocusRing {
            inverse: root.inverse
            shown: root.visualFocus
        }
    }
}
