// What the screens read.
#include <catch2/catch.hpp>

#include "mobile/device/database.h"
#include "shared/records/natural_key.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

const Date monday{std::chrono::year{2026} / 3 / 2};

std::vector<std::string> notes(const std::vector<Stored<Entry>>& entries) {
  std::vector<std::string> found;
  for (const auto& entry : entries) found.push_back(entry.record.note);
  return found;
}

}  // namespace

TEST_CASE("Entries of a span are those that touch it, by start") {
  Phone phone;
  const Span day{day_one, day_one + 24 * hour};
  auto put = [&](Instant from, std::optional<Instant> to, const std::string& note) {
    auto entry = visit(from, note);
    entry.ends_at = to;
    REQUIRE(phone.book().put(entry));
  };
  put(day.begin - 3 * hour, day.begin, "ends as it begins");
  put(day.begin - 3 * hour, day.begin + minute, "reaches in");
  put(day.begin, day.begin, "of no length");
  put(day.begin + hour, day.begin + 2 * hour, "inside");
  put(day.end - hour, day.end + hour, "reaches out");
  put(day.end, day.end + hour, "begins as it ends");
  put(day.begin - 2 * hour, std::nullopt, "running");
  phone.clock.pass(72 * hour);
  CHECK(notes(*phone.records().entries_between(day.begin, day.end)) ==
        std::vector<std::string>{"reaches in", "running", "of no length", "inside", "reaches out"});
}

TEST_CASE("Deleted entries are in no list, but can be found by id") {
  Phone phone;
  const auto id = phone.book().put(visit(day_one))->entry.id;
  REQUIRE(phone.book().remove(id));
  CHECK(phone.records().entries_between(day_one, day_one + hour)->empty());
  CHECK(phone.records().latest_entries(day_one + hour, 5)->empty());
  CHECK(phone.entry(id).deleted);
}

TEST_CASE("The latest entries come newest first and no more than asked for") {
  Phone phone;
  for (int i = 0; i < 5; ++i) REQUIRE(phone.book().put(visit(day_one - i * 2 * hour, std::to_string(i))));
  CHECK(notes(*phone.records().latest_entries(day_one, 2)) == std::vector<std::string>{"1", "2"});
}

TEST_CASE("First and last contacts are kept for each employer") {
  Phone phone;
  const auto bakery = numbered_id(1);
  auto contact = [&](Instant at, Contact how) {
    auto entry = visit(at);
    entry.employer_id = bakery;
    entry.contact = how;
    return phone.book().put(entry)->entry.id;
  };
  contact(day_one - 72 * hour, Contact::phone);  // no contact that counts
  const auto first = contact(day_one - 48 * hour, Contact::in_person);
  contact(day_one - 24 * hour, Contact::in_person);
  contact(day_one, Contact::in_person);
  CHECK(*phone.records().first_contacts() == FirstContacts{{bakery, day_one - 48 * hour}});
  CHECK(*phone.records().last_contacts() == FirstContacts{{bakery, day_one}});
  CHECK(phone.records().entries_at_employer(bakery)->size() == 4);
  REQUIRE(phone.book().remove(first));
  CHECK(*phone.records().first_contacts() == FirstContacts{{bakery, day_one - 24 * hour}});
}

TEST_CASE("Contacts of a span are counted by employer") {
  Phone phone;
  const auto bakery = numbered_id(1), garage = numbered_id(2);
  for (const auto& [employer, at] : {std::pair{bakery, day_one}, std::pair{bakery, day_one + 3 * hour},
                                     std::pair{garage, day_one + 24 * hour}}) {
    auto entry = visit(at);
    entry.employer_id = employer;
    REQUIRE(phone.book().put(entry));
  }
  using Counts = std::map<std::string, int, std::less<>>;
  CHECK(*phone.records().contact_counts(day_one, day_one + 24 * hour) == Counts{{bakery, 2}});
  CHECK(*phone.records().contact_counts(day_one + hour, day_one + 25 * hour) ==
        Counts{{bakery, 1}, {garage, 1}});
}

TEST_CASE("A long list is read in parts, deleted records too") {
  Phone phone;
  std::vector<std::string> made;
  for (int i = 0; i < 7; ++i) {
    Employer employer;
    employer.name = "Employer " + std::to_string(i);
    made.push_back(phone.store->put(employer)->id);
  }
  REQUIRE(phone.store->set_deleted(made[2], true));
  std::vector<std::string> read;
  std::vector<std::size_t> sizes;
  std::int64_t after = 0;
  do {
    const auto page = phone.records().page<Employer>(after, 3);
    REQUIRE(page);
    sizes.push_back(page->records.size());
    for (const auto& stored : page->records) {
      CHECK(stored.deleted == (stored.record.id == made[2]));
      read.push_back(stored.record.id);
    }
    after = page->next;
  } while (after != 0);
  CHECK(read == made);
  CHECK(sizes == std::vector<std::size_t>{3, 3, 1});
  CHECK(phone.records().all<Employer>()->size() == 6);
}

TEST_CASE("A week is read in one go: entries, pattern, policy, tally and state") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto zone = *Zone::find("America/New_York");
  Policy policy;
  policy.time_zone = zone.name();
  policy.employer_contacts_per_week = 9;
  server.put(RecordType::policy, numbered_id(50), to_json(policy));
  Schedule schedule;
  schedule.specialist_id = ana;
  schedule.effective_from = monday;
  schedule.minutes = {450, 450, 450, 450, 450, 0, 0};
  schedule.id = schedule_id(ana, monday);
  server.put(RecordType::schedule, schedule.id, to_json(schedule));
  REQUIRE(sync(phone, server).state == SessionState::done);
  Leave leave;
  leave.specialist_id = ana;
  leave.date = add_days(monday, 4);
  leave.minutes = 450;
  REQUIRE(phone.store->put(leave));
  REQUIRE(phone.book().put(visit(day_one)));

  const auto week = phone.records().week(monday, zone, day_one + 10 * 24 * hour);
  REQUIRE(week);
  CHECK(week->entries.size() == 1);
  CHECK(week->pattern.schedules.size() == 1);
  CHECK(week->pattern.leave.size() == 1);
  CHECK(week->policy.employer_contacts_per_week == 9);
  CHECK(week->tally.community_s == 3600);
  CHECK(week->tally.scheduled_s == 4 * 450 * 60);
  CHECK(week->state == "open");
}

TEST_CASE("Before any policy has arrived the default one is used") {
  Phone phone;
  const auto zone = *Zone::find("America/New_York");
  const auto policies = phone.records().policies(zone);
  REQUIRE(policies->size() == 1);
  CHECK(policies->front().minimum_percent == 50);
  CHECK(phone.records().week(monday, zone, day_one));
}

TEST_CASE("A week is submitted, approved, returned and submitted again") {
  Phone phone;
  FakeServer server(phone.clock);
  WeekRecord week;
  week.specialist_id = ana;
  week.week_start = monday;
  week.state = WeekRecordState::submitted;
  const auto state = [&] { return *phone.records().week_state(monday); };
  CHECK(state() == "open");
  week = *phone.store->put(week);
  CHECK(state() == "submitted");  // offline: it will be sent
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.approve(ana, monday);
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(state() == "approved");
  server.approve(ana, monday, ApprovalState::returned);
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(state() == "returned");
  week.state = WeekRecordState::open;
  REQUIRE(phone.store->put(week));
  week.state = WeekRecordState::submitted;
  REQUIRE(phone.store->put(week));
  CHECK(state() == "submitted");
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(state() == "submitted");
}

TEST_CASE("A record only a newer app can read is kept and sent on, and no list stumbles over it") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, numbered_id(1), R"({"name":"Bakery"})");
  server.put(RecordType::entry, numbered_id(2),
             R"({"specialist_id":")" + ana + R"(","activity":"teleporting"})");
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(phone.records().all<Employer>()->size() == 1);
  CHECK(phone.records().entries_between(day_one - hour, day_one + hour)->empty());
  CHECK(phone.records().versions(numbered_id(2))->size() == 1);
}

TEST_CASE("The screen reads while a transaction is being written, and sees what was before it") {
  Phone phone;
  const auto id = phone.book().put(visit(day_one))->entry.id;
  std::size_t seen = 0;
  const auto written = phone.store->database().write([&](Work& work) -> Result<void> {
    Query(work.sql, "DELETE FROM records").run();
    seen = phone.records().entries_between(day_one, day_one + hour)->size();
    return fail(ErrorCode::aborted, "taken back");
  });
  CHECK_FALSE(written);
  CHECK(seen == 1);
  CHECK(phone.entry(id).record.id == id);
}
