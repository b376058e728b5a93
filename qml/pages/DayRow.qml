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
    required property string startDayText
    required property string endDayText
    required property double startMs
    required property double endMs
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

    signal entryRequested(entryId: string)
    signal spanRequested(startMs: double, endMs: double)
    signal focused

    // Put by for another row, it still stands in the list: nobody may come to it by keyboard or screen reader.
    ListView.onPooled: visible = false
    ListView.onReused: visible = true
    // The day's last row has its review under it.
    implicitHeight: part.implicitHeight + (root.last ? review.implicitHeight + Theme.space3 + Theme.space4 : 0)

    Lazy {
        id: part

        height: implicitHeight
        content: root.kind === "entry" ? entry : root.kind === "gap" ? gap : overlap
        width: root.columnWidth
        x: (root.width - width) / 2
    }
    Lazy {
        id: review

        active: root.last
        width: root.columnWidth
        x: part.x
        y: part.height + Theme.space3

        content: DayReview {
            onEntryRequested: entryId => root.entryRequested(entryId)
        }
    }
    Component {
        id: entry

        TimelineEntry {
            accessibleText: root.accessibleText
            activity: root.activity
            chosen: root.chosen
            durationText: root.durationText
            endDayText: root.endDayText
            endText: root.endText
            incomplete: root.incomplete
            minutes: root.minutes
            placeText: root.placeText
            running: root.running
            startDayText: root.startDayText
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
            onClicked: root.entryRequested(root.entryId)
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
            onMoreRequested: root.spanRequested(root.startMs, root.endMs)
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
