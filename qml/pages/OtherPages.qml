pragma ComponentBehavior: Bound

import QtQuick
import Waymark
import Waymark.App

// Every page but the first.
Item {
    id: root

    required property PageArea area

    readonly property string page: root.area.page
    readonly property bool wide: root.area.wide
    readonly property bool editing: root.page === "editor"
    readonly property var given: root.area.given

    PageSlot {
        given: root.given
        shown: root.page === "day" || (root.editing && (root.wide || !EntryEditorModel.loaded))
        source: Qt.resolvedUrl("../ways/DayWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.editing && !root.wide && EntryEditorModel.loaded
        source: Qt.resolvedUrl("../ways/EditorWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "week"
        source: Qt.resolvedUrl("../ways/WeekWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "employers" || (root.page === "employer" && (root.wide || !EmployerModel.loaded))
        source: Qt.resolvedUrl("../ways/EmployersWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "employer" && !root.wide && EmployerModel.loaded
        source: Qt.resolvedUrl("../ways/EmployerWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "participants" || (root.page === "participant"
                                                && (root.wide || !ParticipantModel.loaded))
        source: Qt.resolvedUrl("../ways/ParticipantsWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "participant" && !root.wide && ParticipantModel.loaded
        source: Qt.resolvedUrl("../ways/ParticipantWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "team" || (root.page === "specialist" && (root.wide || !TeamPersonModel.loaded))
        source: Qt.resolvedUrl("../ways/TeamWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "specialist" && !root.wide && TeamPersonModel.loaded
        source: Qt.resolvedUrl("../ways/SpecialistWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "more"
        source: Qt.resolvedUrl("../ways/MoreWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "sync"
        source: Qt.resolvedUrl("../ways/SyncWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "settings"
        source: Qt.resolvedUrl("../ways/SettingsWays.qml")
    }
    PageSlot {
        given: root.given
        shown: root.page === "keys"
        source: Qt.resolvedUrl("../ways/KeysWays.qml")
    }
}
