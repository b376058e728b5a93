// A sample agency from a seed, for the demo, the self-test, pictures and benchmarks: people, places,
// employers, caseloads and weeks of entries, good and bad. Everything is invented. Equal options give equal
// records, ids included; more weeks or people add to the rest without changing it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/records/record_codec.h"

namespace waymark {

struct SampleOptions {
  std::uint64_t seed = 1;
  int specialists = 8;
  int weeks = 26;  ///< whole weeks before the one `now` lies in
  Instant now{};   ///< nothing is recorded later; of the current week, the days before today are filled
  std::string time_zone = "America/New_York";
};

struct SampleAgency {
  std::string name;
  Policy policy;               ///< the defaults, with public holidays
  std::vector<Person> people;  ///< the specialists, then a lead for each of the two teams, then the admin
  std::vector<KnownPlace> places;
  std::vector<Employer> employers;
  std::vector<Participant> participants;
  std::vector<Job> jobs;
  std::vector<Schedule> schedules;
  std::vector<Leave> leave;
  std::vector<Entry> entries;  ///< by specialist, then by start; none is running
  std::vector<WeekRecord> weeks;
  std::vector<Approval> approvals;
};

/// Fails with unknown_zone, field `time_zone`.
Result<SampleAgency> sample_agency(const SampleOptions& options);

/// Every record of the agency, in an order in which a server accepts them one after another: what others
/// refer to first, approvals last.
std::vector<Record> all_records(const SampleAgency& agency);

}  // namespace waymark
