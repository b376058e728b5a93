pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The share of past weeks on one fixed scale from 0 to 100, with the two marks as lines and their numbers. A week without data is a
// gap in the line, never a zero. `weeks` has the role fraction (below 0: no data).
Canvas {
    id: root

    required property var weeks
    required property real minimum
    required property real recommended
    required property string description

    readonly property color lineColor: Theme.community
    readonly property color markColor: Theme.quiet
    readonly property int inset: Theme.space2
    // At the right, for the numbers of the marks.
    readonly property real gutter: metrics.advanceWidth("65") + Theme.space2

    function yOf(fraction: real): real {
        return height - root.inset - fraction * (height - 2 * root.inset);
    }

    // The number stands a little off its line, away from the other mark's.
    function drawMark(pen: var, fraction: real, thickness: real, off: real): void {
        pen.beginPath();
        pen.lineWidth = thickness;
        pen.moveTo(0, root.yOf(fraction));
        pen.lineTo(width - root.gutter, root.yOf(fraction));
        pen.stroke();
        pen.fillText(Math.round(fraction * 100), width - root.gutter + Theme.space2, root.yOf(fraction) + off);
    }

    Accessible.name: root.description
    Accessible.role: Accessible.Chart
    implicitHeight: Theme.sparkHeight
    implicitWidth: Theme.tileHeight * 2
    renderStrategy: Canvas.Immediate
    onGutterChanged: requestPaint()
    onLineColorChanged: requestPaint()
    onMarkColorChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        pen.strokeStyle = root.markColor;
        pen.fillStyle = root.markColor;
        pen.font = "%1px \"%2\"".arg(Theme.label.pixelSize).arg(Theme.label.family);
        pen.textBaseline = "middle";
        const off = Theme.label.pixelSize / 4;
        root.drawMark(pen, root.minimum, Theme.selectedBorder, off);
        root.drawMark(pen, root.recommended, Theme.hairline, -off);
        pen.strokeStyle = root.lineColor;
        pen.fillStyle = root.lineColor;
        pen.lineWidth = Theme.heavyMark;
        const count = root.weeks.count;
        const step = count > 1 ? (width - root.gutter - 2 * root.inset) / (count - 1) : 0;
        let drawing = false;
        pen.beginPath();
        for (let i = 0; i < count; ++i) {
            const fraction = root.weeks.value(i, "fraction");
            if (fraction < 0) {
                drawing = false;
                continue;
            }
            const x = root.inset + i * step;
            if (drawing)
                pen.lineTo(x, root.yOf(fraction));
            else
                pen.moveTo(x, root.yOf(fraction));
            drawing = true;
        }
        pen.stroke();
        for (let i = 0; i < count; ++i) {
            const fraction = root.weeks.value(i, "fraction");
            if (fraction < 0)
                continue;
            pen.beginPath();
            pen.arc(root.inset + i * step, root.yOf(fraction), Theme.space1, 0, 2 * Math.PI);
            pen.fill();
        }
    }

    FontMetrics {
        id: metrics

        font: Theme.label
    }
    Connections {
        target: root.weeks

        function onModelReset(): void {
            root.requestPaint();
        }

        function onDataChanged(): void {
            root.requestPaint();
        }
    }
}
