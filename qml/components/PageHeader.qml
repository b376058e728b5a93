pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark

// Title of a page, a way back where there is one, and on the right whatever the page puts there. What does not
// fit beside the title goes under it.
Item {
    id: root

    required property string title
    property string backText: ""
    default property alias trailing: trailingRow.data

    // The title may take two lines before what is beside it has to go under it.
    readonly property bool stacked: trailingRow.implicitWidth > 0
                                    && root.width - back.width - trailingRow.implicitWidth - 2 * Theme.space2
                                       < natural.advanceWidth * 0.6

    signal backRequested

    implicitHeight: root.stacked ? Math.max(titleText.implicitHeight, back.height) + trailingRow.implicitHeight
                                   + Theme.space1
                                 : Math.max(Theme.target, titleText.implicitHeight,
                                            trailingRow.implicitHeight)
    implicitWidth: natural.advanceWidth + trailingRow.implicitWidth

    TextMetrics {
        id: natural

        font: titleText.font
        text: root.title
    }
    IconButton {
        id: back

        glyph: Icons.back
        text: root.backText
        visible: root.backText.length > 0
        width: visible ? implicitWidth : 0
        x: -Theme.space3
        y: (titleText.y + titleText.height / 2) - height / 2
        onClicked: root.backRequested()
    }
    AppText {
        id: titleText

        Accessible.role: Accessible.Heading
        font: Theme.pageTitle
        height: root.stacked ? Math.max(implicitHeight, back.height) : root.height
        text: root.title
        verticalAlignment: Text.AlignVCenter
        width: root.width - x - (root.stacked ? 0 : trailingRow.width + Theme.space2)
        x: back.visible ? back.width - Theme.space2 : Theme.space1
    }
    RowLayout {
        id: trailingRow

        spacing: Theme.targetGap
        width: Math.min(implicitWidth, root.width)
        x: root.stacked ? 0 : root.width - width
        y: root.stacked ? titleText.height + Theme.space1 : (root.height - height) / 2
    }
}
