#include "shared/sample/sample_agency.h"

#include <algorithm>

#include "shared/sample/sample_day.h"
#include "shared/sample/sample_names.h"
#include "shared/sample/sample_town.h"
#include "shared/sample/sample_weeks.h"
#include "shared/time/week.h"

namespace waymark {
namespace {

using sample::FieldWorker;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_weekday;
using std::chrono::year_month_weekday_last;

constexpr Instant people_made_at = instant_from_ms(1'735'689'600'000);  // 2025-01-01
constexpr std::string_view teams[] = {"North", "South"};

/// A public holiday on a Saturday is kept the day before, on a Sunday the day after.
Date observed(Date date) {
  const int weekday = weekday_index(date);
  return weekday == 5 ? add_days(date, -1) : weekday == 6 ? add_days(date, 1) : date;
}

/// Eight of the public holidays of the United States, in each year the sample may touch.
std::vector<Date> public_holidays(int first_year, int last_year) {
  using namespace std::chrono;
  std::vector<Date> days;
  for (int y = first_year; y <= last_year; ++y) {
    const year in{y};
    const auto nth = [&](month m, weekday w, unsigned index) { return Date{sys_days{in / m / w[index]}}; };
    days.push_back(observed(in / January / 1));
    days.push_back(nth(January, Monday, 3));
    days.push_back(Date{sys_days{in / May / Monday[last]}});
    days.push_back(observed(in / June / 19));
    days.push_back(observed(in / July / 4));
    days.push_back(nth(September, Monday, 1));
    days.push_back(nth(November, Thursday, 4));
    days.push_back(observed(in / December / 25));
  }
  return days;
}

Person person(std::uint64_t seed, std::string_view part, int number, Role role, std::string_view team) {
  SeededRandom random(seed, part, number);
  Person made;
  made.id = make_record_id(random, people_made_at);
  // Walking both lists at different paces meets no name twice for the first few hundred people.
  const auto firsts = sample::first_names();
  const auto lasts = sample::last_names();
  const auto start = static_cast<std::size_t>(SeededRandom(seed, part).between(0, 1000));
  const auto index = start + static_cast<std::size_t>(number);
  made.name = std::string(firsts[index % firsts.size()]) + " " +
              std::string(lasts[(index * 7 + index / firsts.size()) % lasts.size()]);
  made.role = role;
  made.team = team;
  return made;
}

std::vector<Participant> caseload(std::uint64_t seed, int number, const std::string& specialist,
                                  const Policy& policy, Date today) {
  SeededRandom random(seed, "caseload", number);
  const auto main_program = policy.programs[static_cast<std::size_t>(number) % policy.programs.size()];
  std::vector<Participant> people(static_cast<std::size_t>(random.between(9, 16)));
  for (auto& one : people) {
    one.id = make_record_id(random, people_made_at);
    const auto taken = [&](const std::string& code) {
      return std::any_of(people.begin(), people.end(), [&](const auto& other) { return other.code == code; });
    };
    std::string code;
    do {
      code = {static_cast<char>('A' + random.between(0, 25)), '.',
              static_cast<char>('A' + random.between(0, 25)), '.'};
    } while (taken(code));
    one.code = code;
    one.program = random.chance(85) ? main_program : random.pick(policy.programs);
    one.status = random.chance(75) ? "active" : random.chance(60) ? "employed" : "paused";
    one.entered_on = add_days(today, -random.between(20, 420));
    one.specialist_id = specialist;
    one.part2 = random.chance(15);
  }
  return people;
}

std::vector<Job> jobs_of(std::uint64_t seed, int number, const std::vector<Participant>& people,
                         const std::vector<Employer>& employers, Date today) {
  SeededRandom random(seed, "jobs", number);
  std::vector<Job> jobs;
  for (const auto& one : people) {
    const int known_days = days_between(one.entered_on, today);
    if (known_days < 60 || !random.chance(45)) continue;
    Job job;
    job.id = make_record_id(random, people_made_at);
    job.participant_id = one.id;
    job.employer_id = random.pick(employers).id;
    job.title = random.pick(sample::job_titles());
    job.hours_per_week = random.between(16, 60) / 2.0;
    job.starts_on = add_days(one.entered_on, random.between(40, known_days));
    if (random.chance(20)) job.ends_on = add_days(job.starts_on, random.between(14, 120));
    job.kind = random.chance(85)   ? JobKind::competitive
               : random.chance(60) ? JobKind::work_based_learning
                                   : JobKind::volunteer;
    jobs.push_back(std::move(job));
  }
  return jobs;
}

/// What every caseload has besides those whom the weeks tell of: somebody who starts a job in a few days,
/// somebody in the first month of one, somebody new, and a case that was closed.
void add_turning_points(SampleAgency& agency, std::uint64_t seed, int number, const std::string& specialist,
                        Date today) {
  SeededRandom random(seed, "turning points", number);
  const auto program =
      agency.policy.programs[static_cast<std::size_t>(number) % agency.policy.programs.size()];
  const auto participant = [&](const char* code, const char* status, int days_ago) {
    Participant one;
    one.id = make_record_id(random, people_made_at);
    one.code = code;
    one.program = program;
    one.status = status;
    one.entered_on = add_days(today, -days_ago);
    one.specialist_id = specialist;
    agency.participants.push_back(one);
    return one.id;
  };
  const auto job = [&](const std::string& who, int starts_in) {
    Job one;
    one.id = make_record_id(random, people_made_at);
    one.participant_id = who;
    one.employer_id = random.pick(agency.employers).id;
    one.title = random.pick(sample::job_titles());
    one.hours_per_week = random.between(20, 40) / 2.0;
    one.starts_on = add_days(today, starts_in);
    agency.jobs.push_back(one);
  };
  job(participant("Q.S.", "active", 50), 4);
  job(participant("Q.T.", "employed", 80), -9);
  participant("Q.N.", "active", 12);
  participant("Q.C.", "closed", 500);
}

std::vector<const Employer*> network(std::uint64_t seed, int number, const std::vector<Employer>& employers) {
  SeededRandom random(seed, "network", number);
  std::vector<const Employer*> visited;
  while (visited.size() < 14) {
    const auto* employer = &random.pick(employers);
    if (std::find(visited.begin(), visited.end(), employer) == visited.end()) visited.push_back(employer);
  }
  return visited;
}

Policy policy_of(const SampleOptions& options, Date today) {
  Policy policy;
  SeededRandom random(options.seed, "policy");
  policy.id = make_record_id(random, people_made_at);
  policy.time_zone = options.time_zone;
  const int years = options.weeks / 52 + 1;
  const int this_year = static_cast<int>(today.year());
  policy.holidays = public_holidays(this_year - years, this_year + 1);
  return policy;
}

}  // namespace

Result<SampleAgency> sample_agency(const SampleOptions& options) {
  const auto zone = Zone::find(options.time_zone);
  if (!zone) return tl::unexpected(zone.error());
  const Date today = zone->date_of(options.now);
  SampleAgency agency;
  agency.name = "Millbrook Employment Services";
  agency.policy = policy_of(options, today);
  agency.places = sample::town_places(options.seed);
  agency.employers = sample::town_employers(options.seed, today);

  const auto this_week = week_of(today, agency.policy.week_starts_on);
  for (int number = 0; number < options.specialists; ++number) {
    agency.people.push_back(person(options.seed, "specialist", number, Role::specialist, teams[number % 2]));
    const auto id = agency.people.back().id;
    const auto people = caseload(options.seed, number, id, agency.policy, today);
    const auto jobs = jobs_of(options.seed, number, people, agency.employers, today);
    const auto schedules = sample::sample_schedules(number, id, this_week);
    agency.schedules.insert(agency.schedules.end(), schedules.begin(), schedules.end());

    SeededRandom random(options.seed, "home", number);
    FieldWorker worker;
    worker.id = id;
    worker.home = {Place::own_home, "", sample::somewhere(random)};
    worker.zone = &*zone;
    worker.places = &agency.places;
    worker.employers = &agency.employers;
    worker.network = network(options.seed, number, agency.employers);
    for (const auto& one : people) worker.caseload.push_back(&one);
    for (const auto& job : jobs) worker.jobs.push_back(&job);
    worker.program = agency.policy.programs[static_cast<std::size_t>(number) % agency.policy.programs.size()];
    sample::add_weeks(agency, worker, number, options);

    agency.participants.insert(agency.participants.end(), people.begin(), people.end());
    agency.jobs.insert(agency.jobs.end(), jobs.begin(), jobs.end());
    add_turning_points(agency, options.seed, number, id, today);
  }
  for (int team = 0; team < 2; ++team)
    agency.people.push_back(person(options.seed, "lead", team, Role::lead, teams[team]));
  agency.people.push_back(person(options.seed, "admin", 0, Role::admin, ""));
  return agency;
}

std::vector<Record> all_records(const SampleAgency& agency) {
  std::vector<Record> records;
  records.emplace_back(agency.policy);
  const auto add = [&](const auto& list) { records.insert(records.end(), list.begin(), list.end()); };
  add(agency.people);
  add(agency.places);
  add(agency.employers);
  add(agency.participants);
  add(agency.jobs);
  add(agency.schedules);
  add(agency.leave);
  add(agency.entries);
  add(agency.weeks);
  add(agency.approvals);
  return records;
}

}  // namespace waymark
