pragma ComponentBehavior: Bound

import QtQuick

// A page that may have something open that Back and Escape close before they leave the page.
Item {
    // True when something was closed.
    function closeDetail(): bool {
        return false;
    }
}
