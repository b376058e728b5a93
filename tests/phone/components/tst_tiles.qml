import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 600
    width: 358

    ListModel {
        id: six

        Component.onCompleted: {
            for (const tile of ["employer_visit", "job_coaching", "participant", "travel", "office", "break"])
                append({tile: tile, text: tile.replace("_", " "), active: tile === "travel"});
        }
    }
    TileGrid {
        id: grid

        tiles: six
        width: 358
    }
    SignalSpy {
        id: tapped

        signalName: "tapped"
        target: grid
    }

    TestCase {
        name: "TileGrid"
        when: windowShown

        function tiles() {
            return Array.from(grid.children).filter(child => child instanceof Tile);
        }

        function cleanup() {
            Theme.textScale = 1;
            grid.width = 358;
            tapped.clear();
        }

        function test_three_in_a_row_on_a_phone() {
            compare(grid.columns, 3);
            compare(tiles().length, 6);
            // A layout comes to rest with the next frame.
            tryCompare(tiles()[0], "height", 84);
        }

        function test_three_in_a_row_on_the_smallest_phone() {
            grid.width = 288;
            compare(grid.columns, 3);
        }

        function test_one_tap_names_the_tile() {
            mouseClick(tiles()[3]);
            compare(tapped.count, 1);
            compare(tapped.signalArguments[0][0], "travel");
        }

        function test_the_running_one_says_so() {
            compare(tiles()[3].Accessible.description, "Running now");
            compare(tiles()[0].Accessible.description, "");
        }

        function test_large_text_lays_the_tiles_down() {
            Theme.textScale = 2;
            grid.width = 288;
            compare(grid.columns, 1);
            verify(tiles()[0].lying);
        }
    }
}
