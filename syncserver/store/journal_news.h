// What a store holds after a journal's position, as the journal's lines. The chain says it of the ops, the
// audit trail of everything else: each change that is no op has its row there, in its own transaction, and
// the row names what has changed. So nothing has to be noted on the way, and a journal that fell behind (a
// kill between commit and append, a time without a journal) catches up the same way as it goes on.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "syncserver/store/connection.h"
#include "syncserver/store/journal_line.h"

namespace waymark::server {

/// The chain's first value, which tells one store from another.
std::string store_identity(Connection& connection);

/// The row of the audit trail with this id, or none.
std::optional<AuditLine> find_audit_row(Connection& connection, std::int64_t id);

/// True if a journal that ends there can go on with this store: both lie in its history.
bool lies_in_history(Connection& connection, const JournalPosition& position);

/// Where a journal of this store begins that has nothing to go on from: what the newest verified backup holds
/// is safe there. The audit trail is written down whole.
JournalPosition first_position(Connection& connection);

class JournalNews {
 public:
  using Sink = std::function<void(const JournalLine&)>;

  /// Hands every line after `position` to `sink`, which may throw; the position the last of them ends at.
  /// `introduced` are the devices that have been written down since this journal was opened: an op's device
  /// is, before its first op. Nobody else writes to the store meanwhile.
  static JournalPosition read(Connection& connection, const JournalPosition& position,
                              std::set<std::string, std::less<>>& introduced, const Sink& sink);
};

}  // namespace waymark::server
