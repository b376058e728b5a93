pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A field with its label above it and, when something is wrong, what to do about it below.
ColumnLayout {
    id: root

    required property string label
    property string errorText: ""
    property string hint: ""
    // False where the label stands beside the field instead.
    property bool labelled: true
    default property alias content: slot.data

    spacing: Theme.space1

    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondaryStrong
        text: root.label
        visible: root.labelled && root.label.length > 0
    }
    ColumnLayout {
        id: slot

        Layout.fillWidth: true
        spacing: Theme.targetGap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: root.hint
        visible: root.hint.length > 0 && root.errorText.length === 0
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2
        visible: root.errorText.length > 0

        IconGlyph {
            Layout.alignment: Qt.AlignTop
            color: Theme.warn
            size: Theme.iconSmall
            text: Icons.alert
        }
        AppText {
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: Theme.warn
            font: Theme.secondaryStrong
            text: root.errorText
        }
    }
}
