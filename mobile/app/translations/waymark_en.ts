<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>DayStepper</name>
    <message numerus="yes">
        <source>%1: %n days earlier</source>
        <translation>
            <numerusform>%1: %n day earlier</numerusform>
            <numerusform>%1: %n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n days later</source>
        <translation>
            <numerusform>%1: %n day later</numerusform>
            <numerusform>%1: %n days later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorHistory</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmployersList</name>
    <message numerus="yes">
        <source>Show %n removed</source>
        <translation>
            <numerusform>Show %n removed</numerusform>
            <numerusform>Show %n removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkTexts</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits this week</source>
        <translation>
            <numerusform>%n visit this week</numerusform>
            <numerusform>%n visits this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n days, on %1</source>
        <translation>
            <numerusform>After %n day, on %1</numerusform>
            <numerusform>After %n days, on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet, after %n days</source>
        <translation>
            <numerusform>Not yet, after %n day</numerusform>
            <numerusform>Not yet, after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParticipantsList</name>
    <message numerus="yes">
        <source>Show %n closed</source>
        <translation>
            <numerusform>Show %n closed</numerusform>
            <numerusform>Show %n closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTexts</name>
    <message numerus="yes">
        <source>%n entry(s) without a location tag</source>
        <translation>
            <numerusform>%n entry without a location tag</numerusform>
            <numerusform>%n entries without a location tag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamTexts</name>
    <message numerus="yes">
        <source>Provisional: %n not heard from in the last 24 hours</source>
        <translation>
            <numerusform>Provisional: %n not heard from in the last 24 hours</numerusform>
            <numerusform>Provisional: %n not heard from in the last 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n not heard from, the longest since %1</source>
        <translation>
            <numerusform>Provisional: %n not heard from since %1</numerusform>
            <numerusform>Provisional: %n not heard from, the longest since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s)</source>
        <translation>
            <numerusform>%n overlap</numerusform>
            <numerusform>%n overlaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n without a place</numerusform>
            <numerusform>%n without a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running very long</source>
        <translation>
            <numerusform>%n running very long</numerusform>
            <numerusform>%n running very long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entered more than a day late</source>
        <translation>
            <numerusform>%n entered more than a day late</numerusform>
            <numerusform>%n entered more than a day late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a wrong phone clock</source>
        <translation>
            <numerusform>%n with a wrong phone clock</numerusform>
            <numerusform>%n with a wrong phone clock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a location tag</source>
        <translation>
            <numerusform>%n without a location tag</numerusform>
            <numerusform>%n without a location tag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeStepper</name>
    <message numerus="yes">
        <source>%1: %n minutes earlier</source>
        <translation>
            <numerusform>%1: %n minute earlier</numerusform>
            <numerusform>%1: %n minutes earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n minutes later</source>
        <translation>
            <numerusform>%1: %n minute later</numerusform>
            <numerusform>%1: %n minutes later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekTexts</name>
    <message numerus="yes">
        <source>%1: %n entries have no location tag</source>
        <translation>
            <numerusform>%1: %n entry has no location tag</numerusform>
            <numerusform>%1: %n entries have no location tag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::app::EmployersModel</name>
    <message numerus="yes">
        <source>%n employers</source>
        <translation>
            <numerusform>%n employer</numerusform>
            <numerusform>%n employers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n employers</source>
        <translation>
            <numerusform>%1 of %n employer</numerusform>
            <numerusform>%1 of %n employers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::app::NowModel</name>
    <message numerus="yes">
        <source>%n tap(s), the last %1, are kept and saved as soon as they can be; leave Waymark open until then.</source>
        <translation>
            <numerusform>%n tap, the last %1, is kept and saved as soon as it can be; leave Waymark open until then.</numerusform>
            <numerusform>%n taps, the last %1, are kept and saved as soon as they can be; leave Waymark open until then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::app::ParticipantsModel</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::app::ReminderModel</name>
    <message numerus="yes">
        <source>Today has %n thing(s) to mend: open Day while you remember.</source>
        <translation>
            <numerusform>Today has %n thing to mend: open Day while you remember.</numerusform>
            <numerusform>Today has %n things to mend: open Day while you remember.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waymark::app::SyncModel</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) written to %1. The file holds health information: hand it on with care.</source>
        <translation>
            <numerusform>%n change written to %1. The file holds health information: hand it on with care.</numerusform>
            <numerusform>%n changes written to %1. The file holds health information: hand it on with care.</numerusform>
        </translation>
    </message>
</context>
</TS>
