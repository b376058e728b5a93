import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 300
    width: 390

    TimeStepper {
        id: stepper

        label: "Start"
        timeText: "09:10"
        width: 360
    }
    SignalSpy {
        id: moved

        signalName: "moved"
        target: stepper
    }
    SignalSpy {
        id: typed

        signalName: "typed"
        target: stepper
    }

    TestCase {
        name: "TimeStepper"
        when: windowShown

        function find(kind, item) {
            let found = [];
            for (const child of Array.from(item.children)) {
                if (child instanceof kind)
                    found.push(child);
                found = found.concat(find(kind, child));
            }
            return found;
        }

        function init() {
            moved.clear();
            typed.clear();
            stepper.width = 360;
        }

        function test_buttons_move_by_five_and_fifteen_minutes() {
            for (const button of find(AppButton, stepper))
                mouseClick(button);
            compare(moved.count, 4);
            compare(moved.signalArguments.map(args => args[0]), [-15, -5, 5, 15]);
        }

        function test_a_typed_time_is_handed_on_and_not_kept() {
            const field = find(TextEntry, stepper)[0];
            field.forceActiveFocus();
            field.selectAll();
            for (const key of [Qt.Key_9, Qt.Key_5, Qt.Key_5])
                keyClick(key);
            keyClick(Qt.Key_Return);
            compare(typed.count, 1);
            compare(typed.signalArguments[0][0], "955");
            compare(field.text, "09:10", "the owner decides what holds");
        }

        function test_leaving_the_field_as_it_was_says_nothing() {
            const field = find(TextEntry, stepper)[0];
            field.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(typed.count, 0);
        }

        function test_a_narrow_one_keeps_its_buttons_big() {
            stepper.width = 256;
            waitForRendering(stepper);
            for (const button of find(AppButton, stepper)) {
                verify(button.width >= 48);
                verify(button.mapToItem(stepper, button.width, 0).x <= 256);
            }
        }

        function test_every_button_says_which_time_it_moves() {
            for (const button of find(AppButton, stepper))
                verify(button.Accessible.name.startsWith("Start: "));
        }
    }
}
