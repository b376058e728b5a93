// What follows when a record gets a new head: its row, the weeks to tally again, first employer contacts, who
// may see it, and the snapshots of policies and people.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "syncserver/store/record_row.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

/// Whose a record is: the person it names, a job's participant's, 0 for everyone; none when it names a person
/// or participant nobody knows. Sets `participant` for jobs.
struct Ownership {
  std::optional<std::int64_t> owner;
  std::optional<std::int64_t> participant;
};
Ownership ownership_of(WriteContext& context, const Record& record);

/// A person's own row must exist before the first record that is theirs: the person record itself.
void ensure_person(WriteContext& context, const Person& person);

/// The first counting contact of each employer a change concerns, so that a week whose contact turns from
/// first to returning, or back, is tallied again though none of its entries changed.
class FirstContactWatch {
 public:
  FirstContactWatch(WriteContext& context, const RecordRow& before, const RecordRow& after);
  void touch_changes();

 private:
  WriteContext& context_;
  std::map<std::pair<std::int64_t, std::string>, std::optional<Instant>> firsts_;
};

class HeadChange {
 public:
  /// Writes `row` (which already has its seq, new head and owner) as `record` describes it, as a new row if
  /// it has no number yet. With no head before, it only held a place for ops on hold.
  HeadChange(WriteContext& context, RecordRow& row, const RecordRow& before, const Record& record,
             bool deleted);

  /// All that follows; the new head must be in `ops` by now. `team_from`: from when a person's new team holds
  /// (none: today).
  void follow(std::optional<Date> team_from);

 private:
  WriteContext& context_;
  RecordRow before_;
  RecordRow row_;
  const Record& record_;
  FirstContactWatch contacts_;
};

}  // namespace waymark::server
