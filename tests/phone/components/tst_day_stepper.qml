import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 300
    width: 480

    DayStepper {
        id: stepper

        dayText: "Tue 24 Nov 2026"
        label: "First day"
        width: 460
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
        name: "DayStepper"
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
            stepper.width = 460;
        }

        function test_buttons_move_by_a_day_and_by_a_week() {
            for (const button of find(AppButton, stepper))
                mouseClick(button);
            compare(moved.signalArguments.map(args => args[0]), [-7, -1, 1, 7]);
        }

        function test_a_typed_day_is_handed_on_and_not_kept() {
            const field = find(TextEntry, stepper)[0];
            field.forceActiveFocus();
            field.selectAll();
            for (const letter of "11/30")
                keyClick(letter);
            keyClick(Qt.Key_Return);
            compare(typed.count, 1);
            compare(typed.signalArguments[0][0], "11/30");
            compare(field.text, "Tue 24 Nov 2026");
        }

        function test_a_narrow_one_has_its_buttons_below_the_day() {
            const field = find(TextEntry, stepper)[0];
            const button = find(AppButton, stepper)[0];
            const at = item => item.mapToItem(scene, 0, 0).y;
            compare(at(button), at(field));
            stepper.width = 280;
            verify(at(button) >= at(field) + field.height + Theme.targetGap);
            verify(button.width >= Theme.target);
        }
    }
}
