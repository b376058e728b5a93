pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Names of icons as code points of the Material Icons font, and the icon of each of the domain's codes.
QtObject {
    id: icons

    readonly property string add: "\ue145"
    readonly property string alert: "\ue002"
    readonly property string arrived: "\ue55f"
    readonly property string back: "\ue5c4"
    readonly property string calendar: "\ue8df"
    readonly property string call: "\ue0b0"
    readonly property string check: "\ue5ca"
    readonly property string checkCircle: "\ue86c"
    readonly property string close: "\ue5cd"
    readonly property string cloudDone: "\ue2bf"
    readonly property string cloudOff: "\ue2c1"
    readonly property string cloudQueue: "\ue2c2"
    readonly property string cloudUpload: "\ue2c3"
    readonly property string collapse: "\ue5ce"
    readonly property string edit: "\ue3c9"
    readonly property string expand: "\ue5cf"
    readonly property string exportFile: "\ue171"
    readonly property string flag: "\ue153"
    readonly property string here: "\ue55c"
    readonly property string history: "\ue889"
    readonly property string info: "\ue88f"
    readonly property string keyboard: "\ue312"
    readonly property string leave: "\ueb3e"
    readonly property string link: "\ue157"
    readonly property string lock: "\ue897"
    readonly property string location: "\ue0c8"
    readonly property string locationOff: "\ue0c7"
    readonly property string mail: "\ue0be"
    readonly property string more: "\ue5d3"
    readonly property string next: "\ue5cc"
    readonly property string notCounted: "\ue15d"
    readonly property string note: "\ue89c"
    readonly property string overlap: "\ue53b"
    readonly property string people: "\ue7fb"
    readonly property string person: "\ue7fd"
    readonly property string pin: "\uf10d"
    readonly property string previous: "\ue5cb"
    readonly property string remove: "\ue92e"
    readonly property string search: "\ue8b6"
    readonly property string send: "\ue163"
    readonly property string settings: "\ue8b8"
    readonly property string star: "\ue838"
    readonly property string stop: "\ue047"
    readonly property string store: "\ue8d1"
    readonly property string sync: "\ue627"
    readonly property string syncProblem: "\ue629"
    readonly property string team: "\uf233"
    readonly property string time: "\ue8b5"
    readonly property string timer: "\ue425"
    readonly property string undo: "\ue166"
    readonly property string week: "\ue26b"
    readonly property string work: "\ue8f9"

    readonly property var activities: ({
            travel: "\ue531",
            employer_visit: "\ue8d1",
            job_coaching: "\ue80c",
            job_search: "\ue8f9",
            engagement: "\ue7fb",
            assessment: "\ue85d",
            benefits_counseling: "\uef63",
            follow_along: "\uf0e2",
            partner_meeting: "\uebcb",
            documentation: "\ue873",
            team_meeting: "\uf233",
            supervision: "\ue8d3",
            training: "\uea19",
            other_work: "\ueb3f",
            "break": "\ueb44"
        })

    readonly property var places: ({
            employer_site: "\ue8d1",
            vr_office: "\ue84f",
            library: "\ue54b",
            school: "\ue80c",
            cafe: "\ue541",
            participant_home: "\ue88a",
            training_site: "\ueb3f",
            other_community: "\ue55f",
            program_site: "\ue0af",
            satellite_office: "\uea40",
            own_home: "\ue88a"
        })

    function activity(code: string): string {
        return icons.activities[code] ?? icons.timer;
    }

    // The code may name a known place after an "@".
    function place(code: string): string {
        return icons.places[code.split("@")[0]] ?? icons.location;
    }

    // How the app's own verdict looks beside its words.
    function verdict(time: string): string {
        return time === "community" ? icons.checkCircle : icons.notCounted;
    }
}
