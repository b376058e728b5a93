import QtQuick
import QtTest
import Waymark

TestCase {
    id: root

    function luminance(shade: color): real {
        const linear = channel => channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(shade.r) + 0.7152 * linear(shade.g) + 0.0722 * linear(shade.b);
    }

    function contrast(a: color, b: color): real {
        const light = Math.max(luminance(a), luminance(b));
        const dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    name: "Theme"

    function cleanup() {
        Theme.dark = false;
        Theme.textScale = 1;
    }

    function test_words_can_be_read_on_every_surface_data() {
        return [
            {tag: "light", dark: false},
            {tag: "dark", dark: true}
        ];
    }

    function test_words_can_be_read_on_every_surface(data) {
        Theme.dark = data.dark;
        const pairs = [["ink", "page"], ["ink", "card"], ["ink", "tint"], ["quiet", "page"], ["quiet", "card"],
            ["quiet", "tint"], ["accent", "card"], ["accent", "tint"], ["accent", "page"], ["accentInk", "accent"],
            ["warn", "warnTint"], ["warn", "card"], ["warn", "page"]];
        for (const pair of pairs)
            verify(contrast(Theme[pair[0]], Theme[pair[1]]) >= 4.5, pair.join(" on "));
    }

    function test_marks_stand_out_data() {
        return test_words_can_be_read_on_every_surface_data();
    }

    function test_marks_stand_out(data) {
        Theme.dark = data.dark;
        // A bar is told from the card by its fill, its outline or its hatching; a mark from the fill by its halo.
        for (const pair of [["community", "card"], ["quiet", "notLogged"], ["quiet", "card"], ["ink", "notLogged"], ["ink", "card"],
            ["community", "notLogged"], ["accent", "card"]])
            verify(contrast(Theme[pair[0]], Theme[pair[1]]) >= 3, pair.join(" on "));
    }

    function test_the_three_kinds_of_time_differ_in_lightness() {
        for (const dark of [false, true]) {
            Theme.dark = dark;
            verify(contrast(Theme.community, Theme.onsite) >= 1.4);
            verify(contrast(Theme.onsite, Theme.notLogged) >= 1.4);
            verify(contrast(Theme.community, Theme.notLogged) >= 3);
        }
    }

    function test_type_grows_with_the_text_scale() {
        compare(Theme.body.pixelSize, 15);
        Theme.textScale = 2;
        compare(Theme.body.pixelSize, 30);
        compare(Theme.number.pixelSize, 68);
    }

    function test_the_fonts_are_the_embedded_ones() {
        compare(Theme.body.family, "Roboto");
        compare(Theme.iconFamily, "Material Icons");
    }

    function test_digits_line_up() {
        metrics.font = Theme.number;
        const one = metrics.advanceWidth("1111");
        for (const digits of ["0000", "4444", "7777", "9999"])
            compare(metrics.advanceWidth(digits), one);
    }

    function test_figures_keep_their_units_beside_them() {
        compare(Theme.unbroken("6 h 03 m more this week reaches 65 %"),
                "6\u00a0h\u00a003\u00a0m more this week reaches 65\u00a0%");
        compare(Theme.unbroken("4 of 6 miles"), "4 of 6 miles");
    }

    FontMetrics {
        id: metrics
    }
}
