pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// What is running now: activity, place, since when, how long, the details as chips, and Stop. `terse` leaves what
// Stop is about and Stop, where a question needs the room.
Rectangle {
    id: root

    required property string title
    required property string placeText
    required property string sinceText
    required property string elapsedText
    required property string verdictTime
    required property string verdictSentence
    required property string tagText
    required property var details
    required property bool pinned
    property bool compact: false
    property bool terse: false
    property int firstDetails: 2
    property bool unfolded: false

    signal stopped
    signal detailTapped(detail: string)
    signal earlierRequested
    signal pinToggled

    color: Theme.accent
    implicitHeight: column.implicitHeight + 2 * column.y
    radius: Theme.radius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.space4
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: root.terse ? Theme.space1 : root.compact ? Theme.space3 : Theme.space4
        spacing: Theme.space2

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space3
            columns: root.terse ? 3 : heading.implicitWidth + clock.implicitWidth + Theme.space3 > column.width
                                      && Theme.large ? 1 : 2
            rowSpacing: Theme.space1

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.space1 / 2

                AppText {
                    id: heading

                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                    color: Theme.accentInk
                    font: root.terse ? Theme.bodyStrong : Theme.title
                    text: root.title
                }
                AppText {
                    Layout.fillWidth: true
                    color: Theme.accentInk
                    font: Theme.secondary
                    text: root.placeText.length > 0 ? qsTr("%1 · %2").arg(root.placeText).arg(root.sinceText)
                                                    : root.sinceText
                    visible: !root.terse
                }
            }
            AppText {
                id: clock

                Accessible.name: qsTr("Running for %1").arg(root.elapsedText)
                Layout.alignment: root.terse ? Qt.AlignVCenter : Qt.AlignTop
                color: Theme.accentInk
                font: root.terse ? Theme.title : Theme.runningNumber
                text: root.elapsedText
                wrapMode: Text.NoWrap
            }
            AppButton {
                emphasis: "primary"
                inverse: true
                text: qsTr("Stop")
                visible: root.terse
                onClicked: root.stopped()
            }
        }
        Flow {
            id: chips

            Layout.fillWidth: true
            spacing: Theme.targetGap
            visible: !root.terse

            Repeater {
                model: root.details

                Chip {
                    required property string detail
                    required property int index
                    required property string kind
                    required property bool on
                    required text

                    checkable: kind === "toggle"
                    checked: kind === "toggle" && on
                    inverse: true
                    visible: root.unfolded || index < root.firstDetails
                    // Folded they keep to one row, so that Stop stays where it is.
                    width: Math.min(implicitWidth, root.unfolded || Theme.large ? chips.width
                                                                                : Theme.foldedChip * chips.width)
                    onClicked: root.detailTapped(detail)
                }
            }
            Chip {
                glyph: Icons.history
                inverse: true
                text: qsTr("Began earlier")
                visible: root.unfolded
                onClicked: root.earlierRequested()
            }
            Chip {
                checkable: true
                checked: root.pinned
                glyph: Icons.pin
                inverse: true
                text: qsTr("Pin to suggestions")
                visible: root.unfolded
                onClicked: root.pinToggled()
            }
            Chip {
                Accessible.name: root.unfolded ? qsTr("Fewer details") : qsTr("All details")
                glyph: root.unfolded ? Icons.collapse : Icons.expand
                inverse: true
                text: root.unfolded ? qsTr("Fewer") : ""
                onClicked: root.unfolded = !root.unfolded
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space3
            columns: Theme.large ? 1 : 2
            rowSpacing: Theme.targetGap
            visible: !root.terse

            RunningVerdict {
                Layout.fillHeight: true
                Layout.fillWidth: true
                stretches: !Theme.large
                sentence: root.tagText.length > 0 ? qsTr("%1 · %2").arg(root.verdictSentence).arg(root.tagText)
                                                  : root.verdictSentence
                time: root.verdictTime
            }
            AppButton {
                Layout.alignment: Qt.AlignBottom | Qt.AlignRight
                Layout.fillWidth: Theme.large
                emphasis: "primary"
                inverse: true
                text: qsTr("Stop")
                onClicked: root.stopped()
            }
        }
    }
}
