import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    property int made: 0

    height: 300
    width: 390

    Lazy {
        id: lazy

        active: false
        width: 200

        Rectangle {
            implicitHeight: 40
            Component.onCompleted: ++scene.made
        }
    }
    PageSlot {
        id: slot

        shown: false

        Rectangle {
            Component.onCompleted: ++scene.made
        }
    }

    TestCase {
        name: "Lazy"
        when: windowShown

        function init() {
            lazy.active = false;
            scene.made = 0;
        }

        function test_nothing_is_made_before_it_is_wanted() {
            compare(scene.made, 0);
            compare(lazy.implicitHeight, 0);
            verify(!lazy.visible);
        }

        function test_what_is_made_has_the_width_it_is_given() {
            lazy.active = true;
            compare(scene.made, 1);
            compare(lazy.item.width, 200);
            compare(lazy.implicitHeight, 40);
            lazy.width = 150;
            compare(lazy.item.width, 150);
            lazy.width = 200;
        }

        function test_what_is_no_longer_wanted_goes_away() {
            lazy.active = true;
            lazy.active = false;
            compare(lazy.item, null);
        }

        function test_a_page_is_made_once_and_kept() {
            slot.shown = true;
            compare(scene.made, 1);
            slot.shown = false;
            verify(!slot.visible);
            verify(!slot.enabled);
            slot.shown = true;
            compare(scene.made, 1);
            compare(slot.item.height, 300);
        }
    }
}
