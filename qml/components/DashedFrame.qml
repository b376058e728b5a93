pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// A dashed outline: something is missing here.
Canvas {
    id: root

    property color stroke: Theme.quiet

    renderStrategy: Canvas.Immediate
    onStrokeChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        const half = Theme.hairline / 2;
        pen.reset();
        pen.strokeStyle = stroke;
        pen.lineWidth = Theme.hairline;
        pen.setLineDash([Theme.dash, Theme.dash]);
        pen.beginPath();
        pen.roundedRect(half, half, width - 2 * half, height - 2 * half, Theme.radius, Theme.radius);
        pen.stroke();
    }
}
