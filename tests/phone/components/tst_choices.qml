import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 600
    width: 390

    ListModel {
        id: few

        ListElement {
            code: "in_person"
            selected: true
            text: "In person"
        }
        ListElement {
            code: "phone"
            selected: false
            text: "Phone"
        }
    }
    ListModel {
        id: many

        Component.onCompleted: {
            for (let i = 0; i < 9; ++i)
                append({code: "c" + i, text: "Choice " + i, selected: i === 8});
        }
    }
    ListModel {
        id: places

        ListElement {
            code: "a"
            selected: false
            text: "Riverside Community Center"
        }
        ListElement {
            code: "b"
            selected: false
            text: "Bridgeway Program Site"
        }
    }
    ChoiceFlow {
        id: flow

        choices: few
        groupName: "Contact"
        width: 390
    }
    SignalSpy {
        id: picked

        signalName: "picked"
        target: flow
    }

    TestCase {
        name: "ChoiceFlow"
        when: windowShown

        function chips() {
            return Array.from(flow.children).filter(child => child instanceof Chip && child.visible);
        }

        function init() {
            picked.clear();
            flow.choices = few;
            flow.firstChoices = 0;
            flow.unfolded = false;
        }

        function test_a_tap_picks_the_code() {
            mouseClick(chips()[1]);
            compare(picked.count, 1);
            compare(picked.signalArguments[0][0], "phone");
        }

        function test_the_chosen_one_is_told_without_colour() {
            verify(chips()[0].Accessible.checked);
            verify(!chips()[1].Accessible.checked);
            compare(chips()[0].Accessible.role, Accessible.RadioButton);
        }

        function test_a_long_list_shows_the_first_and_the_chosen_ones() {
            flow.choices = many;
            flow.firstChoices = 3;
            compare(chips().map(chip => chip.text), ["Choice 0", "Choice 1", "Choice 2", "Choice 8", "All"]);
        }

        function test_long_choices_share_a_row_in_two_lines() {
            flow.choices = places;
            const found = chips();
            compare(found.length, 2);
            compare(found[0].y, found[1].y);
            verify(found[1].x + found[1].width <= flow.width);
            for (const chip of found)
                verify(!chip.contentItem.children[1].truncated);
        }

        function test_all_are_one_tap_away() {
            flow.choices = many;
            flow.firstChoices = 3;
            mouseClick(chips()[4]);
            compare(chips().length, 10);
        }

        function test_a_list_that_would_hide_only_one_hides_none() {
            flow.choices = few;
            flow.firstChoices = 1;
            compare(chips().length, 2);
        }
    }
}
