pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// Where somebody's time went: what, how long, and as what it counts.
Card {
    id: root

    required property string title
    required property RowsModel rows

    visible: root.rows.count > 0

    SectionTitle {
        Layout.fillWidth: true
        text: root.title
        topPadding: 0
    }
    Repeater {
        model: root.rows

        ColumnLayout {
            id: line

            required property string countsText
            required property string hoursText
            required property string text

            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space3

                AppText {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    text: line.text
                }
                AppText {
                    Layout.alignment: Qt.AlignTop
                    text: line.hoursText
                    wrapMode: Text.NoWrap
                }
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.quiet
                font: Theme.secondary
                text: Theme.unbroken(line.countsText)
            }
        }
    }
}
