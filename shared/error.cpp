#include "shared/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waymark {
namespace {

// In the order of the enumerators.
constexpr auto code_names = std::to_array<std::string_view>({
    "bad_json",         "bad_request",   "unauthorized",   "device_revoked",
    "person_disabled",  "forbidden",     "not_found",      "method_not_allowed",
    "length_required",  "too_large",     "uri_too_long",   "unsupported_media_type",
    "upgrade_required", "slow_down",     "internal",       "busy",
    "bad_code",         "missing",       "wrong_type",     "unknown_code",
    "bad_id",           "bad_date",      "out_of_range",   "too_long",
    "end_before_start", "span_too_long", "start_too_late", "start_too_early",
    "approved_week",    "type_changed",  "op_reused",      "cannot_open",
    "schema_too_new",   "corrupt",       "locked",         "unknown_zone",
    "already_exists",   "unreachable",   "timed_out",      "aborted",
    "disk_full",
});
static_assert(code_names.size() == static_cast<std::size_t>(ErrorCode::disk_full) + 1);

}  // namespace

std::string_view to_wire(ErrorCode code) {
  return code_names[static_cast<std::size_t>(code)];
}

ErrorCode error_code_from_wire(std::string_view wire) {
  const auto found = std::find(code_names.begin(), code_names.end(), wire);
  if (found == code_names.end()) return ErrorCode::internal;
  return static_cast<ErrorCode>(found - code_names.begin());
}

tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string field) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(field)});
}

}  // namespace waymark
