// The team of the sample server's lead: seven invented people with weeks good and bad, one of whose phones
// has not been heard from for days and one never.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "shared/sample/sample_agency.h"
#include "shared/tally/team_week.h"
#include "shared/time/zone.h"

namespace waymark::app {

class SampleTeam {
 public:
  /// `recorded` false: the agency began this minute, and nobody has recorded anything.
  SampleTeam(std::string team, std::string time_zone, bool recorded);
  ~SampleTeam();

  /// The week that starts on `week_first`, as of `now`. The people and their weeks are made up when they are
  /// first asked for.
  TeamWeek week(Date week_first, Instant now);

 private:
  void make(Instant now);
  PersonWeek weekOf(std::size_t number, Date week_first, Instant now) const;
  std::string stateOf(const std::string& person, Date week_first) const;

  const std::string team_, time_zone_;
  const bool recorded_;
  Zone zone_;
  std::unique_ptr<SampleAgency> agency_;
};

}  // namespace waymark::app
