// Takes ops in, by sync.md's "On the server", rules 1 to 6: the first rule that matches decides, and every op
// that is not refused gets the next place on the chain. Runs on the writer thread, inside its transaction.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "shared/records/record_codec.h"
#include "syncserver/store/head_change.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/stored_op.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

/// An op with all that can be worked out before the writer's turn: its payload's hash and its body, checked.
struct PreparedOp {
  const ReceivedOp* received = nullptr;
  Digest payload_hash{};
  std::optional<Result<Record>> record;  ///< none where the op itself could not be read
  std::shared_ptr<const AgencyRules> checked_with;
};
PreparedOp prepare(const ReceivedOp& received, std::shared_ptr<const AgencyRules> rules, Instant now);

/// Who wrote an op. The server itself writes what the command line and admins ask for (a null device).
struct Author {
  std::optional<std::int64_t> person;
  std::optional<std::int64_t> device;
  bool is_server = false;
};

struct AcceptOptions {
  std::optional<Instant> received_at;  ///< none: now
  std::optional<Date> team_from;       ///< for a person op: from when a new team holds; none: today
};

class OpAcceptance {
 public:
  explicit OpAcceptance(WriteContext& context) : context_(context) {}

  OpResult accept(PreparedOp op, const Author& author, const AcceptOptions& options = {});

  /// An op that this store's chain says was accepted, once more after a restore. Rule 2 was answered then:
  /// what it asks besides the ops (the clock, who led which team that day, what verify had found) is not
  /// asked again. Rules 1 and 3 to 6 hang on the ops before it alone and give it its place again. An error:
  /// it cannot stand here; nothing is kept of it. As of the context's `now`. Throws StoreDamage for a body
  /// that is none.
  OpResult accept_again(const ReceivedOp& received, const Author& author);

 private:
  using Decision = std::variant<OpStatus, Error>;

  std::optional<OpResult> known(const PreparedOp& op, const Author& author);
  OpResult reused(const PreparedOp& op);
  OpResult refuse(const PreparedOp& op, const Author& author, const AcceptOptions& options, OpStatus status,
                  Error error);
  std::optional<Error> rights_error(const std::optional<RecordRow>& row, const Record& record, const Op& op,
                                    const Author& author);
  Decision decide(const std::optional<RecordRow>& row, const Op& op, const Record& record);
  OpResult enter_new(const PreparedOp& op, const std::optional<RecordRow>& found, OpStatus status,
                     const Author& author, const AcceptOptions& options);
  /// Writes the record's row with this op as its head; `row` becomes what it is now.
  HeadChange become_head(RecordRow& row, std::int64_t op_seq, std::int64_t log_seq, const Op& op,
                         const Record& record);
  /// An op beside the head: listed as conflict or held, or only remembered. It lies in ops and log already.
  void stand_beside(const RecordRow& row, std::int64_t op_seq, const Op& op, OpStatus status);
  void clear_named_conflicts(const RecordRow& row, const Op& op);
  /// A week is no longer approved: its held ops go through rules 3 to 6 again, in order, each under a new
  /// seq.
  void replay_held(std::int64_t person, Date week);
  /// Puts an op that the store holds through rules 3 to 6 once more, under a new seq.
  OpResult enter_again(std::int64_t op_seq, std::int64_t record_n);
  /// A held op reaches into the week, by its own body or by the head it would replace.
  bool holds_week(std::int64_t op_seq, std::int64_t record_n, Date week);

  WriteContext& context_;
  bool refused_to_another_ = false;  ///< the op that is judged now
};

}  // namespace waymark::server
