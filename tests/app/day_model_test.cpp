#include <catch2/catch.hpp>

#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

QString at(DayModel& day, int row, const char* role) {
  return day.rows()->value(row, role).toString();
}

}  // namespace

TEST_CASE("A day without entries says why") {
  Phone phone;
  DayModel& day = phone.app().day();
  CHECK(day.dateText() == "Thursday 19 November");
  CHECK(day.isToday());
  CHECK(day.rows()->count() == 0);
  CHECK(day.emptyText() == "No entries on this day yet: tap a tile on Now, or add one here.");
  day.showDate("2026-11-22");
  CHECK(day.emptyText() == "This day is still to come.");
  day.showDate("2026-11-15");
  CHECK(day.emptyText() == "A day off: nothing is scheduled and nothing was logged.");
  day.showDate("no date");
  CHECK(day.dateIso() == "2026-11-15");
}

TEST_CASE("Entries, gaps and overlaps of a day stand in their order") {
  Phone phone;
  const Entry first = phone.put(phone.entry(Activity::documentation, Place::program_site, "08:30", "09:30"));
  phone.put(phone.entry(Activity::employer_visit, Place::employer_site, "10:00", "11:00"));
  const Entry third = phone.put(phone.entry(Activity::job_coaching, Place::employer_site, "10:45", "12:00"));
  DayModel& day = phone.app().day();

  REQUIRE(day.rows()->count() == 5);
  CHECK(at(day, 0, "kind") == "entry");
  CHECK(at(day, 0, "entryId") == QString::fromStdString(first.id));
  CHECK(at(day, 0, "verdictText") == "Does not count: at the program site");
  CHECK(at(day, 1, "kind") == "gap");
  CHECK(at(day, 1, "startText") == "09:30");
  CHECK(at(day, 1, "endText") == "10:00");
  CHECK(at(day, 1, "durationText") == "30 min");
  CHECK(at(day, 3, "kind") == "overlap");
  CHECK(at(day, 3, "durationText") == "15 min");
  CHECK(at(day, 4, "entryId") == QString::fromStdString(third.id));
  CHECK(at(day, 4, "syncText") == "On this phone");
  CHECK(at(day, 4, "accessibleText") ==
        "Job coaching, 10:45 to 12:00, Employer, Counts as community: service at a community place, On this "
        "phone");
  CHECK(day.communityText() == "2 h 00 m");
  CHECK(day.onSiteText() == "1 h 00 m");
  CHECK(day.notLoggedText() == "4 h 30 m");
  CHECK(day.communityFraction() + day.onSiteFraction() + day.notLoggedFraction() == Approx(1));

  SECTION("a gap is filled with one tile") {
    day.fillGap(1, "break");
    CHECK(at(day, 1, "kind") == "entry");
    CHECK(at(day, 1, "activity") == "break");
    CHECK(at(day, 1, "startText") == "09:30");
    CHECK(at(day, 1, "endText") == "10:00");
    day.undo();
    CHECK(at(day, 1, "kind") == "gap");
  }
  SECTION("trimming the earlier one ends it where the later begins") {
    day.trimEarlier(3);
    CHECK(day.rows()->find("kind", "overlap") == -1);
    CHECK(at(day, 2, "endText") == "10:45");
    day.undo();
    CHECK(at(day, 3, "kind") == "overlap");
  }
  SECTION("trimming this one starts it where the earlier ends") {
    day.trimThis(3);
    CHECK(day.rows()->find("kind", "overlap") == -1);
    CHECK(at(day, 3, "startText") == "11:00");
  }
  SECTION("both are kept only with a reason, which goes into the note") {
    CHECK_FALSE(day.keepBoth(3, "  "));
    CHECK(day.keepBoth(3, "two people at one site"));
    CHECK(phone.log().entry(third.id)->record.note == "Overlap kept: two people at one site");
    CHECK(at(day, 3, "kind") == "overlap");
  }
  SECTION("a removed entry comes back with Undo") {
    day.removeEntry(QString::fromStdString(third.id));
    CHECK(day.rows()->find("entryId", QString::fromStdString(third.id)) == -1);
    CHECK(day.feedbackText() == "Job coaching removed");
    day.undo();
    CHECK(day.rows()->find("entryId", QString::fromStdString(third.id)) >= 0);
  }
  SECTION("after a sync everything is sent") {
    phone.sync();
    CHECK(at(day, 0, "syncState") == "sent");
    CHECK(at(day, 0, "syncText") == "Sent");
  }
}

TEST_CASE("In a chain of overlaps each pair is settled for itself") {
  Phone phone;
  phone.put(phone.entry(Activity::documentation, Place::program_site, "08:00", "08:34"));
  phone.put(phone.entry(Activity::employer_visit, Place::employer_site, "08:30", "09:23"));
  phone.put(phone.entry(Activity::job_coaching, Place::employer_site, "08:34", "08:40"));
  DayModel& day = phone.app().day();
  REQUIRE(day.rows()->count() == 5);
  CHECK(at(day, 1, "kind") == "overlap");
  CHECK(at(day, 1, "startText") == "08:30");
  CHECK(at(day, 1, "endText") == "08:34");
  CHECK(at(day, 3, "kind") == "overlap");
  CHECK(at(day, 3, "startText") == "08:34");
  CHECK(at(day, 3, "endText") == "08:40");
  day.trimEarlier(1);
  CHECK(at(day, 0, "endText") == "08:30");
  REQUIRE(day.rows()->find("kind", "overlap") == 2);
  CHECK(at(day, 2, "startText") == "08:34");
}

TEST_CASE("An entry deleted in the editor comes back with Undo") {
  Phone phone;
  const Entry gone = phone.put(phone.entry(Activity::job_coaching, Place::employer_site, "08:00", "08:20"));
  DayModel& day = phone.app().day();
  EntryEditorModel& editor = phone.app().editor();
  editor.open(QString::fromStdString(gone.id));
  editor.remove();
  phone.settle();
  CHECK(day.rows()->count() == 0);
  CHECK(day.feedbackText() == "Job coaching removed");
  REQUIRE(day.canUndo());
  day.undo();
  phone.settle();
  CHECK(at(day, 0, "entryId") == QString::fromStdString(gone.id));
  CHECK(day.feedbackText().isEmpty());
}

TEST_CASE("Undo is offered for the newest action only, wherever it was made") {
  Phone phone;
  const Entry first = phone.put(phone.entry(Activity::documentation, Place::program_site, "07:00", "07:40"));
  phone.put(phone.entry(Activity::job_coaching, Place::employer_site, "07:30", "08:00"));
  DayModel& day = phone.app().day();
  phone.now().start("office");
  phone.settle();
  REQUIRE(phone.now().canUndo());

  SECTION("a trim in Day ends the notice of Now") {
    day.trimEarlier(day.rows()->find("kind", "overlap"));
    CHECK(day.canUndo());
    CHECK(phone.now().feedbackText().isEmpty());
    CHECK_FALSE(phone.now().canUndo());
  }
  SECTION("a start on Now ends the notice of Day") {
    day.trimEarlier(day.rows()->find("kind", "overlap"));
    phone.now().start("break");
    CHECK(phone.now().canUndo());
    CHECK(day.feedbackText().isEmpty());
  }
  SECTION("so does an answer on Now, without a notice of its own") {
    phone.now().dismissFeedback();
    day.removeEntry(QString::fromStdString(first.id));
    REQUIRE(day.canUndo());
    phone.now().setNote("words");
    CHECK_FALSE(day.canUndo());
  }
  SECTION("what is saved in the editor ends both") {
    EntryEditorModel& editor = phone.app().editor();
    editor.open(QString::fromStdString(first.id));
    editor.setNote("words");
    REQUIRE(editor.save());
    CHECK_FALSE(phone.now().canUndo());
    CHECK_FALSE(day.canUndo());
  }
}

TEST_CASE("An entry across midnight shows on both days") {
  Phone phone;
  phone.put(
      phone.entry(Activity::job_coaching, Place::employer_site, "2026-11-18 22:00", "2026-11-19 01:00"));
  DayModel& day = phone.app().day();
  CHECK(day.rows()->count() == 1);
  CHECK(day.rows()->value(0, "minutes").toInt() == 60);
  day.previousDay();
  CHECK(day.rows()->value(0, "minutes").toInt() == 120);
  CHECK(day.communityText() == "2 h 00 m");
}

TEST_CASE("A refused entry says what to do, and never the server's words") {
  Phone phone;
  phone.put(phone.entry(Activity::employer_visit, Place::employer_site, "08:00", "08:20"));
  phone.server->answerNext(OpStatus::invalid, Error{ErrorCode::too_long, "WIRE WORDS", "note"});
  phone.sync();
  DayModel& day = phone.app().day();
  CHECK(at(day, 0, "syncState") == "needs_you");
  CHECK(at(day, 0, "syncText") == "Needs you: The note is too long: shorten it to 2,000 characters.");
}
