#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "tests/shared/sync/golden.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::string specialist = "0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f";
const std::string participant = "0190a5c4-0000-7000-8000-00000000000a";
const std::string employer = "0190a5c4-0000-7000-8000-00000000000e";
const std::string library = "0190a5c4-0000-7000-8000-0000000000ab";
constexpr Date monday{std::chrono::year{2026} / 3 / 2};

/// Read from the golden file, the record is `expected`; written, it is the golden file.
template <class R>
void is_golden(const std::string& name, RecordType type, R expected) {
  CAPTURE(name);
  expected.id = natural_id(Record(expected)).value_or("0190a5c4-0000-7000-8000-000000000001");
  const Policy policy;
  const auto parsed = parse_record(type, golden_text("bodies/" + name),
                                   {expected.id, instant_from_ms(1'772'470'800'000), &policy});
  REQUIRE(parsed);
  CHECK(std::get<R>(*parsed) == expected);
  CHECK(to_json(expected) == golden("bodies/" + name));
}

}  // namespace

TEST_CASE("An entry with everything is written as its golden body") {
  Entry entry;
  entry.specialist_id = specialist;
  entry.activity = Activity::employer_visit;
  entry.place = Place::employer_site;
  entry.place_id = employer;
  entry.contact = Contact::in_person;
  entry.starts_at = instant_from_ms(1'772'460'000'000);
  entry.ends_at = instant_from_ms(1'772'463'600'000);
  entry.utc_offset_min = -300;
  entry.participant_id = participant;
  entry.employer_id = employer;
  entry.participant_present = true;
  entry.hiring_authority = true;
  entry.program = "pros";
  entry.note = "Met the manager; two openings in the kitchen.";
  entry.late_reason = "Phone battery ran out.";
  entry.start_tag =
      LocationTag{{}, instant_from_ms(1'772'460'004'000), 43.1009, -75.232701, 8.5, TagSource::gps, ""};
  entry.end_tag =
      LocationTag{{}, instant_from_ms(1'772'463'602'000), 43.10095, -75.2328, {}, TagSource::network, ""};
  entry.clock_skew_ms = -1500;
  entry.recorded_at = instant_from_ms(1'772'550'000'000);
  is_golden("entry_visit.json", RecordType::entry, entry);
}

TEST_CASE("A journey from home is written as its golden body, without coordinates") {
  Entry entry;
  entry.specialist_id = specialist;
  entry.activity = Activity::travel;
  entry.from_place = Place::own_home;
  entry.to_place = Place::library;
  entry.to_place_id = library;
  entry.starts_at = instant_from_ms(1'772'456'400'000);
  entry.ends_at = instant_from_ms(1'772'458'200'000);
  entry.utc_offset_min = -300;
  entry.miles = 12.4;
  entry.start_tag = LocationTag{TagAbsence::private_place, {}, 0, 0, {}, TagSource::gps, ""};
  entry.end_tag = LocationTag{TagAbsence::timeout, {}, 0, 0, {}, TagSource::gps, ""};
  entry.recorded_at = entry.starts_at;
  is_golden("entry_travel.json", RecordType::entry, entry);
}

TEST_CASE("A running entry is written as its golden body") {
  Entry entry;
  entry.specialist_id = specialist;
  entry.activity = Activity::break_;
  entry.starts_at = instant_from_ms(1'772'470'000'000);
  entry.utc_offset_min = 345;
  entry.recorded_at = entry.starts_at;
  is_golden("entry_running.json", RecordType::entry, entry);
}

TEST_CASE("An entry of a newer version keeps what it brought") {
  Entry entry;
  entry.specialist_id = specialist;
  entry.activity = Activity::follow_along;
  entry.place = Place::participant_home;
  entry.contact = Contact::phone;
  entry.starts_at = instant_from_ms(1'772'460'000'000);
  entry.ends_at = instant_from_ms(1'772'461'800'000);
  entry.utc_offset_min = -300;
  entry.participant_id = participant;
  entry.no_show = true;
  entry.start_tag =
      LocationTag{TagAbsence::private_place, {}, 0, 0, {}, TagSource::gps, R"({"asked":false})"};
  entry.recorded_at = entry.starts_at;
  entry.extra = R"({"interpreter":{"language":"es","minutes":[10,20.5]},"billable":null})";
  is_golden("entry_from_newer.json", RecordType::entry, entry);
}

TEST_CASE("Employers, participants and jobs are written as their golden bodies") {
  Employer cafe;
  cafe.name = "Café Río";
  cafe.address = "14 Canal Street, Millbrook Falls";
  cafe.industry = "Restaurant";
  cafe.contact_name = "Ines Calder";
  cafe.contact_title = "Kitchen manager";
  cafe.phone = "555-0142";
  cafe.lat = 43.1009;
  cafe.lon = -75.2327;
  cafe.next_step = "Bring two résumés";
  cafe.next_step_on = add_days(monday, 7);
  cafe.note = "Prefers mornings.";
  is_golden("employer.json", RecordType::employer, cafe);

  Participant person;
  person.code = "M.R.";
  person.program = "pros";
  person.status = "active";
  person.entered_on = Date{std::chrono::year{2026} / 1 / 12};
  person.specialist_id = specialist;
  person.part2 = true;
  is_golden("participant.json", RecordType::participant, person);

  Job job;
  job.participant_id = participant;
  job.employer_id = employer;
  job.title = "Baker's helper";
  job.hours_per_week = 17.5;
  job.starts_on = Date{std::chrono::year{2026} / 2 / 2};
  job.ends_on = Date{std::chrono::year{2026} / 5 / 29};
  is_golden("job.json", RecordType::job, job);
}

TEST_CASE("What frames a week is written as its golden bodies") {
  Schedule schedule;
  schedule.specialist_id = specialist;
  schedule.effective_from = monday;
  schedule.minutes = {450, 450, 450, 450, 450, 0, 0};
  is_golden("schedule.json", RecordType::schedule, schedule);

  Leave leave;
  leave.specialist_id = specialist;
  leave.date = add_days(monday, 1);
  leave.minutes = 450;
  leave.kind = LeaveKind::sick;
  is_golden("leave.json", RecordType::leave, leave);

  WeekRecord week;
  week.specialist_id = specialist;
  week.week_start = monday;
  week.state = WeekRecordState::submitted;
  is_golden("week.json", RecordType::week, week);

  Approval approval;
  approval.specialist_id = specialist;
  approval.week_start = monday;
  approval.state = ApprovalState::returned;
  approval.note = "Please look at Tuesday's gap.";
  is_golden("approval.json", RecordType::approval, approval);
}

TEST_CASE("What the agency decides is written as its golden bodies") {
  Policy policy;
  policy.time_zone = "America/New_York";
  policy.holidays = {Date{std::chrono::year{2026} / 7 / 3}, Date{std::chrono::year{2026} / 12 / 25}};
  is_golden("policy.json", RecordType::policy, policy);

  Person lead;
  lead.name = "Dana Whitfield";
  lead.role = Role::lead;
  lead.team = "North";
  is_golden("person.json", RecordType::person, lead);

  KnownPlace place;
  place.name = "Main Library";
  place.kind = Place::library;
  place.lat = 43.1032;
  place.lon = -75.2291;
  place.radius_m = 80;
  is_golden("place.json", RecordType::place, place);
}
