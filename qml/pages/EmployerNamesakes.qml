pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Employers that may be the one being added: opening one of them adds nothing twice.
ColumnLayout {
    id: root

    spacing: Theme.targetGap
    visible: EmployerModel.namesakes.count > 0

    NoteLine {
        Layout.fillWidth: true
        glyph: Icons.info
        text: qsTr("Already in the network:")
    }
    Repeater {
        model: EmployerModel.namesakes

        LinkRow {
            id: row

            required property string employerId
            required property string name
            required property string about

            Accessible.name: qsTr("Already in the network: %1. Open it.").arg(row.name)
            Layout.fillWidth: true
            detail: row.about
            glyph: Icons.store
            leftPadding: Theme.space2
            text: row.name
            onClicked: EmployerModel.open(row.employerId)
        }
    }
}
