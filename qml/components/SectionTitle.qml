pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The heading of a part of a page.
AppText {
    id: root

    Accessible.role: Accessible.Heading
    color: Theme.quiet
    font: Theme.secondaryStrong
    topPadding: Theme.space2
}
