// The ops made on this phone, from the edit until the server's newest verified backup holds them (sync.md,
// invariant 10).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/device/database.h"
#include "mobile/device/id_list.h"
#include "shared/sync/messages.h"

namespace waymark::device {

enum class OpState { unsent, acked, refused };

struct OutboxOp {
  std::int64_t no = 0;  ///< the order made
  std::string op, rid;
  Instant made_at{};
  Ids names;  ///< parents and anc
  OpState state = OpState::unsent;
  std::string status;  ///< the server's word, as on the wire, once acknowledged
  std::int64_t seq = 0;
  std::string code, field;  ///< why refused
  bool from_row = false;    ///< queued from its row after a restore: maybe another's edit

  bool contested() const { return status == "conflict" || status == "held"; }
};

/// Freezes the op's bytes and queues them as unsent. too_large over 16 KiB: then the transaction must go
/// back.
Result<void> queue_op(Work& work, const Op& op);
/// The same for an op that was read from its row, after the server lost it. Participants go before everything
/// else: what names them is refused where they are not known.
Result<void> queue_op_from_row(Work& work, const Op& op);

/// All kept ops of a record, in the order made.
std::vector<OutboxOp> ops_of(Work& work, std::string_view rid);
std::optional<OutboxOp> find_op(Work& work, std::string_view op);
/// Changes the bodies of a record's ops that no message has held yet; `change` returns "" for one to be left
/// as it is. (An op that was sent, even without an answer, is sent again byte for byte.)
void rewrite_unoffered(Work& work, std::string_view rid,
                       const std::function<std::string(const std::string&)>& change);

/// The op as it was frozen; Failure if the file does not hold one.
Op frozen_op(Work& work, std::string_view op);

/// True if the record has an unsent or refused edit: then no row replaces what is shown.
bool is_pending(Work& work, std::string_view rid);
/// True if the record has an unsent or acknowledged edit, from which a restored server is refilled.
bool has_kept_op(Work& work, std::string_view rid);
bool anything_unsent(Work& work);
/// True while an acknowledged edit is in no backup that the server has verified, if it has verified any:
/// until then this phone may be the only place it can come back from.
bool anything_unsafe(Work& work, std::int64_t safe_seq);

/// The server's word on an op of this phone.
void mark_acked(Work& work, const OpResult& result);
void mark_refused(Work& work, const OpResult& result);
void drop_op(Work& work, std::string_view op);
/// Drops the refused edits that `later`, now accepted, was made on top of, however many there are.
void drop_refused_under(Work& work, const OutboxOp& later);
/// After a divergence: every acknowledged op is unsent again, in the order made; refused ones stay refused.
void mark_all_unsent(Work& work);
/// Forgets acknowledged ops that a verified backup holds, unless the server still lists them as conflicting
/// or held: those stay to tell whose they are. Their rows must have been received. Returns their records.
Ids forget_safe_ops(Work& work, std::int64_t safe_seq);

}  // namespace waymark::device
