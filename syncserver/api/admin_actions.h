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
/// By name; times are milliseconds, `?` may be left out, |null may be null:
/// - `user-add`     {name, role, team?, login?, password_hash?, person_id?} → {person_id}
/// - `user-list`    {} → {people:[{person_id, name, role, team, login, disabled}]}
/// - `user-show`    {person} → a row of user-list, {teams:[{from, team}], devices:[{device_id, name}]}
/// - `user-disable`, `user-enable` {person} → {person_id}
/// - `user-change`  {person, name?, role?} → {person_id, name, role}
/// - `user-move`    {person, team?, from} → {person_id, team, from}
/// - `user-login`   {person, login?, password_hash?} → {person_id, login}
/// - `enroll`       {person, minutes, server?} → {code, link}
/// - `code-list`    {} → {codes:[{code_id, person_id, person, made_at, expires_at, device_id|null,
/// device|null}]}
/// - `code-cancel`  {code} → {code_id}
/// - `schedule`     {person, from, minutes:[7]} → {person_id, from, minutes, status}
/// - `device-list`  {} → {time_zone, devices:[{…, alertness: fine|amber|red, concerns:[…]}]}
/// (device_condition.h)
/// - `device-revoke` {device} → {device_id}
/// - `device-wipe`  {device, when: drained|now|none} → {device_id, wipe}
/// - `conflict-list` {kind?: conflict|held|refused, person?, mended?, limit?} → {total,
///   groups:[{kind, person_id|null, person|null, type|null, code|null, count, oldest}], ops:[…]}
///   (admin_types.h)
/// - `place-list`   {} → {places:[{place_id, name, kind, lat, lon, radius_m}]}
/// - `place-save`   {place?, name?, kind?, lat?, lon?, radius_m?} → the place; a new one needs the first four
/// - `place-remove` {place} → {place_id}
/// - `policy-list`  {} → {policies:[body and policy_id]}
/// - `policy-preview` {from, changes:{…}} → {from, edits_existing, first_week, until|null,
///   differences:[{member, before, after}], weeks, approved, looked_at, shares_changed, standings_changed,
///   moves:[{before, after, weeks}]}
/// - `policy-set`   {from, changes:{…}} → body and policy_id
/// - `policy-remove` {from} → {from}
/// - `holiday-list` {} → {holidays:[{date, policy_from}]}
/// - `holiday-set`  {date, holiday} → {date, holiday}
/// - `verify`       {} → {ok, faults:[{kind, where, message}]}
/// - `backup`       {to (absolute)} → {to, seq, bytes}
/// - `backup-list`  {limit?} → {time_zone, seq, safe_seq, backups:[{at, actor_id|null, actor|null, seq,
///   bytes|null, file|null}]}
/// - `audit`        {search?, action?, person?, from?, to?, before?, limit?} → {time_zone, rows:[{id, at,
///   actor_id|null, actor|null, address|null, action, subject, subject_name|null, detail}], next_before|null}
/// - `storage`      {} → {file, file_bytes, log_bytes, free_bytes, disk_bytes, schema, seq, safe_seq,
/// counts…,
///   records:{type: n}, first_op_at|null, last_op_at|null, time_zone}
Result<std::string> run_admin_action(std::string_view name, const AdminContext& context,
                                     std::string_view params_json);

}  // namespace waymark::server
