pragma ComponentBehavior: Bound

import QtQuick
import Waymark

// Time nobody logged: light ground with slanting lines, so that it reads without colour. Drawn into an image,
// which the software renderer shows as well as any other.
Canvas {
    id: root

    property real corner: Theme.radiusSmall
    property color ground: Theme.notLogged
    property color lines: Theme.quiet

    renderStrategy: Canvas.Immediate
    onGroundChanged: requestPaint()
    onLinesChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        pen.beginPath();
        pen.roundedRect(0, 0, width, height, Math.min(corner, width / 2), Math.min(corner, height / 2));
        pen.clip();
        pen.fillStyle = ground;
        pen.fillRect(0, 0, width, height);
        pen.strokeStyle = lines;
        pen.lineWidth = Theme.hatchLine;
        pen.beginPath();
        for (let x = -height; x < width; x += Theme.hatchStep) {
            pen.moveTo(x, height);
            pen.lineTo(x + height, 0);
        }
        pen.stroke();
    }
}
