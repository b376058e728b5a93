import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 300
    width: 390

    SnackBar {
        id: bar

        height: implicitHeight
        message: "Travel since 10:42"
        movable: true
        undoable: true
        width: 390
    }
    SignalSpy {
        id: undone

        signalName: "undoRequested"
        target: bar
    }
    SignalSpy {
        id: earlier

        signalName: "earlierRequested"
        target: bar
    }
    SignalSpy {
        id: dismissed

        signalName: "dismissed"
        target: bar
    }

    TestCase {
        name: "SnackBar"
        when: windowShown

        function button(text) {
            const search = item => {
                for (const child of Array.from(item.children)) {
                    if (child.text === text && child.clicked !== undefined)
                        return child;
                    const found = search(child);
                    if (found)
                        return found;
                }
                return null;
            };
            return search(bar);
        }

        function init() {
            undone.clear();
            earlier.clear();
            dismissed.clear();
            bar.message = "Travel since 10:42";
            bar.undoable = true;
            scene.forceActiveFocus();
            mouseMove(scene, 10, 290);
        }

        function test_undo_and_earlier_are_one_tap() {
            mouseClick(button("Undo"));
            mouseClick(button("Earlier"));
            compare(undone.count, 1);
            compare(earlier.count, 1);
        }

        function test_it_can_be_closed() {
            mouseClick(button("Close message"));
            compare(dismissed.count, 1);
        }

        function test_what_cannot_be_undone_offers_no_undo() {
            bar.undoable = false;
            verify(!button("Undo").visible);
        }

        function test_without_a_message_it_takes_no_room() {
            bar.message = "";
            compare(bar.implicitHeight, 0);
            verify(!bar.visible);
        }

        function test_it_waits_while_one_of_its_buttons_has_the_focus() {
            verify(!bar.held);
            button("Undo").forceActiveFocus(Qt.TabFocusReason);
            verify(bar.held);
            scene.forceActiveFocus();
            verify(!bar.held);
        }

        function test_long_messages_at_double_text_are_not_cut() {
            Theme.textScale = 2;
            bar.message = "Employer visit since 10:42, at Hannaford on Delaware Avenue";
            waitForRendering(bar);
            verify(bar.implicitHeight > 100);
            Theme.textScale = 1;
        }
    }
}
