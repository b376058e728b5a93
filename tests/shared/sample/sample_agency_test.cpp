#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "shared/records/natural_key.h"
#include "shared/sample/sample_agency.h"
#include "shared/tally/follow_along.h"
#include "shared/tally/week_tally.h"

using namespace waymark;

namespace {

/// Wednesday 18 March 2026, 12:00 UTC: last week is the one after the spring clock change.
constexpr Instant now = instant_from_ms(1'773'835'200'000);

SampleOptions demo() {
  SampleOptions options;
  options.now = now;
  return options;
}

const SampleAgency& agency() {
  static const auto made = sample_agency(demo()).value();
  return made;
}

std::string body_of(const Record& record) {
  return std::visit([](const auto& one) { return to_json(one); }, record);
}

const std::string& id_of(const Record& record) {
  return std::visit([](const auto& one) -> const std::string& { return one.id; }, record);
}

/// Everybody's tallies of the whole weeks, newest week first.
std::vector<std::vector<WeekTally>> tallies(const SampleAgency& agency, int weeks) {
  const auto zone = Zone::find(agency.policy.time_zone).value();
  const Date this_week = week_of(zone.date_of(now), agency.policy.week_starts_on);
  std::vector<std::vector<WeekTally>> result(static_cast<std::size_t>(weeks));
  for (const auto& person : agency.people) {
    if (person.role != Role::specialist) continue;
    std::vector<Entry> entries;
    for (const auto& entry : agency.entries)
      if (entry.specialist_id == person.id) entries.push_back(entry);
    WorkPattern pattern;
    for (const auto& schedule : agency.schedules)
      if (schedule.specialist_id == person.id) pattern.schedules.push_back(schedule);
    for (const auto& leave : agency.leave)
      if (leave.specialist_id == person.id) pattern.leave.push_back(leave);
    for (int ago = 1; ago <= weeks; ++ago)
      result[static_cast<std::size_t>(ago) - 1].push_back(
          tally_week(add_days(this_week, -7 * ago), entries, pattern, agency.policy, zone, {}, now));
  }
  return result;
}

}  // namespace

TEST_CASE("Every record of the sample is one that phone and server accept") {
  std::set<std::string> ids;
  const auto records = all_records(agency());
  for (const auto& record : records) {
    const auto& id = id_of(record);
    const auto parsed = parse_record(type_of(record), body_of(record), {id, now, &agency().policy});
    INFO(body_of(record));
    if (!parsed) FAIL(parsed.error().message << " " << parsed.error().field);
    REQUIRE(*parsed == record);
    REQUIRE(ids.insert(id).second);
  }
  CHECK(records.size() > 5000);
}

TEST_CASE("The sample is a function of its options") {
  const auto again = sample_agency(demo()).value();
  CHECK(all_records(again) == all_records(agency()));
  auto options = demo();
  options.seed = 2;
  const auto other = sample_agency(options).value();
  CHECK(other.people.at(0).id != agency().people.at(0).id);
  CHECK(other.entries != agency().entries);
}

TEST_CASE("More weeks and more people leave the rest as it was") {
  auto options = demo();
  options.weeks = 30;
  options.specialists = 10;
  const auto larger = sample_agency(options).value();
  std::map<std::string, std::string> bodies;
  for (const auto& record : all_records(larger)) bodies[id_of(record)] = body_of(record);
  for (const auto& record : all_records(agency())) {
    INFO(body_of(record));
    REQUIRE(bodies[id_of(record)] == body_of(record));
  }
  CHECK(larger.entries.size() > agency().entries.size());
}

TEST_CASE("The agency has eight specialists in two teams, a lead for each and an admin") {
  std::map<std::string, int> specialists;
  std::map<std::string, int> leads;
  int admins = 0;
  std::set<std::string> names;
  for (const auto& person : agency().people) {
    if (person.role == Role::specialist) ++specialists[person.team];
    if (person.role == Role::lead) ++leads[person.team];
    if (person.role == Role::admin) ++admins;
    CHECK(names.insert(person.name).second);
  }
  CHECK(specialists == std::map<std::string, int>{{"North", 4}, {"South", 4}});
  CHECK(leads == std::map<std::string, int>{{"North", 1}, {"South", 1}});
  CHECK(admins == 1);
  CHECK(agency().employers.size() == 60);
}

TEST_CASE("Everything the records name exists") {
  std::set<std::string> people;
  std::set<std::string> places;
  std::set<std::string> employers;
  std::map<std::string, std::string> caseloads;
  for (const auto& one : agency().people) people.insert(one.id);
  for (const auto& one : agency().places) places.insert(one.id);
  for (const auto& one : agency().employers) employers.insert(one.id);
  for (const auto& one : agency().participants) caseloads[one.id] = one.specialist_id;
  for (const auto& [id, specialist] : caseloads) REQUIRE(people.count(specialist) == 1);
  for (const auto& job : agency().jobs) {
    REQUIRE(caseloads.count(job.participant_id) == 1);
    REQUIRE(employers.count(job.employer_id) == 1);
  }
  for (const auto& entry : agency().entries) {
    REQUIRE(people.count(entry.specialist_id) == 1);
    for (const auto& id : {entry.place_id, entry.from_place_id, entry.to_place_id})
      REQUIRE((id.empty() || places.count(id) == 1 || employers.count(id) == 1));
    REQUIRE((entry.employer_id.empty() || employers.count(entry.employer_id) == 1));
    // Nobody works with someone else's participant.
    if (!entry.participant_id.empty()) REQUIRE(caseloads.at(entry.participant_id) == entry.specialist_id);
  }
}

TEST_CASE("Every caseload has something overdue or due, something to come, and a closed case") {
  const auto zone = Zone::find(agency().policy.time_zone).value();
  for (const auto& person : agency().people) {
    if (person.role != Role::specialist) continue;
    std::map<DueKind, int> open;
    int overdue = 0, closed = 0, size = 0;
    for (const auto& one : agency().participants) {
      if (one.specialist_id != person.id) continue;
      const auto dues = case_dues(one, agency().jobs, agency().entries, zone, now);
      if (dues.overdue_since) ++overdue;
      if (dues.next && dues.next->state == DueState::open) ++open[dues.next->kind];
      ++(is_open_case(one) ? size : closed);
    }
    INFO(person.name);
    CHECK(open[DueKind::before_start] >= 1);
    CHECK(open[DueKind::weekly] >= 1);
    CHECK(open[DueKind::hiring_meeting] >= 1);
    CHECK(closed == 1);
    CHECK(size <= agency().policy.caseload_max);
    CHECK(overdue >= 1);
  }
}

TEST_CASE("No coordinates are kept at homes, and none are far from town") {
  int private_ends = 0;
  int fixes = 0;
  for (const auto& entry : agency().entries) {
    const bool travel = entry.activity == Activity::travel;
    const auto starts_at_home = travel ? entry.from_place : entry.place;
    const auto ends_at_home = travel ? entry.to_place : entry.place;
    if (starts_at_home && is_private_place(*starts_at_home)) {
      ++private_ends;
      REQUIRE((entry.start_tag && !entry.start_tag->is_fix()));
    }
    if (ends_at_home && is_private_place(*ends_at_home)) {
      ++private_ends;
      REQUIRE((entry.end_tag && !entry.end_tag->is_fix()));
    }
    for (const auto& tag : {entry.start_tag, entry.end_tag})
      if (tag && tag->is_fix()) {
        ++fixes;
        REQUIRE(std::abs(tag->lat - 43.1) < 0.05);
        REQUIRE(std::abs(tag->lon + 75.23) < 0.05);
      }
  }
  CHECK(private_ends > 100);
  CHECK(fixes > 10'000);
}

TEST_CASE("Nothing is recorded in the future, and today is left free") {
  const auto zone = Zone::find(agency().policy.time_zone).value();
  const auto midnight = zone.start_of(zone.date_of(now));
  Instant newest{};
  for (const auto& entry : agency().entries) {
    REQUIRE(entry.ends_at);
    REQUIRE(*entry.ends_at < midnight);
    REQUIRE(entry.recorded_at < now);
    newest = std::max(newest, *entry.ends_at);
  }
  CHECK(newest > midnight - std::chrono::hours{12});
}

TEST_CASE("A lead looking at the sample meets every standing and every exception") {
  const auto weeks = tallies(agency(), demo().weeks);
  std::set<Standing> standings;
  std::set<ExceptionCode> exceptions;
  for (const auto& week : weeks)
    for (const auto& tally : week) {
      standings.insert(tally.standing);
      for (const auto& exception : tally.exceptions) exceptions.insert(exception.code);
    }
  CHECK(standings.size() == 4);
  CHECK(exceptions.size() == wire_names<ExceptionCode>().size());

  std::set<Standing> last_week;
  for (const auto& tally : weeks.front()) last_week.insert(tally.standing);
  CHECK(last_week.size() == 4);
}

TEST_CASE("The sample's weeks hold every reason and every activity") {
  std::set<Reason> reasons;
  std::set<Activity> activities;
  std::set<Contact> contacts;
  std::set<TagAbsence> absences;
  for (const auto& entry : agency().entries) {
    reasons.insert(classify(entry, agency().policy).reason);
    activities.insert(entry.activity);
    if (entry.contact) contacts.insert(*entry.contact);
    for (const auto& tag : {entry.start_tag, entry.end_tag})
      if (tag && tag->absent) absences.insert(*tag->absent);
  }
  CHECK(activities.size() == wire_names<Activity>().size());
  CHECK(contacts.size() == wire_names<Contact>().size());
  CHECK(absences.size() == wire_names<TagAbsence>().size());
  // No office worker goes from one office to another or writes at home here; every other reason occurs.
  CHECK(reasons.size() >= wire_names<Reason>().size() - 2);
}

TEST_CASE("Last week is in every state a lead meets on a Monday") {
  const auto last_monday = Date{std::chrono::year{2026} / 3 / 9};
  int submitted = 0;
  for (const auto& week : agency().weeks) submitted += week.week_start == last_monday;
  std::map<ApprovalState, int> approvals;
  for (const auto& approval : agency().approvals)
    if (approval.week_start == last_monday) ++approvals[approval.state];
  CHECK(submitted == 6);
  CHECK(approvals[ApprovalState::approved] == 2);
  CHECK(approvals[ApprovalState::returned] == 2);
  for (const auto& approval : agency().approvals)
    CHECK((approval.state == ApprovalState::approved || !approval.note.empty()));
}

TEST_CASE("A sample of nobody, of no weeks or of an unknown zone is no accident") {
  auto options = demo();
  options.specialists = 0;
  options.weeks = 0;
  const auto empty = sample_agency(options);
  REQUIRE(empty);
  CHECK(empty->entries.empty());
  CHECK(empty->people.size() == 3);
  options.time_zone = "Atlantis/Capital";
  const auto lost = sample_agency(options);
  REQUIRE_FALSE(lost);
  CHECK(lost.error().code == ErrorCode::unknown_zone);
  CHECK(lost.error().field == "time_zone");
}
