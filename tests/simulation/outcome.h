// What must be true of the server whatever its rules are called: no reading of the rules, only of what came
// of them. An answer stands, what was acknowledged is there, nobody's edit is overwritten unseen or put aside
// needlessly, and what was settled, approved or given back is so. The reference model says what the rules
// ask; this says what people would see if one of them were missing.
#pragma once

#include <map>
#include <string>

#include "shared/sync/messages.h"
#include "tests/simulation/reference_model.h"
#include "tests/simulation/server_tables.h"
#include "tests/simulation/verdict.h"

namespace waymark::simulation {

/// By op: the op whose body its phone showed when it was made.
using MadeOn = std::map<std::string, std::string>;

class Outcome {
 public:
  explicit Outcome(Verdict& verdict) : verdict_(verdict) {}

  /// An op's answer is its answer for good, and another content under its id is never taken for it.
  void answered(const SyncRequest& request, const SyncResponse& answer);
  /// What was acknowledged is in the store (sync.md, invariant 1).
  void look(const ReferenceModel& stored);
  /// An approved week is tallied by the schedule it was approved with.
  void look_at_tallies(const ReferenceModel& stored, const std::vector<TableTally>& tallies);
  /// What the backup does not hold may be answered anew.
  void restored(const ReferenceModel& stored);

 private:
  struct Answer {
    std::string payload;
    OpStatus status = OpStatus::head;
    std::int64_t seq = 0;
  };
  struct ApprovedWeek {
    std::string approval;  ///< op
    std::int64_t scheduled_s = 0;
  };

  Verdict& verdict_;
  std::map<std::string, Answer> answers_;         // by op
  std::map<std::string, ApprovedWeek> approved_;  // by person and week
};

/// Tells the log again from its beginning, and what is listed at its end.
void check_story(const ReferenceModel& stored, const MadeOn& made_on, Verdict& verdict);

}  // namespace waymark::simulation
