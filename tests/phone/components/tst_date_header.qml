import QtQuick
import QtTest
import Waymark

Item {
    id: scene

    height: 300
    width: 390

    DateHeader {
        id: header

        addText: "Add an entry"
        isPresent: false
        nextText: "Next day"
        presentText: "Today"
        previousText: "Previous day"
        title: ""
    }
    TextMetrics {
        id: word

        font: Theme.pageTitle
    }

    TestCase {
        name: "DateHeader"
        when: windowShown

        function heading() {
            return Array.from(header.children).find(child => child.visible && child.text === header.title
                                                             && child.wrapMode !== undefined);
        }

        function test_noWordIsBroken_data() {
            const titles = ["Thursday 19 November", "Wednesday 4 November", "Friday 20 November",
                            "Jueves 19 de noviembre", "Miércoles 30 de septiembre", "28 December – 3 January"];
            const rows = [];
            for (const title of titles)
                for (const present of [true, false])
                    rows.push({tag: title + (present ? ", today" : ""), title: title, present: present});
            return rows;
        }
        function test_noWordIsBroken(data) {
            header.title = data.title;
            header.isPresent = data.present;
            for (let width = 256; width <= 380; width += 4) {
                header.width = width;
                for (const each of data.title.split(" ")) {
                    word.text = each;
                    verify(word.advanceWidth <= heading().width, "'" + each + "' is broken at " + width);
                }
            }
        }

        function test_titleStandsBetweenTheArrowsWhereItsWordsFit() {
            header.title = "Thursday 19 November";
            header.isPresent = false;
            header.width = 380;
            verify(!header.large);
            verify(heading().x > 0);
        }
    }
}
