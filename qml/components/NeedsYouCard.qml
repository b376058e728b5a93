pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A record that two sides see differently, or that was refused: what differs side by side, and the ways to settle
// it.
Card {
    id: root

    required property string title
    required property string reasonText
    required property var fieldLabels
    required property var mineValues
    required property var theirsValues
    required property bool canKeepMine
    required property bool canKeepTheirs
    required property bool canDiscard
    required property string editId
    required property string mineFrom
    required property string theirsFrom
    required property string othersText

    readonly property string ofMine: qsTr("Keep mine: your version replaces theirs for everyone.")
    readonly property string ofTheirs: qsTr("Keep theirs: their version stays, and your change goes.")
    readonly property string ofEdit: qsTr("Edit: you make one version out of both.")
    readonly property string ofDiscard: root.theirsFrom.length > 0
                                        ? qsTr("Give my change up: it goes, and what the server has is shown again.")
                                        : qsTr("Give my change up: it goes from this phone; the server never had it.")
    readonly property var consequences: {
        const said = [];
        if (root.canKeepMine)
            said.push(root.ofMine);
        if (root.canKeepTheirs)
            said.push(root.ofTheirs);
        if (root.canKeepMine && root.editId.length > 0)
            said.push(root.ofEdit);
        if (root.canDiscard)
            said.push(root.ofDiscard);
        return said;
    }

    signal keptMine
    signal keptTheirs
    signal edited
    signal discarded

    border.color: Theme.warn

    AppText {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        font: Theme.bodyStrong
        text: root.title
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.warn
        text: root.reasonText
    }
    // Whose is whose, above the two columns.
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3
        visible: root.fieldLabels.length > 0 && !Theme.large

        AppText {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            font: Theme.secondaryStrong
            text: qsTr("Mine (%1)").arg(root.mineFrom)
        }
        AppText {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            font: Theme.secondaryStrong
            text: qsTr("Theirs (%1)").arg(root.theirsFrom)
            visible: root.theirsFrom.length > 0
        }
    }
    Repeater {
        model: root.fieldLabels.length

        ColumnLayout {
            id: field

            required property int index

            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.labelStrong
                text: root.fieldLabels[field.index]
            }
            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Theme.space3
                columns: Theme.large ? 1 : 2
                rowSpacing: 0

                AppText {
                    readonly property string value: root.mineValues[field.index]

                    Accessible.name: qsTr("Mine: %1").arg(value)
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: Theme.large ? qsTr("Mine: %1").arg(value) : value
                }
                AppText {
                    readonly property string value: root.theirsValues[field.index]

                    Accessible.name: qsTr("Theirs: %1").arg(value)
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: Theme.large ? qsTr("Theirs: %1").arg(value) : value
                    visible: root.theirsFrom.length > 0
                }
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: root.othersText
        visible: text.length > 0
    }
    // What each way does, before it is taken.
    Repeater {
        model: root.consequences

        AppText {
            required property string modelData

            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: modelData
        }
    }
    Flow {
        id: ways

        Layout.fillWidth: true
        spacing: Theme.targetGap

        AppButton {
            Accessible.description: root.ofMine
            text: qsTr("Keep mine")
            visible: root.canKeepMine
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.keptMine()
        }
        AppButton {
            Accessible.description: root.ofTheirs
            text: qsTr("Keep theirs")
            visible: root.canKeepTheirs
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.keptTheirs()
        }
        AppButton {
            text: qsTr("Edit")
            visible: root.editId.length > 0
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.edited()
        }
        AppButton {
            Accessible.description: root.ofDiscard
            text: qsTr("Give my change up")
            visible: root.canDiscard
            width: Math.min(implicitWidth, ways.width)
            onClicked: root.discarded()
        }
    }
}
