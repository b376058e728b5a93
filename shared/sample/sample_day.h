// One specialist's invented working day, written down entry by entry as it would have been tapped.
#pragma once

#include <vector>

#include "shared/records/records.h"
#include "shared/sample/sample_town.h"
#include "shared/time/zone.h"

namespace waymark::sample {

/// Where somebody is.
struct Spot {
  Place kind = Place::program_site;
  std::string id;  ///< a known place's or an employer's; "" for homes
  Position at;     ///< of homes only to work out drives: never stored
};

/// Whom a specialist works with, and where.
struct FieldWorker {
  std::string id;
  Spot home;
  const Zone* zone = nullptr;
  const std::vector<KnownPlace>* places = nullptr;
  std::vector<const Employer*> network;  ///< the employers this specialist visits
  std::vector<const Participant*> caseload;
  std::vector<const Job*> jobs;  ///< of the caseload
  const std::vector<Employer>* employers = nullptr;
  std::string program;           ///< of work that is for no participant
  bool location_denied = false;  ///< no fix is ever taken
};

struct DayPlan {
  Date date;
  int work_minutes = 450;      ///< to be worked, lunch not counted
  int community_percent = 60;  ///< of them in the community, about
  bool team_meeting = false;   ///< the day begins with one
};

/// The day's entries by start. Nothing where there is no work.
std::vector<Entry> sample_day(const FieldWorker& worker, const DayPlan& plan, SeededRandom& random);

}  // namespace waymark::sample
