import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 200
    width: 400

    BulletBar {
        id: bullet

        description: "61.1 % in the community"
        minimum: 0.5
        recommended: 0.65
        share: 0.611
        width: 400
    }
    DayBar {
        id: day

        communityPart: 0.5
        description: "Monday"
        notLoggedPart: 0.25
        onsitePart: 0.25
        width: 400
        y: 60
    }

    TestCase {
        name: "Bars"
        when: windowShown

        // The drawn parts of a bullet bar, in the order they lie on one another: track, fill, heavy mark, light mark.
        function parts() {
            return Array.from(bullet.children).filter(child => child instanceof Rectangle);
        }

        function cleanup() {
            bullet.share = 0.611;
            day.communityPart = 0.5;
            day.notLoggedPart = 0.25;
        }

        function test_the_fill_is_as_long_as_the_share() {
            compare(parts()[1].width, 0.611 * 400);
        }

        function test_nothing_worked_is_drawn_as_nothing() {
            bullet.share = 0;
            verify(!parts()[1].visible);
        }

        function test_a_share_over_all_ends_at_the_end() {
            bullet.share = 1.4;
            compare(parts()[1].width, 400);
        }

        function test_the_mark_that_must_be_reached_is_the_heavy_one() {
            const heavy = parts()[2];
            const light = parts()[3];
            fuzzyCompare(heavy.x + heavy.width / 2, 200, 0.5);
            fuzzyCompare(light.x + light.width / 2, 260, 0.5);
            verify(heavy.width > light.width);
        }

        function test_a_screen_reader_hears_it_in_words() {
            compare(bullet.Accessible.name, "61.1 % in the community");
            compare(bullet.Accessible.role, Accessible.ProgressBar);
        }

        function test_the_hatched_part_is_not_a_plain_colour() {
            const shot = grabImage(day);
            const hues = new Set();
            for (let x = 310; x < 390; ++x)
                hues.add(String(shot.pixel(x, 6)));
            verify(hues.size > 2, "not logged is hatched, also by the software renderer");
            const plain = new Set();
            for (let x = 20; x < 180; ++x)
                plain.add(String(shot.pixel(x, 6)));
            compare(plain.size, 1);
        }

        function test_parts_without_time_take_no_room() {
            day.communityPart = 0;
            const shot = grabImage(day);
            verify(String(shot.pixel(20, 6)) !== String(Theme.community));
        }
    }
}
