import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 400
    width: 390

    Flickable {
        id: page

        anchors.fill: parent
        contentHeight: 900

        Pressable {
            id: first

            height: 60
            text: "First"
            width: 120
        }
        Pressable {
            id: second

            height: 60
            text: "Second"
            width: 120
            y: 100
        }
    }
    SignalSpy {
        id: clicked

        signalName: "clicked"
        target: first
    }

    TestCase {
        name: "Pressable"
        when: windowShown

        function init() {
            page.contentY = 0;
            first.enabled = true;
            second.forceActiveFocus(Qt.TabFocusReason);
            clicked.clear();
        }

        function test_a_tap_clicks_once_and_shows_no_ring() {
            mousePress(first);
            verify(first.down);
            mouseRelease(first);
            compare(clicked.count, 1);
            verify(!first.down);
            verify(first.activeFocus);
            verify(!first.visualFocus);
        }

        function test_a_finger_taps_too() {
            const touch = touchEvent(first);
            touch.press(0, first, 20, 20).commit();
            touch.release(0, first, 20, 20).commit();
            compare(clicked.count, 1);
        }

        function test_a_finger_may_stay_and_slide_on_it() {
            const touch = touchEvent(first);
            touch.press(0, first, 20, 20).commit();
            for (let x = 25; x <= 60; x += 5)
                touch.move(0, first, x, 20).commit();
            touch.release(0, first, 60, 20).commit();
            compare(clicked.count, 1);
            // How long it stays is the handler's to count: longer than a hand can.
            const finger = Array.from(first.data).find(part => part instanceof TapHandler);
            verify(finger.longPressThreshold > 3600);
        }

        function test_a_window_that_comes_back_shows_no_ring() {
            mouseClick(first);
            const other = Qt.createQmlObject("import QtQuick; Window { width: 50; height: 50; visible: true }", scene);
            other.requestActivate();
            tryCompare(first, "activeFocus", false);
            scene.Window.window.requestActivate();
            tryCompare(first, "activeFocus", true);
            verify(!first.visualFocus);
            other.destroy();
        }

        function test_every_one_of_quick_taps_counts() {
            mouseClick(first);
            mouseClick(first);
            compare(clicked.count, 2);
        }

        function test_who_lets_go_elsewhere_has_not_pressed_it() {
            mousePress(first, 20, 20);
            mouseMove(first, 20, 300);
            mouseRelease(first, 20, 300);
            compare(clicked.count, 0);
        }

        function test_who_scrolls_has_not_pressed_it() {
            const touch = touchEvent(scene);
            touch.press(0, first, 20, 50).commit();
            for (let y = 45; y > -150; y -= 15)
                touch.move(0, first, 20, y).commit();
            touch.release(0, first, 20, -150).commit();
            compare(clicked.count, 0);
        }

        function test_tab_reaches_it_and_shows_a_ring() {
            keyClick(Qt.Key_Backtab);
            verify(first.activeFocus);
            verify(first.visualFocus);
        }

        function test_space_clicks_when_it_is_let_go() {
            first.forceActiveFocus(Qt.TabFocusReason);
            keyPress(Qt.Key_Space);
            verify(first.down);
            compare(clicked.count, 0);
            keyRelease(Qt.Key_Space);
            compare(clicked.count, 1);
        }

        function test_space_that_is_let_go_elsewhere_clicks_nothing() {
            first.forceActiveFocus(Qt.TabFocusReason);
            keyPress(Qt.Key_Space);
            second.forceActiveFocus(Qt.TabFocusReason);
            keyRelease(Qt.Key_Space);
            compare(clicked.count, 0);
            verify(!first.down);
        }

        function test_space_that_was_pressed_elsewhere_clicks_nothing() {
            keyPress(Qt.Key_Space);
            first.forceActiveFocus(Qt.TabFocusReason);
            keyRelease(Qt.Key_Space);
            compare(clicked.count, 0);
        }

        function test_enter_and_return_click() {
            first.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Enter);
            keyClick(Qt.Key_Return);
            compare(clicked.count, 2);
        }

        function test_a_screen_reader_presses_it() {
            compare(first.Accessible.role, Accessible.Button);
            compare(first.Accessible.name, "First");
            first.Accessible.pressAction();
            compare(clicked.count, 1);
        }

        function test_disabled_it_does_nothing() {
            first.enabled = false;
            mouseClick(first);
            compare(clicked.count, 0);
        }
    }
}
