pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Every activity, behind More.
Card {
    id: root

    required property NowStarter starter

    Flow {
        id: all

        Layout.fillWidth: true
        spacing: Theme.targetGap

        Repeater {
            model: root.starter.showsAll ? NowModel.suggestions : null

            NowSuggestion {
                starter: root.starter
                width: Math.min(implicitWidth, all.width)
            }
        }
        Repeater {
            model: root.starter.showsAll ? NowModel.activities : null

            Chip {
                required property string code
                required text

                Accessible.name: qsTr("Start %1").arg(text)
                glyph: Icons.activity(code)
                width: Math.min(implicitWidth, all.width)
                onClicked: {
                    root.starter.showsAllRequested(false);
                    NowModel.startActivity(code);
                }
            }
        }
    }
}
