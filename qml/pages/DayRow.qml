pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// One row of the day, whichever of the three kinds it is.
Item {
    id: root

    required property int index
    required property string kind
    required property string entryId
    required property string startText
    required property string endText
    required property string durationText
    required property int minutes
    required property string activity
    required property string title
    required property string placeText
    required property string verdictTime
    required property string verdictText
    required property bool running
    required property bool incomplete
    required property string syncState
    required property string syncText
    required property string accessibleText

    property bool chosen: false
    property bool last: false
    property real columnWidth: width

    signal entryRequested
    signal focused

    implicitHeight: part.implicitHeight + (root.last ? Theme.space4 : 0)

    Lazy {
        id: part

        content: root.kind === "entry" ? entry : root.kind === "gap" ? gap : overlap
        width: root.columnWidth
        x: (root.width - width) / 2
    }
    Component {
        id: entry

        TimelineEntry {
            accessibleText: root.accessibleText
            activity: root.activity
            chosen: root.chosen
            durationText: root.durationText
            endText: root.endText
            incomplete: root.incomplete
            minutes: root.minutes
            placeText: root.placeText
            running: root.running
            startText: root.startText
            syncState: root.syncState
            syncText: root.syncText
            text: root.title
            verdictText: root.verdictText
            verdictTime: root.verdictTime
            onActiveFocusChanged: {
                if (activeFocus)
                    root.focused();
            }
            onClicked: root.entryRequested()
        }
    }
    Component {
        id: gap

        TimelineGap {
            accessibleText: root.accessibleText
            durationText: root.durationText
            endText: root.endText
            startText: root.startText
            tiles: DayModel.tiles
            onFilled: tile => DayModel.fillGap(root.index, tile)
        }
    }
    Component {
        id: overlap

        TimelineOverlap {
            id: settle

            accessibleText: root.accessibleText
            durationText: root.durationText
            endText: root.endText
            startText: root.startText
            onKeepBoth: reason => settle.reasonMissing = !DayModel.keepBoth(root.index, reason)
            onTrimEarlier: DayModel.trimEarlier(root.index)
            onTrimThis: DayModel.trimThis(root.index)
        }
    }
}
