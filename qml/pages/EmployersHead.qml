pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// The page's title with Add, the search, and this week's contacts.
ColumnLayout {
    id: root

    // A low screen: the list needs the room more than the sums do.
    property bool brief: false

    signal addRequested

    spacing: Theme.space2

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Employers")

        AppButton {
            Accessible.name: qsTr("Add an employer")
            emphasis: "plain"
            glyph: Icons.add
            text: Theme.large ? "" : qsTr("Add")
            onClicked: root.addRequested()
        }
    }
    SearchField {
        Layout.fillWidth: true
        label: qsTr("Look for an employer")
        looksIn: qsTr("Name, contact, industry, street")
        query: EmployersModel.query
        onTyped: text => EmployersModel.query = text
    }
    GoalBar {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space1
        Layout.rightMargin: Theme.space1
        Layout.topMargin: Theme.space1
        detail: EmployersModel.contactsDetail
        goal: EmployersModel.goal
        text: EmployersModel.contactsText
        value: EmployersModel.contacts
        visible: !root.brief && EmployersModel.query.length === 0
    }
    AppText {
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space1
        color: Theme.quiet
        font: Theme.secondary
        text: EmployersModel.countText
        visible: EmployersModel.query.length > 0 && text.length > 0
    }
}
