// What follows when a record gets a new head: its row, the weeks to tally again, first employer contacts, who
// may see it, and the snapshots of policies and people.
#pragma once

#include <optional>

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

/// Writes `row` (which already has its seq and new head) as `record` describes it and does all that follows.
/// `before` is the row as it was; with no head it only held a place for ops on hold. `team_from`: from when a
/// person's new team holds (none: today).
/// Returns true if a week is no longer approved, so that its held ops can go in.
bool change_head(WriteContext& context, RecordRow row, const RecordRow& before, const Record& record,
                 bool deleted, std::optional<Date> team_from);

}  // namespace waymark::server
