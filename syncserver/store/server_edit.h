// Records the server writes itself, for the command line and for admins: ordinary ops with a null device.
#pragma once

#include <array>

#include "syncserver/store/op_acceptance.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

/// An edit of `rid` (a new random id when empty) that names the head and every conflict, so that it replaces
/// whatever is there. A refusal is the error. `detail` is what the audit trail says beside who, what and
/// which.
Result<ServerEdit> write_server_record(WriteContext& context, RecordType type, std::string rid,
                                       std::string body, bool deleted, const Actor& actor,
                                       const AcceptOptions& options = {}, std::string_view detail = {});

/// Whether an edit settles the conflicts of its record, or leaves them to whoever made them.
enum class Conflicts { settled, left };

/// Makes `op` an edit that knows the record's head, and where it settles them its conflicts.
void name_what_is_there(Op& op, Connection& connection, const RecordRow& row, Conflicts conflicts);

Result<OpResult> set_schedule(WriteContext& context, std::string_view person_id, Date effective_from,
                              const std::array<int, 7>& minutes_from_monday, const Actor& actor);

/// Takes ops in as their authors; stops at the first refused one.
Result<ImportSummary> import_ops(WriteContext& context, std::span<const AuthoredOp> ops);

}  // namespace waymark::server
