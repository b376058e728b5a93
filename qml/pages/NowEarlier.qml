pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// What runs began earlier.
EarlierCard {
    id: root

    required property NowStatus status

    errorText: NowModel.earlierError
    lastStopText: NowModel.lastStopText
    onDismissed: root.status.asksEarlier = false
    onMoved: minutes => NowModel.earlier(minutes)
    onMovedToLastStop: {
        NowModel.earlierSinceLastStop();
        root.status.asksEarlier = false;
    }
    onTyped: text => {
        if (NowModel.earlierAt(text))
            root.status.asksEarlier = false;
    }
}
