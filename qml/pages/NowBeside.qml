pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// On a screen that lies: the tiles beside the week, and under them the day so far.
ScrollPage {
    id: root

    required property NowPage page
    required property Component starter

    Lazy {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        content: root.starter
    }
    NoticeBar {
        Layout.fillWidth: true
        floating: true
        offersEarlier: true
        onEarlierRequested: root.page.earlierRequested()
    }
    Lazy {
        Layout.fillWidth: true
        active: AppState.opened && !root.page.low

        content: NowToday {
            page: root.page
        }
    }
}
