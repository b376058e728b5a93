#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "mobile/app/code_texts.h"
#include "mobile/app/time_texts.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::at_hannaford;
using waymark::app::test::Phone;

namespace {

QString idOf(const Entry& entry) {
  return QString::fromStdString(entry.id);
}

Entry visit(Phone& phone) {
  return phone.put(phone.entry(Activity::employer_visit, Place::employer_site, "08:00", "08:20"));
}

}  // namespace

TEST_CASE("The editor shows an entry as it is stored") {
  Phone phone;
  const Entry entry = visit(phone);
  auto& editor = phone.app().editor();
  CHECK_FALSE(editor.loaded());
  editor.open(idOf(entry));
  CHECK(editor.loaded());
  CHECK_FALSE(editor.isNew());
  CHECK_FALSE(editor.isDraft());
  CHECK(editor.activity() == "employer_visit");
  CHECK(editor.place() == "employer_site");
  CHECK(editor.contact() == "in_person");
  CHECK(editor.startText() == "08:00");
  CHECK(editor.endText() == "08:20");
  CHECK(editor.durationText() == "20 min");
  CHECK(editor.dateText() == "Thursday 19 November");
  CHECK(editor.syncText() == "On this phone");
  CHECK_FALSE(editor.canSave());
}

TEST_CASE("Steppers and typed times move start and end") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.open(idOf(visit(phone)));
  editor.stepStart(-15);
  editor.stepEnd(5);
  CHECK(editor.startText() == "07:45");
  CHECK(editor.endText() == "08:25");
  editor.setStartTime("7:30");
  editor.setEndTime("0930");
  CHECK(editor.durationText() == "2 h 00 m");
  CHECK(editor.save());
  const Entry saved = phone.entriesToday().front();
  CHECK(saved.starts_at == phone.when("07:30"));
  CHECK(saved.ends_at == phone.when("09:30"));
}

TEST_CASE("An end typed before the start is on the day after") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.open(idOf(visit(phone)));
  editor.setEndTime("01:00");
  CHECK(editor.durationText() == "17 h 00 m");
  CHECK(editor.endError().isEmpty());
}

TEST_CASE("Moving an entry to another day keeps its times of day, over a clock change too") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.open(idOf(visit(phone)));
  editor.setDate("2026-10-30");  // before the clocks went back
  CHECK(editor.startText() == "08:00");
  CHECK(editor.endText() == "08:20");
  CHECK(editor.dateText() == "Friday 30 October");
}

TEST_CASE("Each refusal stands beside its field, and is not saved") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.open(idOf(visit(phone)));
  SECTION("an end before the start") {
    editor.stepEnd(-60);
    CHECK(editor.endError() == "The end is before the start: move one of them.");
  }
  SECTION("longer than a day") {
    editor.stepEnd(25 * 60);
    CHECK(editor.endError() == "An entry can last 24 hours at most: shorten it or split it.");
  }
  SECTION("a start too far ahead") {
    editor.setDate("2026-11-25");
    CHECK(editor.startError() == "The start is more than a day ahead: set an earlier day.");
  }
  SECTION("a start before 2000") {
    editor.setDate("1999-12-31");
    CHECK(editor.startError() == "The start is before the year 2000: set a later day.");
  }
  SECTION("no time at all") {
    editor.setStartTime("half past");
    CHECK(editor.startError() == "Write the time like 9:05.");
  }
  SECTION("a note over its length") {
    editor.setNote(QString(2'001, u'x'));
    CHECK(editor.noteError() == "The note is too long: shorten it to 2,000 characters.");
  }
  SECTION("miles that are no number, or negative") {
    editor.setMiles("far");
    CHECK(editor.milesError() == "The miles are no distance: write a number like 4.5.");
    editor.setMiles("-3");
    CHECK(editor.milesError() == "The miles are no distance: write a number like 4.5.");
  }
  SECTION("a program of another agency") {
    editor.setProgram("clubhouse");
    CHECK(editor.generalError() == "This program is not one of your agency's: choose another.");
  }
  CHECK_FALSE(editor.canSave());
  CHECK_FALSE(editor.save());
  editor.discard();
  CHECK(editor.startError().isEmpty());
  CHECK(editor.endError().isEmpty());
  CHECK_FALSE(editor.isDraft());
}

TEST_CASE("A note of exactly 2,000 characters is saved, whatever the characters are") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.open(idOf(visit(phone)));
  QString note;
  for (int i = 0; i < 2'000; ++i) note += QStringLiteral("😀");
  editor.setNote(note);
  CHECK(editor.noteError().isEmpty());
  CHECK(editor.save());
  CHECK(editor.note() == note);
}

TEST_CASE("The verdict follows the fields, and is classify's own") {
  Phone phone;
  auto& editor = phone.app().editor();
  const Entry entry = visit(phone);
  editor.open(idOf(entry));
  rc::prop("for any activity, place and contact", [&] {
    const auto activity = *rc::gen::elementOf(
        std::vector<std::string_view>(wire_names<Activity>().begin(), wire_names<Activity>().end()));
    const auto place = *rc::gen::elementOf(
        std::vector<std::string_view>(wire_names<Place>().begin(), wire_names<Place>().end()));
    const auto contact = *rc::gen::elementOf(
        std::vector<std::string_view>(wire_names<Contact>().begin(), wire_names<Contact>().end()));
    const bool present = *rc::gen::arbitrary<bool>(), no_show = *rc::gen::arbitrary<bool>();
    const auto text = [](std::string_view code) {
      return QString::fromUtf8(code.data(), qsizetype(code.size()));
    };
    editor.setActivity(text(activity));
    Entry expected;
    expected.activity = *from_wire<Activity>(activity);
    if (expected.activity == Activity::travel) {
      editor.setFromPlace("program_site");
      editor.setToPlace(text(place));
      expected.from_place = Place::program_site;
      expected.to_place = from_wire<Place>(place);
    } else {
      editor.setPlace(text(place));
      expected.place = from_wire<Place>(place);
    }
    editor.setContact(text(contact));
    editor.setParticipantPresent(present);
    editor.setNoShow(no_show);
    expected.contact = from_wire<Contact>(contact);
    expected.participant_present = present;
    expected.no_show = no_show;
    const auto verdict = classify(expected, phone.agency.policy);
    RC_ASSERT(editor.verdict().time == codeOf(verdict.time));
    RC_ASSERT(editor.verdict().reason == codeOf(verdict.reason));
    RC_ASSERT(editor.verdict().flagged == verdict.flagged);
  });
}

TEST_CASE("Travel has two ends where anything else has one place") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.open(idOf(visit(phone)));
  editor.setActivity("travel");
  CHECK(editor.toPlace() == "employer_site");
  CHECK(editor.place().isEmpty());
  editor.setFromPlace("program_site");
  editor.setMiles("4.5");
  CHECK(editor.verdict().sentence == "Counts as community: travel to a community place");
  CHECK(editor.save());
  CHECK(phone.entriesToday().front().miles == 4.5);
  editor.setActivity("job_coaching");
  CHECK(editor.place() == "employer_site");
  CHECK(editor.fromPlace().isEmpty());
  CHECK(editor.miles().isEmpty());
}

TEST_CASE("A known place names the employer too") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.open(idOf(visit(phone)));
  editor.setPlace("employer_site@" + QString::fromStdString(phone.agency.hannaford.id));
  CHECK(editor.employer() == QString::fromStdString(phone.agency.hannaford.id));
  CHECK(editor.placeChoices()->value(0, "text").toString() == "Hannaford");
  CHECK(editor.placeChoices()->value(0, "selected").toBool());
  editor.setPlace("nowhere");
  CHECK(editor.place().startsWith("employer_site@"));
}

TEST_CASE("What is typed is a draft at once, and survives a kill") {
  Phone phone;
  const Entry entry = visit(phone);
  phone.app().editor().open(idOf(entry));
  phone.app().editor().setNote("Met the manager");
  CHECK(phone.app().editor().isDraft());
  phone.killAndReopen();

  CHECK(phone.app().day().rows()->value(0, "syncState").toString() == "draft");
  auto& editor = phone.app().editor();
  editor.open(idOf(entry));
  CHECK(editor.note() == "Met the manager");
  CHECK(editor.isDraft());
  CHECK(phone.log().entry(entry.id)->record.note.empty());
  CHECK(editor.save());
  CHECK_FALSE(editor.isDraft());
  CHECK(phone.log().entry(entry.id)->record.note == "Met the manager");

  phone.killAndReopen();
  CHECK(phone.app().day().rows()->value(0, "syncState").toString() == "waiting");
}

TEST_CASE("A new entry begins where the day's last one ended") {
  Phone phone;
  visit(phone);
  auto& editor = phone.app().editor();
  editor.openNew("2026-11-19");
  CHECK(editor.isNew());
  CHECK(editor.startText() == "08:20");
  CHECK(editor.endText() == "08:50");
  editor.setActivity("job_search");
  editor.setPlace("library");
  CHECK(editor.canSave());
  CHECK(editor.save());
  CHECK(phone.entriesToday().size() == 2);
  CHECK_FALSE(editor.isNew());
  CHECK(phone.entriesToday().back().specialist_id == phone.agency.me.id);
}

TEST_CASE("A late entry is asked why, and kept without an answer") {
  Phone phone;
  auto& editor = phone.app().editor();
  editor.openNew("2026-11-17");
  CHECK(editor.asksLateReason());
  editor.setLateReason("No phone that day");
  CHECK(editor.save());
  editor.openNew("2026-11-19");
  CHECK_FALSE(editor.asksLateReason());
}

TEST_CASE("A location tag can be seen and removed") {
  Phone phone;
  phone.now().start("office");
  phone.positions.answer(at_hannaford);
  phone.settle();
  auto& editor = phone.app().editor();
  editor.open(phone.now().runningId());
  CHECK(editor.startTagText() == "Tagged ±9 m");
  CHECK(editor.hasStartFix());
  editor.removeStartTag();
  CHECK_FALSE(phone.running().start_tag);
  CHECK_FALSE(editor.isDraft());
  CHECK(editor.startTagText().isEmpty());
}

TEST_CASE("A stop and a fix that come while the editor is open are not undone by saving it") {
  Phone phone;
  phone.now().start("office");
  phone.settle();
  auto& editor = phone.app().editor();
  editor.open(phone.now().runningId());
  editor.setNote("Typing");
  phone.positions.answer(at_hannaford);
  phone.at("09:00");
  phone.now().stop();
  phone.settle();
  CHECK(editor.endText() == "09:00");
  CHECK(editor.save());
  const Entry entry = phone.entriesToday().front();
  CHECK(entry.note == "Typing");
  CHECK(entry.ends_at == phone.when("09:00"));
  CHECK(entry.start_tag->is_fix());
}

TEST_CASE("The history says in words what each version changed") {
  Phone phone;
  const Entry entry = visit(phone);
  auto& editor = phone.app().editor();
  editor.open(idOf(entry));
  editor.setPlace("library");
  editor.setEndTime("8:30");
  CHECK(editor.save());
  REQUIRE(editor.versions()->count() == 2);
  CHECK(editor.versions()->value(0, "current").toBool());
  CHECK(editor.versions()->value(0, "text").toString() == "Place Library · End Thu 19 Nov 08:30");
  CHECK(editor.versions()->value(0, "deviceText").toString() == "On this phone");
  CHECK(editor.versions()->value(1, "text").toString() == "First written");
}

TEST_CASE("Removing an entry tells its title, for the undo") {
  Phone phone;
  const Entry entry = visit(phone);
  auto& editor = phone.app().editor();
  editor.open(idOf(entry));
  QString title;
  QObject::connect(&phone.log(), &FieldLog::entryRemoved, &editor,
                   [&](const QString& said) { title = said; });
  editor.remove();
  CHECK(title == "Employer visit");
  CHECK_FALSE(editor.loaded());
  CHECK(phone.entriesToday().empty());
}

TEST_CASE("A version of the history comes back into the fields, to be looked at and saved") {
  Phone phone;
  Entry entry = phone.put(phone.entry(Activity::job_coaching, Place::employer_site, "07:00", "08:00"));
  entry.place = Place::library;
  entry.note = "Moved";
  phone.put(entry);
  EntryEditorModel& editor = phone.app().editor();
  editor.open(QString::fromStdString(entry.id));
  REQUIRE(editor.versions()->count() == 2);
  CHECK_FALSE(editor.versions()->value(0, "canRestore").toBool());
  REQUIRE(editor.versions()->value(1, "canRestore").toBool());
  editor.restoreVersion(1);
  CHECK(editor.place() == "employer_site");
  CHECK(editor.note().isEmpty());
  CHECK(phone.log().entry(entry.id)->record.place == Place::library);  // until it is saved
  REQUIRE(editor.save());
  CHECK(phone.log().entry(entry.id)->record.place == Place::employer_site);
}

TEST_CASE("A removed location does not come back with a version") {
  Phone phone;
  phone.now().start("employer_visit");
  phone.positions.answer(test::at_hannaford);
  phone.settle();
  const QString id = phone.now().runningId();
  EntryEditorModel& editor = phone.app().editor();
  editor.open(id);
  editor.setNote("one");
  REQUIRE(editor.save());
  editor.removeStartTag();
  phone.settle();
  editor.restoreVersion(editor.versions()->count() - 1);
  CHECK_FALSE(editor.hasStartFix());
}

TEST_CASE("What was never stopped gets its end in the editor") {
  Phone phone;
  phone.now().start("office");
  phone.at("2026-11-19 17:00");
  EntryEditorModel& editor = phone.app().editor();
  editor.open(phone.now().runningId());
  REQUIRE(editor.running());
  editor.giveEnd();
  editor.setEndTime("12:15");
  REQUIRE(editor.save());
  phone.settle();
  CHECK_FALSE(phone.now().running());
  CHECK(phone.entriesToday().front().ends_at == phone.when("12:15"));
}

TEST_CASE("An entry is moved to another day by steps") {
  Phone phone;
  const Entry entry = phone.put(phone.entry(Activity::documentation, Place::program_site, "07:00", "08:00"));
  EntryEditorModel& editor = phone.app().editor();
  editor.open(QString::fromStdString(entry.id));
  editor.stepDate(-1);
  CHECK(editor.dateText() == "Wednesday 18 November");
  CHECK(editor.startText() == "07:00");
}

TEST_CASE("In an approved week the editor says that a change is held") {
  test::Agency agency;
  Approval approval;
  approval.specialist_id = agency.me.id;
  approval.week_start = *parseIsoDate("2026-11-09");
  approval.state = ApprovalState::approved;
  approval.id = make_named_id("approval|" + agency.me.id + "|2026-11-09");
  Phone phone({approval});
  EntryEditorModel& editor = phone.app().editor();
  editor.openNew("2026-11-10");
  CHECK(editor.heldText() ==
        "This week is approved: what you save is kept and waits until your lead returns the week.");
  editor.close();
  editor.openNew("2026-11-17");
  CHECK(editor.heldText().isEmpty());
}

TEST_CASE("What is typed is kept when the editor is closed, and lies there after a kill") {
  Phone phone;
  const Entry entry = phone.put(phone.entry(Activity::documentation, Place::program_site, "07:00", "08:00"));
  phone.app().editor().open(QString::fromStdString(entry.id));
  phone.app().editor().setNote("half a sen");
  phone.killAndReopen();
  phone.app().editor().open(QString::fromStdString(entry.id));
  CHECK(phone.app().editor().note() == "half a sen");
}

TEST_CASE("Saving in the editor settles an entry that was changed in two places") {
  Phone phone;
  Entry entry = phone.put(phone.entry(Activity::employer_visit, Place::employer_site, "08:00", "08:20"));
  phone.sync();
  Entry elsewhere = entry;
  elsewhere.note = "Edited on the tablet";
  phone.server->editElsewhere(elsewhere);
  entry.place = Place::library;
  phone.put(entry);
  phone.server->answerNext(OpStatus::conflict);
  phone.sync();
  REQUIRE(phone.app().sync().needsYouCount() == 1);
  EntryEditorModel& editor = phone.app().editor();
  editor.open(QString::fromStdString(entry.id));
  editor.setNote("Both: library, and edited on the tablet");
  REQUIRE(editor.save());
  phone.sync();
  CHECK(phone.app().sync().needsYouCount() == 0);
  CHECK(phone.log().entry(entry.id)->record.note == "Both: library, and edited on the tablet");
}
