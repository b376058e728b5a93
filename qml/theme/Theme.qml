pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every colour, size and font of the app, once. Components ask for a meaning ("quiet", "accent"), never for a
// value. The shell binds `dark` and `textScale` to the person's settings; everything else follows.
QtObject {
    id: theme

    property bool dark: false
    // 1 is the size the design is drawn at; the app goes up to 2 (WCAG 1.4.4).
    property real textScale: 1

    // Surfaces
    readonly property color page: dark ? "#101415" : "#F4F5F2"
    readonly property color card: dark ? "#1A2022" : "#FFFFFF"
    readonly property color line: dark ? "#2C3538" : "#DDE1DC"
    // Text
    readonly property color ink: dark ? "#E9EDEA" : "#172023"
    readonly property color quiet: dark ? "#A3AFAC" : "#56635F"
    // The one accent, and what is written on it
    readonly property color accent: dark ? "#63CFC3" : "#0A6B63"
    readonly property color accentInk: dark ? "#06231F" : "#FFFFFF"
    readonly property color tint: dark ? "#1F2E2D" : "#E3F0ED"
    // The three kinds of time. Told apart by lightness and by pattern too: community is plain, on-site has an
    // outline, not logged is hatched.
    readonly property color community: dark ? "#3FB5A8" : "#128074"
    readonly property color onsite: dark ? "#6C7F86" : "#8FA3A9"
    readonly property color notLogged: dark ? "#263033" : "#E6EAE6"
    // Below the minimum, and whatever waits for the person
    readonly property color warn: dark ? "#F0B45C" : "#8A5300"
    readonly property color warnTint: dark ? "#33291A" : "#FBEFD9"
    readonly property color clear: "transparent"

    // Spacing
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24

    // Shapes
    readonly property int hairline: 1
    readonly property int selectedBorder: 2
    readonly property int radius: 16
    readonly property int radiusSmall: 4
    readonly property int radiusChip: 20
    readonly property int radiusButton: 24

    // Sizes
    readonly property int target: 48
    readonly property int targetGap: 8
    readonly property int chipHeight: 40
    // A row of chips with words in two lines
    readonly property real chipRow: Math.max(target, 2 * Math.ceil(secondaryWidths.height) + 2 * space2)
    readonly property int suggestionWidth: scaled(280)
    readonly property int tileHeight: 84
    readonly property int tileHeightCompact: 64
    readonly property int bottomBar: 64
    readonly property int sideRail: 88
    readonly property int bulletHeight: 14
    readonly property int dayBarHeight: 12
    readonly property int weekBarHeight: 24
    // What a legend shows of each kind of time, beside words that grow
    readonly property int keySize: scaled(12)
    readonly property int sparkHeight: 96
    readonly property int heavyMark: 3
    readonly property real lightMark: 1.5
    readonly property int markOverhang: 4
    readonly property int hatchStep: 6
    readonly property real hatchLine: 1.5
    readonly property int dash: 5
    readonly property int railDot: 12
    readonly property int iconSmall: scaled(18)
    readonly property int iconMedium: scaled(24)
    readonly property int iconLarge: scaled(28)
    readonly property int iconHuge: scaled(40)
    readonly property int tileWidth: scaled(88)
    readonly property int timeField: scaled(88)
    readonly property int stepperWidth: scaled(420)
    readonly property int shortField: scaled(140)
    readonly property int percentField: scaled(56)
    readonly property int clockColumn: scaled(44)
    readonly property int clockColumnFrom: scaled(320)
    readonly property int dayColumn: scaled(36)
    readonly property int hoursColumn: scaled(72)
    readonly property real faded: 0.5
    // The part of a row that one chip may take where two are to stand in it
    readonly property real foldedChip: 0.54

    // The window: what it opens with, and how small it may get
    readonly property int startWidth: 390
    readonly property int startHeight: 844
    readonly property int smallestSide: 320

    // Where layouts change
    readonly property int wideFrom: 720
    readonly property int twoPanesFrom: 840
    readonly property int readingWidth: 640
    readonly property int formWidth: 480
    readonly property int steppersSideBySide: scaled(620)
    readonly property int compactBelow: 640
    // Room for everything that Now may have to say at once.
    readonly property int roomyFrom: 960
    readonly property int lowBelow: 480
    readonly property int dayStepperFrom: scaled(400)
    readonly property int twoFactsFrom: scaled(420)

    // Times, in milliseconds
    readonly property int quick: 120
    readonly property int noticeStays: 12000

    // Type. Roboto's digits are tabular, so numbers line up without more ado.
    readonly property font number: face(34, Font.DemiBold)
    readonly property font runningNumber: face(30, Font.Medium)
    readonly property font title: face(20, Font.DemiBold)
    readonly property font pageTitle: face(17, Font.Medium)
    readonly property font body: face(15, Font.Normal)
    readonly property font bodyStrong: face(15, Font.Medium)
    readonly property font secondary: face(14, Font.Normal)
    readonly property font secondaryStrong: face(14, Font.Medium)
    readonly property font label: face(12, Font.Normal)
    readonly property font labelStrong: face(12, Font.Medium)
    readonly property FontMetrics secondaryWidths: FontMetrics {
        font: theme.secondary
    }
    // The program loads both before its first window (app_fonts.h).
    readonly property string iconFamily: "Material Icons"
    readonly property string wordFamily: "Roboto"

    // Text so large that what stands side by side has to go one under the other.
    readonly property bool large: textScale > 1.3

    function scaled(pixels: real): int {
        return Math.round(pixels * theme.textScale);
    }

    function face(pixels: real, weight: int): font {
        return Qt.font({
            family: theme.wordFamily,
            pixelSize: theme.scaled(pixels),
            weight: weight
        });
    }

    // What a long entry is higher than its words need, so that a list of entries reads as a day.
    function heightOfMinutes(minutes: int): real {
        return Math.max(0, Math.min(minutes, 180) - 45) * 0.3;
    }

    // How wide a small choice's words are when they stand in two lines, parted where both are shortest. Words that cannot
    // be parted are as wide as they are.
    function foldedWidth(text: string): real {
        const words = text.split(" ");
        let width = theme.secondaryWidths.advanceWidth(text);
        for (let first = 1; first < words.length; ++first) {
            const above = theme.secondaryWidths.advanceWidth(words.slice(0, first).join(" "));
            const below = theme.secondaryWidths.advanceWidth(words.slice(first).join(" "));
            width = Math.min(width, Math.max(above, below));
        }
        return Math.ceil(width) + theme.hairline;
    }

    // The same words with figures and their units held together, so that no line begins with a lone "%".
    function unbroken(text: string): string {
        return text.replace(/(\d) (?=%|[hm]\b|min\b)/g, "$1\u00a0").replace(/(\d\u00a0h) (?=\d)/g, "$1\u00a0");
    }

    // The colour of a kind of time, by its code.
    function timeColor(time: string): color {
        switch (time) {
        case "community":
            return theme.community;
        case "on_site":
            return theme.onsite;
        default:
            return theme.notLogged;
        }
    }
}
