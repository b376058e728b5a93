// The one error type of both programs: a code from a closed list, a sentence for a person, and the field it
// is about. Bad input is a value (Result); exceptions are for the machine failing (disk, memory).
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace waymark {

/// Every way a request, a record or a start-up can be refused. Wire strings are the enumerator names.
enum class ErrorCode {
  // A whole request (sync.md, "The wire").
  bad_json,
  bad_request,
  unauthorized,
  device_revoked,
  person_disabled,
  forbidden,
  not_found,
  method_not_allowed,
  length_required,
  too_large,
  uri_too_long,
  unsupported_media_type,
  upgrade_required,
  slow_down,
  internal,
  busy,
  bad_code,
  // One record or op; `field` names the member, dotted where nested (`start_tag.lat`).
  missing,       ///< a required member is absent
  wrong_type,    ///< a member has another JSON type than it must
  unknown_code,  ///< a string outside its list
  bad_id,        ///< no lower-case UUID, or not the UUID its natural key gives
  bad_date,      ///< no date YYYY-MM-DD, or not the day it must be
  out_of_range,  ///< a number outside its bounds
  too_long,      ///< a text over its length
  end_before_start,
  span_too_long,    ///< an entry over 24 hours
  start_too_late,   ///< over 24 hours after the server's time
  start_too_early,  ///< before the year 2000
  approved_week,    ///< a schedule or policy that would reach into an approved week
  type_changed,     ///< a record id used before for another type
  op_reused,        ///< a known op id with another payload
  // The machine and its files.
  cannot_open,
  schema_too_new,
  corrupt,
  locked,
  unknown_zone,
  already_exists,
  unreachable,  ///< no connection, or it broke
  timed_out,
  aborted,
  disk_full,  ///< the storage of this machine is full; nothing was written
};

std::string_view to_wire(ErrorCode code);
/// The code with this wire string, or `internal` for one this version does not know.
ErrorCode error_code_from_wire(std::string_view wire);

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  ///< one sentence a person can act on
  std::string field;    ///< dotted path of the member concerned, or empty

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning an error: `return fail(ErrorCode::missing, "…", "starts_at");`
tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string field = {});

}  // namespace waymark
