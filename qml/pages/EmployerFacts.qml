pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Who they are and how to reach them.
Card {
    id: root

    readonly property bool bare: EmployerModel.contactText.length + EmployerModel.phone.length
                                 + EmployerModel.address.length + EmployerModel.industry.length
                                 + EmployerModel.note.length === 0

    spacing: Theme.space3

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Contact")
        value: EmployerModel.contactText
    }
    AppButton {
        Accessible.name: EmployerModel.contactByMail ? qsTr("Write to %1").arg(EmployerModel.phone)
                                                     : qsTr("Call %1").arg(EmployerModel.phone)
        glyph: EmployerModel.contactByMail ? Icons.mail : Icons.call
        text: EmployerModel.phone
        visible: EmployerModel.contactLink.length > 0
        onClicked: Qt.openUrlExternally(EmployerModel.contactLink)
    }
    FactRow {
        Layout.fillWidth: true
        label: qsTr("Phone")
        value: EmployerModel.contactLink.length > 0 ? "" : EmployerModel.phone
    }
    FactRow {
        Layout.fillWidth: true
        label: qsTr("Address")
        value: EmployerModel.address
    }
    FactRow {
        Layout.fillWidth: true
        label: qsTr("Industry")
        value: EmployerModel.industry
    }
    FactRow {
        Layout.fillWidth: true
        label: qsTr("Note")
        value: EmployerModel.note
    }
    NoteLine {
        Layout.fillWidth: true
        glyph: EmployerModel.hasPosition ? Icons.location : Icons.locationOff
        text: EmployerModel.positionText
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.quiet
        font: Theme.secondary
        text: qsTr("Only the name is known: Edit adds whom to ask for, and how to reach them.")
        visible: root.bare && !EmployerModel.removed
    }
}
