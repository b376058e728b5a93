pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Reasons that people mostly give, to be tapped instead of typed.
Flow {
    id: root

    required property var reasons
    property string chosen: ""

    signal picked(reason: string)

    Accessible.name: qsTr("Reasons")
    Accessible.role: Accessible.Grouping
    spacing: Theme.targetGap

    Repeater {
        model: root.reasons

        Chip {
            required property string modelData

            Accessible.role: Accessible.RadioButton
            checked: root.chosen === modelData
            text: modelData
            width: Math.min(implicitWidth, root.width)
            onClicked: root.picked(modelData)
        }
    }
}
