import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 200
    width: 390

    GoalBar {
        id: bar

        detail: ""
        goal: 6
        text: "3 of 6"
        value: 3
        width: 300
    }

    TestCase {
        name: "GoalBar"
        when: windowShown

        function filled() {
            const track = Array.from(bar.children).find(child => child.children.length === 2
                                                        && child.Accessible.role === Accessible.ProgressBar);
            return track.children[1];
        }

        function init() {
            bar.limit = false;
            bar.goal = 6;
            bar.value = 3;
        }

        function test_half_of_the_goal_is_half_of_the_bar() {
            compare(filled().width, 150);
            bar.value = 0;
            verify(!filled().visible);
        }

        function test_more_than_the_goal_fills_the_bar_and_no_more() {
            bar.value = 9;
            compare(filled().width, 300);
            verify(!bar.over);
            compare(filled().color, Theme.community);
        }

        function test_more_than_a_limit_is_a_warning() {
            bar.limit = true;
            bar.value = 6;
            verify(!bar.over);
            bar.value = 7;
            verify(bar.over);
            compare(filled().color, Theme.warn);
        }

        function test_without_a_goal_anything_fills_it() {
            bar.goal = 0;
            compare(filled().width, 300);
        }
    }
}
