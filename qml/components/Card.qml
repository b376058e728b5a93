pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// A flat surface with a hairline. What is put inside is laid out in a column.
Rectangle {
    id: root

    default property alias content: column.data
    property int padding: Theme.space4
    property alias spacing: column.spacing

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.card
    implicitHeight: column.implicitHeight + 2 * root.padding
    implicitWidth: column.implicitWidth + 2 * root.padding
    radius: Theme.radius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.padding
        spacing: Theme.space2
    }
}
