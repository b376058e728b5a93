// What the sync admin does with a store: one function an action, JSON in and out. The command line runs these
// on the file it opened, or has the running server run them (admin_routes.cpp); either way they are the same.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shared/error.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

struct AdminContext {
  CentralStore& store;
  std::string public_url;  ///< of the running server; "" when none runs
  ProgressSink progress;
  std::function<void(const std::string&)> alarm;  ///< hears of a machine that fails; may be none
};

/// Runs the action of that name. The answer is the JSON object that the command prints with --json; not_found
/// for a name that this program does not know. A machine that fails under it is an error here (cannot_open,
/// disk_full, corrupt, internal): whoever reads it is the admin.
///
/// - `user-add`     {name, role, team?, login?, password_hash?, person_id?} → {person_id}
/// - `user-list`    {} → {people:[{person_id, name, role, team, login, disabled}]}
/// - `user-disable` {person} → {person_id}
/// - `enroll`       {person, minutes, server?} → {code, link}
/// - `schedule`     {person, from, minutes:[7]} → {person_id, from, minutes, status}
/// - `verify`       {} → {ok, faults:[{kind, where, message}]}
/// - `backup`       {to (absolute)} → {to, seq, bytes}
Result<std::string> run_admin_action(std::string_view name, const AdminContext& context,
                                     std::string_view params_json);

}  // namespace waymark::server
