// Who may write and who may look (sync.md, "Who may write"). Pure: no SQL, so that the whole table is one
// test.
#pragma once

#include <optional>
#include <string>

#include "shared/error.h"
#include "shared/records/codes.h"
#include "shared/time/instant.h"
#include "syncserver/store/directory.h"

namespace waymark::server {

/// What a right depends on besides who asks: the kind of record and whom it is about.
struct Subject {
  RecordType type = RecordType::entry;
  /// The specialist it names; for a job, its participant's; none for records of the whole agency, and none
  /// where a specialist is named whom nobody knows.
  const Member* specialist = nullptr;
  /// The first day of the week an approval is about (or, for reading, any record of a week): the team is the
  /// team of that day.
  std::optional<Date> week_start;
};

/// The member a refusal is about: specialist_id, participant_id or type.
std::string_view field_of_right(RecordType type);

/// True if `writer` may write this state of a record. An edit needs it of the old head and of the new body.
bool may_write(const Member& writer, const Subject& subject, Date today);

/// True if `viewer` may read a record's history: what their device gets, for leads also what names a person
/// of their team, for admins the agency's own records and schedules.
bool may_read(const Member& viewer, const Subject& subject, Date today);

/// True if `viewer` may see the specialist's week that starts on `week_start`.
bool may_see_week(const Member& viewer, const Member& specialist, Date week_start, Date today);

}  // namespace waymark::server
