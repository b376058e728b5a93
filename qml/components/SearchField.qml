pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Where one types what is looked for: found as one types, and emptied with one tap.
Item {
    id: root

    required property string label
    required property string query
    property string looksIn: ""

    signal typed(text: string)

    implicitHeight: field.implicitHeight
    implicitWidth: Theme.formWidth

    TextEntry {
        id: field

        Keys.onEscapePressed: event => {
            // The first Escape empties the field, the next one leaves the page.
            event.accepted = field.text.length > 0;
            root.typed("");
        }
        inputMethodHints: Qt.ImhNoPredictiveText
        label: root.label
        // A hint that does not fit says less than a short one; the label says it all.
        placeholderText: hint.advanceWidth + leftPadding + rightPadding < width ? root.looksIn : qsTr("Search")
        leftPadding: glyph.x + glyph.width + Theme.space2
        text: root.query
        width: root.width - (clear.visible ? clear.width + Theme.targetGap : 0)
        onTextEdited: root.typed(text)
    }
    TextMetrics {
        id: hint

        font: field.font
        text: root.looksIn
    }
    IconGlyph {
        id: glyph

        anchors.verticalCenter: field.verticalCenter
        color: Theme.quiet
        text: Icons.search
        x: Theme.space3
    }
    IconButton {
        id: clear

        anchors.verticalCenter: field.verticalCenter
        glyph: Icons.close
        text: qsTr("Clear the search")
        visible: root.query.length > 0
        x: root.width - width
        onClicked: {
            root.typed("");
            field.forceActiveFocus();
        }
    }
}
