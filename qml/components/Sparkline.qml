pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// The share of past weeks on one fixed scale from 0 to 100, with the two marks as lines. A week without data is a
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

    function yOf(fraction: real): real {
        return height - root.inset - fraction * (height - 2 * root.inset);
    }

    function drawMark(pen: var, fraction: real, thickness: real): void {
        pen.beginPath();
        pen.lineWidth = thickness;
        pen.moveTo(0, root.yOf(fraction));
        pen.lineTo(width, root.yOf(fraction));
        pen.stroke();
    }

    Accessible.name: root.description
    Accessible.role: Accessible.Chart
    implicitHeight: Theme.sparkHeight
    implicitWidth: Theme.tileHeight * 2
    renderStrategy: Canvas.Immediate
    onLineColorChanged: requestPaint()
    onMarkColorChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        pen.strokeStyle = root.markColor;
        root.drawMark(pen, root.minimum, Theme.selectedBorder);
        root.drawMark(pen, root.recommended, Theme.hairline);
        pen.strokeStyle = root.lineColor;
        pen.fillStyle = root.lineColor;
        pen.lineWidth = Theme.heavyMark;
        const count = root.weeks.count;
        const step = count > 1 ? (width - 2 * root.inset) / (count - 1) : 0;
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
