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

TEST_CASE("A time of another day says which day, and the part on this one is told from the whole") {
  Phone phone;
  phone.put(
      phone.entry(Activity::job_coaching, Place::employer_site, "2026-11-18 22:00", "2026-11-19 01:00"));
  DayModel& day = phone.app().day();
  CHECK(at(day, 0, "startText") == "22:00");
  CHECK(at(day, 0, "startDayText") == "Wed");
  CHECK(at(day, 0, "endDayText").isEmpty());
  CHECK(at(day, 0, "durationText") == "1 h 00 m of 3 h 00 m");
  CHECK(at(day, 0, "accessibleText").startsWith("Job coaching, Wed 22:00 to 01:00"));
  day.previousDay();
  CHECK(at(day, 0, "startDayText").isEmpty());
  CHECK(at(day, 0, "endDayText") == "Thu");
}

TEST_CASE("A gap filled with a journey leads from the place before to the place after") {
  Phone phone;
  Entry visit = phone.entry(Activity::employer_visit, Place::employer_site, "07:00", "07:40");
  visit.employer_id = phone.agency.hannaford.id;
  phone.put(visit);
  phone.put(phone.entry(Activity::documentation, Place::program_site, "08:00", "08:20"));
  DayModel& day = phone.app().day();
  day.fillGap(day.rows()->find("kind", "gap"), "travel");
  const int row = day.rows()->find("activity", "travel");
  REQUIRE(row >= 0);
  CHECK(at(day, row, "placeText") == "Hannaford → Program site");
  CHECK_FALSE(day.rows()->value(row, "incomplete").toBool());
}

TEST_CASE("What is entered for a day long past asks why, and a tap answers") {
  Phone phone;
  phone.put(
      phone.entry(Activity::documentation, Place::program_site, "2026-11-17 08:30", "2026-11-17 09:00"));
  phone.put(
      phone.entry(Activity::documentation, Place::program_site, "2026-11-17 10:00", "2026-11-17 11:00"));
  DayModel& day = phone.app().day();
  day.showDate("2026-11-17");
  day.fillGap(1, "employer_visit");
  CHECK(day.lateText() == "Employer visit of Tue 17 Nov comes more than a day late. Why?");
  const QString id = at(day, day.rows()->find("activity", "employer_visit"), "entryId");
  day.giveLateReason(day.lateReasons().front());
  CHECK(day.lateText().isEmpty());
  CHECK(phone.log().entry(id.toStdString())->record.late_reason == "I forgot to tap");
  day.today();
}

TEST_CASE("The end of the day lists what is odd, and takes the person's word that it is right") {
  Phone phone;
  phone.put(
      phone.entry(Activity::documentation, Place::program_site, "2026-11-18 08:30", "2026-11-18 12:00"));
  Entry visit = phone.entry(Activity::engagement, std::nullopt, "2026-11-18 12:30", "2026-11-18 16:30");
  visit.recorded_at = phone.when("2026-11-18 16:31");
  const Entry open = phone.put(visit);
  DayModel& day = phone.app().day();
  CHECK(day.reviewState() == "none");
  day.showDate("2026-11-18");
  CHECK(day.reviewState() == "odd");
  RowsModel* odd = day.oddities();
  REQUIRE(odd->count() == 2);
  CHECK(odd->value(0, "text").toString() == "12:30 Engagement: 30 min before it are not logged");
  CHECK(odd->value(1, "text").toString() == "12:30 Engagement: no place given");
  CHECK(odd->value(1, "entryId").toString() == QString::fromStdString(open.id));

  day.looksRight();
  CHECK(day.reviewState() == "right");
  CHECK(day.reviewText() == "You found this day right (today 08:30).");
  WeekModel& week = phone.app().week();
  CHECK(week.days()->value(2, "looksRight").toBool());

  SECTION("the word survives a kill") {
    phone.killAndReopen();
    phone.app().day().showDate("2026-11-18");
    CHECK(phone.app().day().reviewState() == "right");
  }
  SECTION("a day that changes asks again; a note changes nothing") {
    Entry noted = phone.log().entry(open.id)->record;
    noted.note = "Met at the door";
    phone.put(noted);
    CHECK(day.reviewState() == "right");
    noted.place = Place::library;
    phone.put(noted);
    CHECK(day.reviewState() == "changed");
    CHECK(day.oddities()->find("code", "incomplete") == -1);
  }
  SECTION("it can be taken back") {
    day.looksWrong();
    CHECK(day.reviewState() == "odd");
  }
}
