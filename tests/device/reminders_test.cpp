// When a person is reminded of what, and of what not.
#include "mobile/device/reminders.h"

#include <catch2/catch.hpp>

#include "shared/ids.h"

using namespace waymark;
using namespace waymark::device;

namespace {

Zone new_york() {
  auto zone = Zone::find("America/New_York");
  REQUIRE(zone);
  return *zone;
}

Date date_of(const char* text) {
  const auto date = parse_date(text, "date");
  REQUIRE(date);
  return *date;
}

/// A week from Monday 16 November 2026 with seven and a half hours from Monday to Friday.
class Week {
 public:
  Week() {
    Schedule schedule;
    schedule.effective_from = date_of("2026-01-01");
    schedule.minutes = {450, 450, 450, 450, 450, 0, 0};
    facts_.week.pattern.schedules = {schedule};
  }

  Instant at(const char* day, int hour, int minute = 0) const {
    return facts_.zone.at(date_of(day), hour * 60 + minute);
  }
  Week& add(Instant from, std::optional<Instant> to, std::optional<Place> place = Place::library) {
    Entry entry;
    entry.id = make_named_id("reminder test " + std::to_string(entries_.size()));
    entry.activity = Activity::engagement;
    entry.place = place;
    entry.contact = Contact::in_person;
    entry.starts_at = from;
    entry.ends_at = to;
    entries_.push_back(entry);
    return *this;
  }
  Week& leave(const char* day, int minutes) {
    Leave leave;
    leave.date = date_of(day);
    leave.minutes = minutes;
    facts_.week.pattern.leave.push_back(leave);
    return *this;
  }
  Week& without_schedule() {
    facts_.week.pattern = {};
    return *this;
  }
  Week& state(const char* state) {
    facts_.week.state = state;
    return *this;
  }

  std::vector<Reminder> due(Instant now) {
    facts_.now = now;
    facts_.running.reset();
    facts_.week.entries.clear();
    for (const Entry& entry : entries_) {
      if (!entry.ends_at) facts_.running = entry;
      facts_.week.entries.push_back({entry, {}, false, {}});
    }
    facts_.week.policy.time_zone = "America/New_York";
    facts_.week.tally = tally_week(date_of("2026-11-16"), entries_, facts_.week.pattern, facts_.week.policy,
                                   facts_.zone, {}, now);
    return due_reminders(facts_);
  }
  std::vector<ReminderKind> kinds(Instant now) {
    std::vector<ReminderKind> kinds;
    for (const Reminder& reminder : due(now)) kinds.push_back(reminder.kind);
    return kinds;
  }

 private:
  ReminderFacts facts_{.now = {}, .zone = new_york(), .running = {}, .week = {}};
  std::vector<Entry> entries_;
};

using Kinds = std::vector<ReminderKind>;

}  // namespace

TEST_CASE("What began in the day and still runs at its end is a reminder, once a day") {
  Week week;
  week.add(week.at("2026-11-18", 15), std::nullopt);
  CHECK(week.kinds(week.at("2026-11-18", 16, 59)).empty());
  CHECK(week.kinds(week.at("2026-11-18", 17)) == Kinds{ReminderKind::not_stopped});
  const auto later = week.due(week.at("2026-11-18", 18));
  REQUIRE(later.size() == 1);
  CHECK(later[0].activity == Activity::engagement);
  CHECK(later[0].running == std::chrono::hours{3});
  CHECK(later[0].key == week.due(week.at("2026-11-18", 17))[0].key);
}

TEST_CASE("What is begun in the evening is no slip, until it has run for four hours") {
  Week week;
  week.add(week.at("2026-11-18", 9), week.at("2026-11-18", 17));
  week.add(week.at("2026-11-18", 18), std::nullopt);
  // The hour between the two is a gap of the day.
  CHECK(week.kinds(week.at("2026-11-18", 18, 30)) == Kinds{ReminderKind::day_has_gaps});
  const auto late = week.due(week.at("2026-11-18", 22));
  REQUIRE(late.size() == 2);
  CHECK(late[0].kind == ReminderKind::long_running);
  CHECK(late[1].kind == ReminderKind::day_has_gaps);
}

TEST_CASE("Four hours are told at any time of day, and not a second before") {
  Week week;
  week.add(week.at("2026-11-18", 8), std::nullopt);
  CHECK(week.kinds(week.at("2026-11-18", 12) - Millis{1}).empty());
  CHECK(week.kinds(week.at("2026-11-18", 12)) == Kinds{ReminderKind::long_running});
}

TEST_CASE("A day's gaps, overlaps and entries without a place are counted at its end, not another day's") {
  Week week;
  week.add(week.at("2026-11-17", 9), week.at("2026-11-17", 10));
  week.add(week.at("2026-11-17", 11), week.at("2026-11-17", 17));  // Tuesday's own gap
  week.add(week.at("2026-11-18", 9), week.at("2026-11-18", 10));
  week.add(week.at("2026-11-18", 10, 30), week.at("2026-11-18", 12));            // a gap before it
  week.add(week.at("2026-11-18", 11, 30), week.at("2026-11-18", 13));            // an overlap
  week.add(week.at("2026-11-18", 13), week.at("2026-11-18", 14), std::nullopt);  // no place
  CHECK(week.kinds(week.at("2026-11-18", 16)).empty());
  const auto due = week.due(week.at("2026-11-18", 17));
  REQUIRE(due.size() == 1);
  CHECK(due[0].kind == ReminderKind::day_has_gaps);
  CHECK(due[0].count == 3);
}

TEST_CASE("A working day with nothing in it is told at its end; a day off and a day of leave are not") {
  Week week;
  CHECK(week.kinds(week.at("2026-11-18", 16)).empty());
  CHECK(week.kinds(week.at("2026-11-18", 17)) == Kinds{ReminderKind::day_empty});
  week.leave("2026-11-18", 450);
  CHECK(week.kinds(week.at("2026-11-18", 17)).empty());
  CHECK(week.kinds(week.at("2026-11-21", 17)).empty());
}

TEST_CASE("A week is to be submitted on its last working day, until it is") {
  Week week;
  week.add(week.at("2026-11-16", 9), week.at("2026-11-16", 17));
  week.add(week.at("2026-11-19", 9), week.at("2026-11-19", 17));
  week.add(week.at("2026-11-20", 9), week.at("2026-11-20", 17));
  CHECK(week.kinds(week.at("2026-11-19", 18)).empty());
  CHECK(week.kinds(week.at("2026-11-20", 16, 59)).empty());
  CHECK(week.kinds(week.at("2026-11-20", 17)) == Kinds{ReminderKind::week_not_submitted});
  CHECK(week.kinds(week.at("2026-11-21", 9)) == Kinds{ReminderKind::week_not_submitted});

  SECTION("Friday on leave makes Thursday the last") {
    week.leave("2026-11-20", 450);
    CHECK(week.kinds(week.at("2026-11-19", 17)) == Kinds{ReminderKind::week_not_submitted});
  }
  SECTION("a submitted or approved week is done, a returned one is not") {
    week.state("submitted");
    CHECK(week.kinds(week.at("2026-11-20", 17)).empty());
    week.state("approved");
    CHECK(week.kinds(week.at("2026-11-20", 17)).empty());
    week.state("returned");
    CHECK(week.kinds(week.at("2026-11-20", 17)) == Kinds{ReminderKind::week_not_submitted});
  }
  SECTION("without a schedule it is Friday, however the week begins") {
    week.without_schedule();
    CHECK(week.kinds(week.at("2026-11-19", 18)).empty());
    CHECK(week.kinds(week.at("2026-11-20", 17)) == Kinds{ReminderKind::week_not_submitted});
  }
}

TEST_CASE("A week without any entry is not asked for") {
  Week week;
  CHECK(week.kinds(week.at("2026-11-20", 17)) == Kinds{ReminderKind::day_empty});
}

TEST_CASE("No reminder can name a person: its key holds ids and dates alone") {
  Week week;
  week.add(week.at("2026-11-18", 8), std::nullopt);
  for (const Reminder& reminder : week.due(week.at("2026-11-18", 18)))
    CHECK(reminder.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_|-0123456789") == std::string::npos);
}
