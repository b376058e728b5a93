#include <QCoreApplication>
#include <catch2/catch.hpp>

#include "mobile/app/code_texts.h"
#include "mobile/app/time_texts.h"
#include "mobile/app/week_texts.h"
#include "shared/sample/sample_agency.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

/// The bar of a tally made by hand.
WeekTally tallyOf(std::int64_t community_s, std::int64_t work_s, Needed needed, bool has_schedule = true) {
  WeekTally tally;
  tally.community_s = community_s;
  tally.logged_s = tally.work_s = work_s;
  tally.needed = needed;
  tally.has_schedule = has_schedule;
  tally.standing = Standing::minimum;
  return tally;
}

WeekBar barOf(std::int64_t community_s, std::int64_t work_s, Needed needed,
              WeekTense tense = WeekTense::present) {
  return weekBar(tallyOf(community_s, work_s, needed), Policy{}, tense);
}

}  // namespace

TEST_CASE("Every number of the week is tally_week's") {
  Phone phone;
  phone.put(
      phone.entry(Activity::employer_visit, Place::employer_site, "2026-11-16 08:30", "2026-11-16 12:00"));
  phone.put(
      phone.entry(Activity::documentation, Place::program_site, "2026-11-16 12:30", "2026-11-16 16:00"));
  phone.put(
      phone.entry(Activity::job_coaching, Place::employer_site, "2026-11-17 09:00", "2026-11-17 13:00"));
  phone.put(phone.entry(Activity::follow_along, std::nullopt, "2026-11-18 09:00", "2026-11-18 10:00"));

  std::vector<Entry> entries;
  for (const char* day : {"2026-11-16", "2026-11-17", "2026-11-18"})
    for (const auto& stored : phone.log().entriesOf(*parseIsoDate(day))) entries.push_back(stored.record);
  const Date monday = *parseIsoDate("2026-11-16");
  const WeekTally tally = tally_week(monday, entries, {{phone.agency.schedule}, {}}, phone.agency.policy,
                                     phone.zone, {}, phone.clock.now());
  WeekModel& week = phone.app().week();
  CHECK(week.weekText() == "16–22 November");
  CHECK(week.isThisWeek());
  CHECK(week.bar().shareText == shareText(tally.share()));
  CHECK(week.bar().standing == codeOf(tally.standing));
  CHECK(week.communityText() == hoursText(tally.community_s));
  CHECK(week.onSiteText() == hoursText(tally.on_site_s));
  CHECK(week.notLoggedText() == hoursText(tally.unaccounted_s));
  CHECK(phone.now().week().shareText == week.bar().shareText);
  CHECK(week.exceptions()->count() == static_cast<int>(tally.exceptions.size()));
  CHECK(week.exceptions()->find("text", "Wed 18 Nov 09:00, Follow-along: no place given") >= 0);
  CHECK(week.days()->count() == 7);
  CHECK(week.days()->value(0, "dayText").toString() == "Mon");
  CHECK(week.days()->value(0, "hoursText").toString() == "7 h 00 m");
  CHECK(week.days()->value(3, "isToday").toBool());
  CHECK(week.days()->value(4, "notLoggedFraction").toDouble() == 0);  // still to come
}

TEST_CASE("The share is rounded down, never up") {
  CHECK(barOf(6'496, 10'000, {}).shareText == "64.9 %");
  CHECK(barOf(6'500, 10'000, {}).shareText == "65.0 %");
  CHECK(barOf(0, 0, {}).shareText == "–");
  CHECK(barOf(0, 0, {}).sentence == "No entries yet this week: a tap on a tile starts the first");
}

TEST_CASE("The sentence names the nearest mark that the schedule left can still hold") {
  const std::int64_t hour = 3'600;
  CHECK(barOf(6'110, 10'000, {0, 6 * hour + 130, 10 * hour}).sentence ==
        "So far 61.1 % · 6 h 03 m more this week reaches 65 %");
  CHECK(barOf(4'000, 10'000, {2 * hour, 6 * hour, 3 * hour}).sentence ==
        "So far 40.0 % · 2 h 00 m more this week reaches 50 %");
  CHECK(barOf(4'000, 10'000, {4 * hour, 6 * hour, 3 * hour}).sentence ==
        "So far 40.0 % · 4 h 00 m more would reach 50 %, and 3 h 00 m are left");
  CHECK(barOf(5'500, 10'000, {0, 6 * hour, 3 * hour}).sentence == "So far 55.0 % · no more needed for 50 %");
  CHECK(barOf(7'000, 10'000, {0, 0, 0}).sentence == "So far 70.0 % · no more needed for 65 %");
}

TEST_CASE("An entry that has just begun is an entry, though nothing is logged yet") {
  Phone phone;
  phone.at("2026-11-23 08:30");
  phone.now().setVisible(true);
  CHECK(phone.now().week().sentence == "No entries yet this week: a tap on a tile starts the first");
  phone.now().start("office");
  phone.settle();
  CHECK(phone.now().week().sentence == "The first entry of this week has begun");
}

TEST_CASE("A week that is over, or not begun, is not spoken of as this one") {
  CHECK(barOf(6'110, 10'000, {0, 390, 0}, WeekTense::past).sentence == "0 h 07 m short of 65 %");
  CHECK(barOf(7'000, 10'000, {0, 0, 0}, WeekTense::past).sentence == "65 % was reached");
  CHECK(barOf(0, 0, {}, WeekTense::past).sentence == "Nothing was logged in this week");
  CHECK(barOf(0, 0, {}, WeekTense::future).sentence == "This week is still to come");

  const Date monday = *parseIsoDate("2026-11-16");
  CHECK(tenseOf(monday, add_days(monday, -1)) == WeekTense::future);
  CHECK(tenseOf(monday, monday) == WeekTense::present);
  CHECK(tenseOf(monday, add_days(monday, 6)) == WeekTense::present);
  CHECK(tenseOf(monday, add_days(monday, 7)) == WeekTense::past);
}

TEST_CASE("What is needed is said mark by mark, with what the schedule can hold") {
  const std::int64_t hour = 3'600;
  const auto said = [&](std::int64_t needed, std::int64_t left, bool has_schedule, WeekTense tense) {
    return neededSentence(50, tallyOf(0, 10'000, {needed, needed, left}, has_schedule), needed, tense);
  };
  CHECK(said(0, 0, true, WeekTense::present) == "No more is needed for 50 % of the whole week.");
  CHECK(said(hour, 2 * hour, true, WeekTense::present) ==
        "1 h 00 m more in the community reaches 50 %; the schedule left holds it.");
  CHECK(said(hour, hour / 2, true, WeekTense::present) ==
        "1 h 00 m more in the community would reach 50 %; the schedule left is only 0 h 30 m.");
  CHECK(said(hour, 0, true, WeekTense::present) ==
        "1 h 00 m more in the community would reach 50 %; no schedule is left.");
  CHECK(said(hour, 0, false, WeekTense::present) ==
        "1 h 00 m more in the community reaches 50 % of what is logged.");
  CHECK(said(hour, hour, true, WeekTense::past) == "1 h 00 m short of 50 %.");
  CHECK(said(0, 0, true, WeekTense::past) == "50 % was reached.");
}

TEST_CASE("Nothing is shown as a zero where nothing was due, and no day lacks time before it is over") {
  Phone phone;
  WeekModel& week = phone.app().week();
  CHECK(week.days()->value(0, "hoursText").toString() == "0 h 00 m");  // Monday: scheduled, and over
  CHECK(week.days()->value(3, "hoursText").toString() == "–");         // today
  CHECK(week.days()->value(3, "notLoggedFraction").toDouble() == 0);
  CHECK(week.days()->value(5, "hoursText").toString() == "–");  // Saturday
  CHECK(week.addLeave("2026-11-17", "7:30", "sick"));
  CHECK(week.days()->value(1, "hoursText").toString() == "–");
  week.showWeek("2026-11-23");
  CHECK(week.notLoggedText().isEmpty());
  CHECK(week.strictText().isEmpty());
  week.showWeek("2026-11-09");
  CHECK(week.scheduleLeftText().isEmpty());
}

TEST_CASE("Leave is added for a day of the week, and taken away again") {
  Phone phone;
  WeekModel& week = phone.app().week();
  CHECK_FALSE(week.addLeave("2026-11-30", "4", "sick"));
  CHECK(week.leaveError() == "Choose a day of this week.");
  CHECK_FALSE(week.addLeave("2026-11-18", "25", "sick"));
  CHECK(week.leaveError() == "Write hours like 7:30, up to 24.");
  CHECK_FALSE(week.addLeave("2026-11-18", "4", "party"));

  CHECK(week.addLeave("2026-11-18", "7:30", "sick"));
  CHECK(week.leaveError().isEmpty());
  REQUIRE(week.leave()->count() == 1);
  CHECK(week.leave()->value(0, "kindText").toString() == "Sick");
  CHECK(week.leave()->value(0, "hoursText").toString() == "7 h 30 m");
  CHECK(week.days()->value(2, "leaveText").toString() == "Sick 7 h 30 m");
  CHECK(week.scheduleText() == "30 h 00 m scheduled this week");

  CHECK(week.addLeave("2026-11-18", "2", "sick"));  // the same leave, shorter
  REQUIRE(week.leave()->count() == 1);
  CHECK(week.leave()->value(0, "hoursText").toString() == "2 h 00 m");
  week.removeLeave(week.leave()->value(0, "leaveId").toString());
  CHECK(week.leave()->count() == 0);
}

TEST_CASE("A week is submitted without a network, and can be opened again until it is approved") {
  Phone phone;
  phone.server->setOnline(false);
  WeekModel& week = phone.app().week();
  CHECK(week.state() == "open");
  CHECK(week.blank());
  CHECK(week.canSubmit());
  week.submit();
  CHECK(week.state() == "submitted");
  CHECK(week.stateText() == "Submitted");
  CHECK_FALSE(week.canSubmit());
  week.reopen();
  CHECK(week.state() == "open");
  week.nextWeek();
  CHECK_FALSE(week.canSubmit());
}

TEST_CASE("A returned week shows the lead's note and can be submitted again") {
  test::Agency agency;
  Approval approval;
  approval.specialist_id = agency.me.id;
  approval.week_start = *parseIsoDate("2026-11-16");
  approval.state = ApprovalState::returned;
  approval.note = "Where were you on Tuesday?";
  approval.id = make_named_id("approval|" + agency.me.id + "|2026-11-16");
  Phone phone({approval});
  WeekModel& week = phone.app().week();
  CHECK(week.state() == "returned");
  CHECK(week.approvalNote() == "Where were you on Tuesday?");
  CHECK(week.canSubmit());
}

TEST_CASE("A week that was handed in, and returned, is handed in again: the lead hears of it") {
  Phone phone;
  WeekModel& week = phone.app().week();
  week.submit();
  phone.settle();
  REQUIRE_FALSE(phone.sync().error);
  Approval approval;
  approval.specialist_id = phone.agency.me.id;
  approval.week_start = *parseIsoDate("2026-11-16");
  approval.state = ApprovalState::returned;
  approval.id = make_named_id("approval|" + phone.agency.me.id + "|2026-11-16");
  phone.server->editElsewhere(approval);
  REQUIRE_FALSE(phone.sync().error);
  REQUIRE(week.state() == "returned");

  const auto before = phone.server->received();
  week.submit();
  phone.settle();
  CHECK(week.state() == "submitted");
  REQUIRE_FALSE(phone.sync().error);
  CHECK(phone.server->received() > before);
  CHECK(week.state() == "submitted");
}

TEST_CASE("Twelve weeks before are a line, with a hole where nothing was logged") {
  Phone phone;
  phone.put(
      phone.entry(Activity::employer_visit, Place::employer_site, "2026-11-10 08:30", "2026-11-10 16:00"));
  WeekModel& week = phone.app().week();
  QCoreApplication::processEvents();
  REQUIRE(week.previousWeeks()->count() == 12);
  CHECK(week.previousWeeks()->value(11, "weekText").toString() == "9–15 November");
  CHECK(week.previousWeeks()->value(11, "shareText").toString() == "20.0 %");
  CHECK(week.previousWeeks()->value(10, "fraction").toDouble() == -1);
  CHECK(week.previousWeeks()->value(0, "weekIso").toString() == "2026-08-24");
}

TEST_CASE("A new month shows in the week's name") {
  Phone phone;
  WeekModel& week = phone.app().week();
  week.showWeek("2026-12-02");
  CHECK(week.weekText() == "30 November – 6 December");
  week.showWeek("no date");
  CHECK(week.weekIso() == "2026-11-30");
}

TEST_CASE("A week submitted without a network says that it will be sent; sent, that the lead has it") {
  Phone phone;
  WeekModel& week = phone.app().week();
  week.submit();
  CHECK(week.stateDetail() == "It will be sent with the next sync; no network is needed now.");
  phone.sync();
  CHECK(week.stateDetail() == "Your lead has it. You can take it back until it is approved.");
}

TEST_CASE("Before it is submitted the week says how much there is to look at, and does not insist") {
  Phone phone;
  phone.put(phone.entry(Activity::follow_along, std::nullopt, "2026-11-18 09:00", "2026-11-18 10:00"));
  WeekModel& week = phone.app().week();
  CHECK(week.stateDetail() == "To look at first: 1. You can submit all the same.");
  phone.now().start("office");
  phone.settle();
  CHECK(week.stateDetail() == "An entry is still running: stop it first, or its end will be missing.");
  CHECK(week.canSubmit());
}

TEST_CASE("An approved week says what becomes of changes") {
  test::Agency agency;
  Approval approval;
  approval.specialist_id = agency.me.id;
  approval.week_start = *parseIsoDate("2026-11-16");
  approval.state = ApprovalState::approved;
  approval.id = make_named_id("approval|" + agency.me.id + "|2026-11-16");
  Phone phone({approval});
  WeekModel& week = phone.app().week();
  CHECK(week.stateText() == "Approved");
  CHECK(week.stateDetail() ==
        "What you change now is kept on this phone and waits until your lead returns the week.");
  CHECK_FALSE(week.canSubmit());
}

TEST_CASE("The schedule is said in as few words as it takes, whatever leave there is") {
  Phone phone;
  WeekModel& week = phone.app().week();
  CHECK(week.scheduleDaysText() == "Mon–Fri 7 h 30 m");
  REQUIRE(week.addLeave("2026-11-18", "7:30", "sick"));
  CHECK(week.scheduleDaysText() == "Mon–Fri 7 h 30 m");
}
