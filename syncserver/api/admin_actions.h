// What the sync admin does with a store: one function an action, JSON in and out. The command line runs these
// on the file it opened, or has the running server run them (admin_routes.cpp); either way they are the same.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "shared/error.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

struct AdminContext {
  CentralStore& store;
  std::string public_url;  ///< of the running server; "" when none runs
  ProgressSink progress;
};

/// The answer is the JSON object that the command prints with --json.
using AdminAction = std::function<Result<std::string>(const AdminContext&, std::string_view params_json)>;

/// By name:
/// - `user-add`     {name, role, team?, login?, password_hash?, person_id?} → {person_id}
/// - `user-list`    {} → {people:[{person_id, name, role, team, login, disabled}]}
/// - `user-disable` {person} → {person_id}
/// - `enroll`       {person, minutes, server?} → {code, link}
/// - `schedule`     {person, from, minutes:[7]} → {person_id, from, minutes, status}
/// - `verify`       {} → {ok, faults:[{kind, where, message}]}
/// - `backup`       {to (absolute)} → {to, seq, bytes}
const std::map<std::string, AdminAction, std::less<>>& admin_actions();

}  // namespace waymark::server
