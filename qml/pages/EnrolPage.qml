pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The first page of a new phone: a link from the admin, or the server's address and a code.
ScrollPage {
    id: root

    fills: true
    maximumWidth: Theme.formWidth
    spacing: Theme.space4

    Item {
        Layout.fillHeight: true
        Layout.maximumHeight: Theme.tileHeight
    }
    AppText {
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        font: Theme.number
        text: qsTr("Waymark")
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        text: qsTr("Your time in the community, recorded with one tap, with or without signal. "
                   + "To begin, your admin gives you a link or a code.")
    }
    Banner {
        Layout.fillWidth: true
        message: AppState.problemText
    }
    Card {
        Layout.fillWidth: true
        spacing: Theme.space3

        FieldRow {
            Layout.fillWidth: true
            errorText: EnrolModel.linkError
            hint: qsTr("It begins with waymark://enroll.")
            label: qsTr("Link from your admin")

            TextEntry {
                Layout.fillWidth: true
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
                label: qsTr("Link from your admin")
                text: EnrolModel.link
                wrong: EnrolModel.linkError.length > 0
                onTextEdited: EnrolModel.link = text
            }
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.quiet
            font: Theme.secondary
            text: qsTr("or type both of these")
        }
        FieldRow {
            Layout.fillWidth: true
            errorText: EnrolModel.serverError
            hint: qsTr("As your admin gave it to you.")
            label: qsTr("Server address")

            TextEntry {
                Layout.fillWidth: true
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
                label: qsTr("Server address")
                text: EnrolModel.server
                wrong: EnrolModel.serverError.length > 0
                onTextEdited: EnrolModel.server = text
            }
        }
        FieldRow {
            Layout.fillWidth: true
            errorText: EnrolModel.codeError
            hint: qsTr("Eight letters and digits; it works once, for an hour.")
            label: qsTr("Code")

            TextEntry {
                Layout.fillWidth: true
                inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                label: qsTr("Code")
                text: EnrolModel.code
                wrong: EnrolModel.codeError.length > 0
                onAccepted: EnrolModel.enrol()
                onTextEdited: EnrolModel.code = text
            }
        }
        FieldRow {
            Layout.fillWidth: true
            hint: qsTr("Your admin sees this name beside your phone.")
            label: qsTr("Name of this phone")

            TextEntry {
                Layout.fillWidth: true
                label: qsTr("Name of this phone")
                text: EnrolModel.deviceName
                onTextEdited: EnrolModel.deviceName = text
            }
        }
    }
    Banner {
        Layout.fillWidth: true
        message: EnrolModel.errorText
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        text: EnrolModel.progressText
        visible: EnrolModel.busy && text.length > 0
    }
    AppButton {
        Layout.fillWidth: true
        emphasis: "primary"
        enabled: EnrolModel.canEnrol && !EnrolModel.busy
        glyph: Icons.link
        text: EnrolModel.busy ? qsTr("Asking the server") : qsTr("Enroll this phone")
        onClicked: EnrolModel.enrol()
    }
    // Settings come after this page; who cannot read it should not have to find them first.
    ChoiceFlow {
        Layout.fillWidth: true
        choices: SettingsModel.languages
        groupName: qsTr("Language")
        onPicked: code => SettingsModel.language = code
    }
    Item {
        Layout.fillHeight: true
    }
}
