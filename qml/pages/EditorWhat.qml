pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// What was done, where, and how people were met: the three things the verdict rests on.
Card {
    id: root

    readonly property bool travels: EntryEditorModel.activity === "travel"

    spacing: Theme.space4

    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Activity")

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.activityChoices
            firstChoices: 5
            groupName: qsTr("Activity")
            kind: "activity"
            onPicked: code => EntryEditorModel.activity = code
        }
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Place")
        visible: !root.travels

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.placeChoices
            firstChoices: 5
            groupName: qsTr("Place")
            kind: "place"
            finds: EntryEditorModel.findsPlaces
            onPicked: code => EntryEditorModel.place = code
            onSearched: words => EntryEditorModel.find("place", words)
        }
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("From")
        visible: root.travels

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.fromPlaceChoices
            firstChoices: 5
            groupName: qsTr("From")
            kind: "place"
            finds: EntryEditorModel.findsPlaces
            onPicked: code => EntryEditorModel.fromPlace = code
            onSearched: words => EntryEditorModel.find("from_place", words)
        }
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("To")
        visible: root.travels

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.toPlaceChoices
            firstChoices: 5
            groupName: qsTr("To")
            kind: "place"
            finds: EntryEditorModel.findsPlaces
            onPicked: code => EntryEditorModel.toPlace = code
            onSearched: words => EntryEditorModel.find("to_place", words)
        }
    }
    FieldRow {
        Layout.fillWidth: true
        errorText: EntryEditorModel.milesError
        label: qsTr("Miles driven")
        visible: root.travels

        TextEntry {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.shortField
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            label: qsTr("Miles driven")
            text: EntryEditorModel.miles
            wrong: EntryEditorModel.milesError.length > 0
            onTextEdited: EntryEditorModel.miles = text
        }
    }
    FieldRow {
        Layout.fillWidth: true
        label: qsTr("Contact")

        ChoiceFlow {
            Layout.fillWidth: true
            choices: EntryEditorModel.contactChoices
            groupName: qsTr("Contact")
            onPicked: code => EntryEditorModel.contact = code
        }
    }
    VerdictLine {
        Layout.fillWidth: true
        sentence: Theme.large ? EntryEditorModel.verdict.sentence : ""
        time: EntryEditorModel.verdict.time
    }
}
