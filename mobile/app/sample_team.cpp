#include "mobile/app/sample_team.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace waymark::app {
namespace {

constexpr int team_size = 7;
constexpr int team_weeks = 6;
constexpr std::size_t long_silent = 2;
constexpr std::size_t never_heard = 5;

Zone zoneNamed(const std::string& name) {
  auto zone = Zone::find(name);
  if (!zone) throw std::runtime_error(zone.error().message);
  return *zone;
}

template <class R>
std::vector<R> of(const std::vector<R>& records, const std::string& person) {
  std::vector<R> own;
  std::copy_if(records.begin(), records.end(), std::back_inserter(own),
               [&](const R& record) { return record.specialist_id == person; });
  return own;
}

FirstContacts firstContacts(const std::vector<Entry>& entries) {
  FirstContacts first;
  for (const Entry& entry : entries)
    if (is_employer_contact(entry)) {
      const auto [known, fresh] = first.emplace(entry.employer_id, entry.starts_at);
      if (!fresh) known->second = std::min(known->second, entry.starts_at);
    }
  return first;
}

template <class R>
const R* ofWeek(const std::vector<R>& records, const std::string& person, Date week_first) {
  const auto found = std::find_if(records.begin(), records.end(), [&](const R& record) {
    return record.specialist_id == person && record.week_start == week_first;
  });
  return found == records.end() ? nullptr : &*found;
}

}  // namespace

SampleTeam::SampleTeam(std::string team, std::string time_zone, bool recorded)
    : team_(std::move(team)),
      time_zone_(std::move(time_zone)),
      recorded_(recorded),
      zone_(zoneNamed(time_zone_)) {}

SampleTeam::~SampleTeam() = default;

void SampleTeam::make(Instant now) {
  auto agency = sample_agency(
      {.seed = 4, .specialists = team_size, .weeks = team_weeks, .now = now, .time_zone = time_zone_});
  if (!agency) throw std::runtime_error(agency.error().message);
  agency_ = std::make_unique<SampleAgency>(std::move(*agency));
  std::erase_if(agency_->people, [](const Person& person) { return person.role != Role::specialist; });
  std::sort(agency_->people.begin(), agency_->people.end(),
            [](const Person& a, const Person& b) { return a.name < b.name; });
}

std::string SampleTeam::stateOf(const std::string& person, Date week_first) const {
  if (!recorded_) return "open";
  if (const auto* approval = ofWeek(agency_->approvals, person, week_first))
    return std::string(to_wire(approval->state));
  const auto* week = ofWeek(agency_->weeks, person, week_first);
  return std::string(to_wire(week ? week->state : WeekRecordState::open));
}

PersonWeek SampleTeam::weekOf(std::size_t number, Date week_first, Instant now) const {
  const Person& person = agency_->people[number];
  const auto entries = recorded_ ? of(agency_->entries, person.id) : std::vector<Entry>{};
  const WorkPattern pattern{of(agency_->schedules, person.id), of(agency_->leave, person.id)};
  PersonWeek week{
      tally_week(week_first, entries, pattern, agency_->policy, zone_, firstContacts(entries), now),
      {person.id, person.name, stateOf(person.id, week_first)}};
  if (number == never_heard) return week;
  const Millis ago = std::chrono::minutes{number == long_silent ? 2 * 24 * 60 + 19 * 60 : 7 + 31 * number};
  week.last_contact = week.last_sync = now - ago;
  return week;
}

TeamWeek SampleTeam::week(Date week_first, Instant now) {
  if (!agency_) make(now);
  TeamWeek week;
  week.team = team_;
  week.week_start = week_first;
  std::vector<Share> shares;
  for (std::size_t number = 0; number < agency_->people.size(); ++number) {
    week.people.push_back(weekOf(number, week_first, now));
    const PersonWeek& person = week.people.back();
    if (person.tally.standing != Standing::too_little && person.tally.work_s > 0)
      shares.push_back(person.tally.share());
    if (person.owner.state == "submitted" || person.owner.state == "approved") ++week.submitted;
    if (number != never_heard && number != long_silent) ++week.heard_from;
  }
  week.pooled = pooled(shares);
  week.mean_share = mean_share(shares);
  return week;
}

}  // namespace waymark::app
