pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark
import Waymark.App

// How the team stands together, and how far that can be trusted.
Card {
    ShareBlock {
        Layout.fillWidth: true
        caption: qsTr("In the community, pooled")
        fraction: TeamModel.bar.fraction
        hoursText: TeamModel.bar.hoursText
        minimumMark: TeamModel.bar.minimumMark
        recommendedMark: TeamModel.bar.recommendedMark
        sentence: TeamModel.bar.sentence
        shareText: TeamModel.bar.shareText
        standing: ""
        standingText: ""
    }
    Hairline {
        Layout.topMargin: Theme.space1
    }
    NoteLine {
        Layout.fillWidth: true
        glyph: Icons.people
        text: TeamModel.meanText
    }
    NoteLine {
        Layout.fillWidth: true
        glyph: Icons.checkCircle
        text: TeamModel.submittedText
    }
    MarkedLine {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        Layout.fillWidth: true
        glyph: TeamModel.complete ? Icons.cloudDone : Icons.alert
        text: TeamModel.heardText
        warning: !TeamModel.complete
    }
    NoteLine {
        Layout.fillWidth: true
        glyph: Icons.info
        text: TeamModel.pagesText
    }
}
