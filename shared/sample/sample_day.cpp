#include "shared/sample/sample_day.h"

#include <algorithm>

#include "shared/sample/day_log.h"
#include "shared/sample/sample_names.h"

namespace waymark::sample {
namespace {

constexpr int lunch_minutes = 30;
constexpr int shortest_visit = 20;
constexpr int longest_visit = 80;

/// Something to drive to and do.
struct Visit {
  Spot spot;
  Activity activity = Activity::employer_visit;
  Contact contact = Contact::in_person;
  const Participant* participant = nullptr;
  bool present = false;
  std::string employer_id;
  bool hiring_authority = false;
  bool no_show = false;
};

Spot spot_of(const KnownPlace& place) {
  return {place.kind, place.id, {place.lat, place.lon}};
}

Spot spot_of(const Employer& employer) {
  return {Place::employer_site, employer.id, {employer.lat.value_or(0), employer.lon.value_or(0)}};
}

class Day {
 public:
  Day(const FieldWorker& worker, const DayPlan& plan, SeededRandom& random)
      : worker_(worker), plan_(plan), random_(random) {}

  std::vector<Entry> write();

 private:
  Spot place(std::initializer_list<Place> kinds);
  const Participant* participant() { return random_.pick(worker_.caseload); }
  Visit employer_visit();
  Visit job_coaching();
  Visit with_participant(Activity activity, std::initializer_list<Place> kinds);
  Visit alone(Activity activity, Place kind);
  Visit next_visit();
  void office(DayLog& log, int minutes);
  void field(DayLog& log, int minutes, const Spot& back_to);
  void lunch_when_due(DayLog& log);
  void carry_out(DayLog& log, const Visit& visit, int minutes);

  const FieldWorker& worker_;
  const DayPlan& plan_;
  SeededRandom& random_;
  bool had_lunch_ = false;
  bool had_meeting_ = false;
};

Spot Day::place(std::initializer_list<Place> kinds) {
  const auto kind = *(kinds.begin() + random_.between(0, static_cast<int>(kinds.size()) - 1));
  // A participant's home is nobody's known place.
  if (is_private_place(kind)) return {kind, "", somewhere(random_)};
  std::vector<const KnownPlace*> candidates;
  for (const auto& known : *worker_.places)
    if (known.kind == kind) candidates.push_back(&known);
  return spot_of(*random_.pick(candidates));
}

Visit Day::employer_visit() {
  const auto& employer = *random_.pick(worker_.network);
  Visit visit{spot_of(employer),
              Activity::employer_visit,
              Contact::in_person,
              nullptr,
              false,
              employer.id,
              random_.chance(60),
              false};
  if (random_.chance(45)) {
    visit.participant = participant();
    visit.present = random_.chance(60);
  }
  return visit;
}

Visit Day::job_coaching() {
  if (worker_.jobs.empty()) return employer_visit();
  const auto& job = *random_.pick(worker_.jobs);
  const auto employer = std::find_if(worker_.employers->begin(), worker_.employers->end(),
                                     [&](const Employer& one) { return one.id == job.employer_id; });
  const auto participant =
      std::find_if(worker_.caseload.begin(), worker_.caseload.end(),
                   [&](const Participant* one) { return one->id == job.participant_id; });
  return {spot_of(*employer),
          Activity::job_coaching,
          Contact::in_person,
          *participant,
          true,
          employer->id,
          false,
          false};
}

Visit Day::with_participant(Activity activity, std::initializer_list<Place> kinds) {
  return {place(kinds), activity, Contact::in_person, participant(), true, "", false, false};
}

Visit Day::alone(Activity activity, Place kind) {
  return {place({kind}), activity, Contact::none, nullptr, false, "", false, false};
}

Visit Day::next_visit() {
  const int roll = random_.between(1, 100);
  if (roll <= 28) return employer_visit();
  if (roll <= 47) return job_coaching();
  if (roll <= 58) return with_participant(Activity::job_search, {Place::library, Place::other_community});
  if (roll <= 72) {
    auto visit = with_participant(
        Activity::engagement, {Place::cafe, Place::cafe, Place::other_community, Place::participant_home});
    if (random_.chance(15)) {
      visit.no_show = true;
      visit.present = false;
      visit.contact = Contact::none;
    }
    return visit;
  }
  if (roll <= 76) return with_participant(Activity::assessment, {Place::library, Place::cafe});
  if (roll <= 80)
    return with_participant(Activity::benefits_counseling, {Place::vr_office, Place::other_community});
  if (roll <= 89) {
    auto visit =
        with_participant(Activity::follow_along, {Place::cafe, Place::library, Place::participant_home});
    if (random_.chance(50)) {
      visit.contact = random_.chance(70) ? Contact::phone : Contact::video;
      visit.spot = place({Place::cafe, Place::library});
      visit.present = false;
    }
    return visit;
  }
  if (roll <= 94) {
    auto visit = with_participant(Activity::partner_meeting, {Place::vr_office, Place::school});
    visit.present = random_.chance(50);
    return visit;
  }
  // Now and then what will not count: at the satellite office, in training, alone with the paperwork.
  if (roll <= 96) return with_participant(Activity::documentation, {Place::library});
  if (roll <= 97) return with_participant(Activity::engagement, {Place::satellite_office});
  if (roll <= 98) return alone(Activity::training, Place::training_site);
  if (roll <= 99) return alone(Activity::documentation, Place::cafe);
  return alone(Activity::other_work, Place::library);
}

void Day::lunch_when_due(DayLog& log) {
  constexpr int noon = 12 * 60;
  if (had_lunch_ || log.minute() < noon || plan_.work_minutes < 300) return;
  log.stay(Activity::break_, lunch_minutes).program.clear();
  had_lunch_ = true;
}

void Day::office(DayLog& log, int minutes) {
  if (plan_.team_meeting && !had_meeting_ && minutes >= 45) {
    log.stay(Activity::team_meeting, 45).contact = Contact::in_person;
    had_meeting_ = true;
    minutes -= 45;
  }
  while (minutes > 0) {
    lunch_when_due(log);
    // One long stretch at the desk, or two with supervision, a phone call or something else between.
    const int stretch = minutes > 100 ? random_.between(50, 90) : minutes;
    const int roll = random_.between(1, 100);
    auto& entry = log.stay(roll <= 70   ? Activity::documentation
                           : roll <= 80 ? Activity::follow_along
                           : roll <= 88 ? Activity::supervision
                                        : Activity::other_work,
                           stretch);
    entry.contact = Contact::none;
    if (entry.activity == Activity::supervision) entry.contact = Contact::in_person;
    if (entry.activity == Activity::follow_along) {
      entry.contact = Contact::phone;
      entry.participant_id = participant()->id;
    }
    minutes -= stretch;
  }
}

void Day::carry_out(DayLog& log, const Visit& visit, int minutes) {
  auto& entry = log.stay(visit.activity, minutes);
  entry.contact = visit.contact;
  entry.employer_id = visit.employer_id;
  entry.hiring_authority = visit.hiring_authority;
  entry.no_show = visit.no_show;
  entry.participant_present = visit.present;
  if (visit.participant != nullptr) {
    entry.participant_id = visit.participant->id;
    entry.program = visit.participant->program;
  }
  if (random_.chance(25) && visit.present)
    entry.note = random_.pick(participant_notes());
  else if (random_.chance(25) && visit.activity == Activity::employer_visit)
    entry.note = random_.pick(employer_notes());
}

void Day::field(DayLog& log, int minutes, const Spot& back_to) {
  int left = minutes;
  bool skipped = false;
  while (true) {
    lunch_when_due(log);
    const auto visit = next_visit();
    const int there = log.spot().id == visit.spot.id && !visit.spot.id.empty()
                          ? 0
                          : drive_minutes(log.spot().at, visit.spot.at);
    const int back = drive_minutes(visit.spot.at, back_to.at);
    const int time_for_it = left - there - back;
    if (time_for_it < shortest_visit) break;
    int length = visit.no_show ? random_.between(20, 40) : random_.between(30, 70);
    // No stump of time too short for another visit.
    if (time_for_it - length < 2 * shortest_visit) length = std::min(time_for_it, longest_visit);
    length = std::min(length, time_for_it);
    if (there > 0) log.travel(visit.spot);
    carry_out(log, visit, length);
    left -= there + length;
    if (!skipped && left > 90 && random_.chance(8)) {
      const int gap = random_.between(10, 25);
      log.skip(gap);
      left -= gap;
      skipped = true;
    }
  }
}

std::vector<Entry> Day::write() {
  const Spot office_spot = place({Place::program_site});
  const int office_minutes = plan_.work_minutes * (100 - plan_.community_percent) / 100;
  // A day that begins at home goes straight to the first visit; the way there is a commute.
  const bool from_home = !plan_.team_meeting && plan_.community_percent > 50 && random_.chance(18);
  const int start_minute = 8 * 60 + 30 + random_.between(-10, 20);
  DayLog log(worker_, plan_.date, start_minute, from_home ? worker_.home : office_spot, random_);
  const int first_block = from_home ? 0 : std::max(office_minutes * random_.between(35, 60) / 100, 15);
  const int last_block = std::max(office_minutes - first_block, 0);

  int worked = 0;
  if (from_home) {
    log.travel(spot_of(*random_.pick(worker_.network)));
    auto visit = employer_visit();
    visit.spot = log.spot();
    visit.employer_id = log.spot().id;
    const int length = random_.between(30, 60);
    carry_out(log, visit, length);
    worked += length;
  } else {
    office(log, first_block);
    worked += first_block;
  }

  const int before_field = log.minute();
  const bool lunch_before = had_lunch_;
  field(log, plan_.work_minutes - worked - last_block, office_spot);
  worked += log.minute() - before_field - (had_lunch_ && !lunch_before ? lunch_minutes : 0);
  if (log.spot().kind != Place::program_site) worked += log.travel(office_spot);

  if (const int rest = plan_.work_minutes - worked; rest > 0) office(log, rest);
  if (random_.chance(10)) log.travel(worker_.home);
  return log.take();
}

}  // namespace

std::vector<Entry> sample_day(const FieldWorker& worker, const DayPlan& plan, SeededRandom& random) {
  if (plan.work_minutes < 60) return {};
  return Day(worker, plan, random).write();
}

}  // namespace waymark::sample
