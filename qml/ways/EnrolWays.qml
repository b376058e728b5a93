pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Enrol, and what leads from there to other pages.
EnrolPage {
    required property PageArea area
}
