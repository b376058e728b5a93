#include <algorithm>

#include <catch2/catch.hpp>

#include "shared/tally/follow_along.h"
#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

const std::string person = "p";
// A Monday. The first month is 4–31 May, the month after it begins on 4 June.
const Date start = day_of(2026, 5, 4);

Participant participant(Date entered_on = day_of(2026, 3, 2)) {
  Participant one;
  one.id = person;
  one.code = "A.B.";
  one.status = "active";
  one.entered_on = entered_on;
  return one;
}

Job job(double hours = 8, Date from = start, std::optional<Date> to = std::nullopt) {
  Job one;
  one.id = "job";
  one.participant_id = person;
  one.employer_id = "bakery";
  one.hours_per_week = hours;
  one.starts_on = from;
  one.ends_on = to;
  return one;
}

Entry meeting(Date on, std::chrono::minutes length = 45min) {
  Entry entry =
      stretch("m" + format_date(on), Activity::follow_along, Place::cafe, at(on, 10), at(on, 10) + length);
  entry.participant_id = person;
  return entry;
}

struct Someone {
  Participant who = participant();
  std::vector<Job> jobs = {job()};
  std::vector<Entry> entries = {};
  CaseDues on(Date today) const { return case_dues(who, jobs, entries, new_york(), at(today, 12)); }
};

std::vector<Due> of_kind(const CaseDues& dues, DueKind kind) {
  auto some = dues.dues;
  std::erase_if(some, [&](const Due& due) { return due.kind != kind; });
  return some;
}

std::string words(const Due& due) {
  return std::string(to_wire(due.kind)) + (due.number > 0 ? " " + std::to_string(due.number) : "") + " " +
         format_date(due.from) + ".." + format_date(due.by) + " " + std::string(to_wire(due.state));
}

std::string next(const CaseDues& dues) {
  return dues.next ? words(*dues.next) : "nothing";
}

std::string overdue(const CaseDues& dues) {
  return dues.overdue_since ? format_date(*dues.overdue_since) : "no";
}

}  // namespace

TEST_CASE("what is next, day by day around a start", "[follow_along]") {
  struct Row {
    std::string day;
    std::vector<std::string> met;
    std::string next;
    std::string overdue;
  };
  const auto rows = std::vector<Row>{
      // Before the start: item 23's week.
      {"2026-04-20", {}, "before_start 2026-04-27..2026-05-03 upcoming", "no"},
      {"2026-04-27", {}, "before_start 2026-04-27..2026-05-03 open", "no"},
      {"2026-05-03", {}, "before_start 2026-04-27..2026-05-03 open", "no"},
      {"2026-05-01", {"2026-04-30"}, "after_start 2026-05-04..2026-05-07 upcoming", "no"},
      {"2026-05-01", {"2026-04-26"}, "before_start 2026-04-27..2026-05-03 open", "no"},
      // Within three days after it. The week before cannot be mended and is not held against anyone.
      {"2026-05-04", {}, "after_start 2026-05-04..2026-05-07 open", "no"},
      {"2026-05-07", {}, "after_start 2026-05-04..2026-05-07 open", "no"},
      {"2026-05-07", {"2026-05-03"}, "after_start 2026-05-04..2026-05-07 open", "no"},
      {"2026-05-06", {"2026-05-04"}, "weekly 2 2026-05-11..2026-05-17 upcoming", "no"},
      {"2026-05-08", {}, "weekly 1 2026-05-04..2026-05-10 open", "2026-05-07"},
      {"2026-05-09", {"2026-05-08"}, "weekly 2 2026-05-11..2026-05-17 upcoming", "no"},
      // Weekly in the first month.
      {"2026-05-11", {"2026-05-05"}, "weekly 2 2026-05-11..2026-05-17 open", "no"},
      {"2026-05-18", {"2026-05-05"}, "weekly 3 2026-05-18..2026-05-24 open", "2026-05-17"},
      {"2026-05-18", {}, "weekly 3 2026-05-18..2026-05-24 open", "2026-05-07"},
      {"2026-05-19", {"2026-05-05", "2026-05-18"}, "weekly 4 2026-05-25..2026-05-31 upcoming", "no"},
      {"2026-05-31", {"2026-05-05"}, "weekly 4 2026-05-25..2026-05-31 open", "2026-05-17"},
      // Monthly for a year.
      {"2026-06-01", {"2026-05-30"}, "monthly 2 2026-06-04..2026-07-03 upcoming", "no"},
      {"2026-06-04", {"2026-05-30"}, "monthly 2 2026-06-04..2026-07-03 open", "no"},
      {"2026-06-05", {"2026-06-04"}, "monthly 3 2026-07-04..2026-08-03 upcoming", "no"},
      {"2026-07-10", {"2026-05-30"}, "monthly 3 2026-07-04..2026-08-03 open", "2026-07-03"},
      {"2027-05-03", {"2027-03-20"}, "monthly 12 2027-04-04..2027-05-03 open", "no"},
      // After the year support lasts as long as it is wanted, and nothing is owed.
      {"2027-05-04", {}, "nothing", "no"},
  };
  for (const Row& row : rows) {
    Someone one;
    for (const auto& day : row.met) one.entries.push_back(meeting(parse_date(day, "").value()));
    const auto dues = one.on(parse_date(row.day, "").value());
    INFO("on " << row.day << (row.met.empty() ? std::string() : ", last met " + row.met.back()));
    CHECK(next(dues) == row.next);
    CHECK(overdue(dues) == row.overdue);
  }
}

TEST_CASE("a job has a week before, three days after, four weeks and eleven months", "[follow_along]") {
  const auto dues = Someone{}.on(day_of(2026, 1, 1));
  CHECK(of_kind(dues, DueKind::before_start).size() == 1);
  CHECK(of_kind(dues, DueKind::after_start).size() == 1);
  CHECK(of_kind(dues, DueKind::weekly).size() == 4);
  CHECK(of_kind(dues, DueKind::monthly).size() == 11);
  CHECK(std::is_sorted(dues.dues.begin(), dues.dues.end(),
                       [](const Due& a, const Due& b) { return a.by < b.by; }));
}

TEST_CASE("a month that begins on the 31st keeps to the ends of shorter months", "[follow_along]") {
  Someone one;
  one.jobs = {job(8, day_of(2026, 1, 31))};
  const auto months = of_kind(one.on(day_of(2026, 1, 1)), DueKind::monthly);
  REQUIRE(months.size() == 11);
  CHECK(words(months[0]) == "monthly 2 2026-02-28..2026-03-30 upcoming");
  CHECK(words(months[1]) == "monthly 3 2026-03-31..2026-04-29 upcoming");
  CHECK(words(months[2]) == "monthly 4 2026-04-30..2026-05-30 upcoming");
}

TEST_CASE("what counts as having met", "[follow_along]") {
  struct Row {
    const char* what;
    void (*change)(Entry&);
    bool met, served;
  };
  const Row rows[] = {
      {"as it is", [](Entry&) {}, true, true},
      {"a no-show", [](Entry& e) { e.no_show = true; }, false, false},
      {"by phone", [](Entry& e) { e.contact = Contact::phone; }, false, true},
      {"by video", [](Entry& e) { e.contact = Contact::video; }, false, true},
      {"without contact", [](Entry& e) { e.contact = Contact::none; }, false, false},
      {"contact not given", [](Entry& e) { e.contact.reset(); }, false, false},
      {"nobody named", [](Entry& e) { e.participant_id.clear(); }, false, false},
      {"coaching at work", [](Entry& e) { e.activity = Activity::job_coaching; }, true, true},
      {"with the employer, about them", [](Entry& e) { e.activity = Activity::employer_visit; }, false,
       false},
      {"with the employer, together",
       [](Entry& e) {
         e.activity = Activity::employer_visit;
         e.participant_present = true;
       },
       true, true},
      {"a partner, about them", [](Entry& e) { e.activity = Activity::partner_meeting; }, false, false},
      {"paperwork, together",
       [](Entry& e) {
         e.activity = Activity::documentation;
         e.participant_present = true;
       },
       true, true},
      {"a call to the employer",
       [](Entry& e) {
         e.activity = Activity::employer_visit;
         e.contact = Contact::phone;
       },
       false, false},
      {"a journey",
       [](Entry& e) {
         e.activity = Activity::travel;
         e.participant_present = true;
       },
       false, false},
  };
  for (const Row& row : rows) {
    Entry entry = meeting(start);
    row.change(entry);
    INFO(row.what);
    CHECK(met_participant(entry) == row.met);
    CHECK(served_participant(entry) == row.served);
  }
}

TEST_CASE("others' jobs and entries, work that is not competitive and what is still to come do not count",
          "[follow_along]") {
  Someone one;
  auto other = meeting(day_of(2026, 5, 5));
  other.participant_id = "q";
  one.entries = {other, meeting(day_of(2026, 5, 7))};
  CHECK(next(one.on(day_of(2026, 5, 6))) == "after_start 2026-05-04..2026-05-07 open");
  one.jobs[0].kind = JobKind::volunteer;
  CHECK(of_kind(one.on(day_of(2026, 5, 6)), DueKind::weekly).empty());
  one.jobs = {job()};
  one.jobs[0].participant_id = "q";
  CHECK(of_kind(one.on(day_of(2026, 5, 6)), DueKind::weekly).empty());
}

TEST_CASE("a job that ended asks for nothing it did not last through", "[follow_along]") {
  Someone one;
  one.jobs = {job(20, start, day_of(2026, 5, 18))};
  const auto dues = one.on(day_of(2026, 5, 25));
  CHECK(of_kind(dues, DueKind::weekly).size() == 2);
  CHECK(of_kind(dues, DueKind::monthly).empty());
  CHECK(overdue(dues) == "no");
  CHECK(dues.weekly_hours == 0);
}

TEST_CASE("two services of half an hour a month from ten hours a week on", "[follow_along]") {
  Someone one;
  const Date today = day_of(2026, 8, 20);
  const auto this_month = [&] { return of_kind(one.on(today), DueKind::twice_monthly); };

  one.jobs = {job(9.5)};
  CHECK(this_month().empty());
  one.jobs = {job(6), job(4)};  // two jobs add up
  one.jobs[1].id = "other job";
  REQUIRE(this_month().size() == 2);
  CHECK(one.on(today).weekly_hours == 10);
  one.jobs = {job(10)};
  auto due = this_month().back();
  CHECK(words(due) == "twice_monthly 2026-08-01..2026-08-31 open");
  CHECK((due.done == 0 && due.wanted == 2));

  SECTION("29 minutes are none, and a call counts") {
    auto call = meeting(day_of(2026, 8, 5), 30min);
    call.contact = Contact::phone;
    one.entries = {meeting(day_of(2026, 8, 3), 29min), call};
    CHECK(this_month().back().done == 1);
    one.entries.push_back(meeting(day_of(2026, 8, 31), 30min));  // still to come
    CHECK(this_month().back().done == 1);
    one.entries.push_back(meeting(day_of(2026, 8, 20), 30min));
    due = this_month().back();
    CHECK(due.state == DueState::met);
    CHECK(due.met_on == day_of(2026, 8, 20));
  }
  SECTION("last month's are over, and not held against this one") {
    one.entries = {meeting(day_of(2026, 7, 5)), meeting(day_of(2026, 8, 5))};
    CHECK(words(this_month().front()) == "twice_monthly 2026-07-01..2026-07-31 missed");
    CHECK(overdue(one.on(today)) == "no");
  }
  SECTION("a month worked in part asks for its part") {
    one.jobs = {job(12, day_of(2026, 8, 10))};
    due = this_month().back();
    CHECK(words(due) == "twice_monthly 2026-08-10..2026-08-31 open");
    CHECK(due.wanted == 1);
    one.jobs = {job(12, day_of(2026, 8, 18))};
    CHECK(this_month().empty());
  }
}

TEST_CASE("the days to the first contacts", "[follow_along]") {
  Someone one;
  one.who = participant(start);
  one.jobs.clear();
  CHECK(next(one.on(start)) == "hiring_meeting 2026-05-04..2026-06-03 open");
  CHECK(overdue(one.on(day_of(2026, 6, 4))) == "2026-06-03");
  CHECK(next(one.on(day_of(2026, 6, 4))) == "hiring_meeting 2026-05-04..2026-06-03 missed");

  Entry visit = meeting(day_of(2026, 5, 12));
  visit.activity = Activity::employer_visit;
  visit.employer_id = "bakery";
  one.entries = {visit};
  auto dues = one.on(day_of(2026, 5, 20));
  CHECK(dues.employer_contact == FirstContact{day_of(2026, 5, 12), 8});
  CHECK(dues.hiring_meeting == FirstContact{});

  SECTION("someone who can hire counts only with the participant there, in person") {
    one.entries[0].hiring_authority = true;
    CHECK_FALSE(one.on(day_of(2026, 5, 20)).hiring_meeting.on);
    one.entries[0].participant_present = true;
    dues = one.on(day_of(2026, 5, 20));
    CHECK(dues.hiring_meeting == FirstContact{day_of(2026, 5, 12), 8});
    CHECK(of_kind(dues, DueKind::hiring_meeting).front().state == DueState::met);
    one.entries[0].contact = Contact::phone;
    CHECK_FALSE(one.on(day_of(2026, 5, 20)).hiring_meeting.on);
  }
  SECTION("the first one is told, whatever the order, and none from before entering") {
    auto earlier = visit;
    earlier.starts_at = at(day_of(2026, 5, 6), 9);
    auto before = visit;
    before.starts_at = at(day_of(2026, 5, 1), 9);
    one.entries = {visit, earlier, before};
    CHECK(one.on(day_of(2026, 5, 20)).employer_contact == FirstContact{day_of(2026, 5, 6), 2});
  }
  SECTION("a late one is told with its days, and no longer owed") {
    one.entries[0].starts_at = at(day_of(2026, 7, 1), 9);
    one.entries[0].hiring_authority = one.entries[0].participant_present = true;
    dues = one.on(day_of(2026, 7, 2));
    CHECK(dues.hiring_meeting.days == 58);
    CHECK(overdue(dues) == "no");
  }
  SECTION("who was hired since needs no meeting that leads to it") {
    one.entries.clear();
    one.jobs = {job(8, day_of(2026, 5, 18))};
    CHECK(of_kind(one.on(day_of(2026, 6, 10)), DueKind::hiring_meeting).empty());
  }
}

TEST_CASE("a closed case owes nothing and keeps its first contacts", "[follow_along]") {
  Someone one;
  Entry visit = meeting(day_of(2026, 3, 12));
  visit.activity = Activity::employer_visit;
  visit.employer_id = "bakery";
  one.entries = {visit};
  one.who.status = std::string(closed_status);
  const auto dues = one.on(day_of(2026, 6, 1));
  CHECK(dues.dues.empty());
  CHECK(next(dues) == "nothing");
  CHECK(overdue(dues) == "no");
  CHECK(dues.employer_contact.days == 10);
}

TEST_CASE("days are the agency's, not Greenwich's", "[follow_along]") {
  Someone one;
  Entry late = meeting(day_of(2026, 5, 7));
  late.starts_at = at(day_of(2026, 5, 7), 23, 30);  // already the 8th in UTC
  late.ends_at = late.starts_at + 30min;
  one.entries = {late};
  CHECK(of_kind(one.on(day_of(2026, 5, 8)), DueKind::after_start).front().state == DueState::met);
}
