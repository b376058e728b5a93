pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Waymark

// One entry in a line or two: when, what, where, how long. Pressed, it opens.
AbstractButton {
    id: root

    required property string timeText
    required property string activity
    required property string placeText
    required property string durationText
    required property string verdictTime
    required property bool running
    required property string accessibleText

    Accessible.name: root.accessibleText
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space2

    contentItem: RowLayout {
        spacing: Theme.space3

        TimeStripe {
            Layout.fillHeight: true
            time: root.verdictTime
        }
        IconGlyph {
            color: Theme.accent
            size: Theme.iconSmall
            text: Icons.activity(root.activity)
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                font: root.running ? Theme.secondaryStrong : Theme.secondary
                text: root.placeText.length > 0 ? qsTr("%1 · %2").arg(root.text).arg(root.placeText) : root.text
            }
            AppText {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.label
                text: root.timeText
            }
        }
        AppText {
            Accessible.ignored: true
            color: root.running ? Theme.accent : Theme.ink
            font: Theme.secondaryStrong
            text: root.durationText
            wrapMode: Text.NoWrap
        }
    }
    background: Rectangle {
        color: root.down ? Theme.tint : Theme.clear
        radius: Theme.radius

        FocusRing {
            anchors.margins: 0
            radius: Theme.radius
            shown: root.visualFocus
        }
    }
}
