// Records to and from the JSON of their bodies (sync.md, "Record bodies"). Reading validates: what comes back
// is a record the rest of the program can trust. The same validation serves phone and server.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "shared/records/records.h"

namespace waymark {

using Record = std::variant<Entry, Employer, Participant, Job, Schedule, Leave, WeekRecord, Approval, Policy,
                            Person, KnownPlace>;

/// What a body is checked against besides itself.
struct BodyContext {
  std::string_view rid;            ///< the record's id; checked against its natural key where it has one
  Instant now;                     ///< the server's time (or the device's best guess of it)
  const Policy* policy = nullptr;  ///< for `program` and the first day of weeks; null: those are not checked
};

/// Reads and validates one body. Errors name the field; codes are those of error.h's record group.
Result<Record> parse_record(RecordType type, std::string_view body_json, const BodyContext& context);

/// Reads a body that was validated before (from our own store): no rule is checked again, unknown codes are
/// not expected. Fails with `corrupt` if the text is not what parse_record accepted.
template <class R>
Result<R> read_stored(std::string_view body_json, std::string_view rid);

/// The body as JSON text: known members in sync.md's order (absent optionals left out, `ends_at` always
/// present), then `extra`.
template <class R>
std::string to_json(const R& record);

RecordType type_of(const Record& record);

}  // namespace waymark
