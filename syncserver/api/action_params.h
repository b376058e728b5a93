// What the files of admin actions share: reading parameters, writing answers, and the table they are in.
// Heavy include: actions only.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <optional>
#include <string>

#include "shared/records/json_fields.h"
#include "syncserver/api/admin_actions.h"

namespace waymark::server {

using AdminAction = Result<std::string> (*)(const AdminContext&, std::string_view params_json);
using AdminActions = std::map<std::string_view, AdminAction, std::less<>>;

// Those of one kind, a file each.
void add_people_actions(AdminActions& actions);
void add_device_actions(AdminActions& actions);
void add_agency_actions(AdminActions& actions);
void add_trail_actions(AdminActions& actions);

/// Parses the parameters and hands a reader of them to `act`, which asks it for its error before it acts.
template <class Act>
Result<std::string> with_params(std::string_view params_json, Act act) {
  const auto parsed = json::parse(params_json);
  if (!parsed) return tl::unexpected(parsed.error());
  if (!parsed->is_object()) return fail(ErrorCode::bad_request, "The parameters must be a JSON object.");
  json::Reader reader(parsed->get_object());
  return act(reader);
}

inline tl::unexpected<Error> refused(const json::Reader& reader) {
  return tl::unexpected(*reader.error());
}

inline Result<std::string> answer(const boost::json::object& object) {
  return json::text_of(object);
}

/// What a call without an answer of its own is answered with.
inline Result<std::string> answer(const Result<void>& done, const boost::json::object& object) {
  if (!done) return tl::unexpected(done.error());
  return json::text_of(object);
}

inline boost::json::value ms_or_null(const std::optional<Instant>& instant) {
  return instant ? boost::json::value(to_ms(*instant)) : boost::json::value(nullptr);
}

inline boost::json::value text_or_null(std::string_view text) {
  return text.empty() ? boost::json::value(nullptr) : boost::json::value(boost::json::string(text));
}

template <class E>
boost::json::string wire_text(E value) {
  return boost::json::string(to_wire(value));
}

}  // namespace waymark::server
