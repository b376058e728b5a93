// One record of the store: what is shown, and the server's row beside it (sync.md, "What a device does with
// rows").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mobile/device/database.h"
#include "mobile/device/facts.h"
#include "mobile/device/id_list.h"
#include "shared/sync/messages.h"

namespace waymark::device {

struct RecordRow {
  std::string rid;
  RecordType type = RecordType::entry;

  // What is shown.
  std::string tip;  ///< "": nothing
  Ids anc;
  bool deleted = false;
  std::optional<Blob> body;
  Instant shown_at{};
  bool shown_own = false;
  Facts facts;

  // The server's row, as last received.
  std::int64_t row_seq = 0;  ///< 0: none, or of a chain that is gone
  std::string row_op;        ///< "": none, or a record that has only held ops
  Ids row_parents, row_anc;
  bool row_deleted = false;
  std::optional<Blob> row_body;  ///< none where row_op is what is shown

  std::int64_t acked_seq = 0;  ///< of this phone's newest acknowledged op
  std::int64_t seen = 0;       ///< the generation in which the row last came

  bool shows_row() const { return row_op == tip; }
  /// It came as a row once, and not any more in the pull from 0 that was read to its end last.
  bool left_sight(std::int64_t generation) const {
    return seen < generation && (row_seq > 0 || !row_op.empty());
  }
  /// The server's body, wherever it is kept; none without a head.
  const std::optional<Blob>& server_body() const { return shows_row() ? body : row_body; }
};

std::optional<RecordRow> load_record(Work& work, std::string_view rid);
/// Writes all columns of the record, new or known.
void save_record(Work& work, const RecordRow& record);
/// Removes the record with its sides and versions; its ops stay.
void erase_record(Work& work, std::string_view rid);

/// What a record is to show next.
struct Shown {
  std::string op;
  Ids anc;
  bool deleted = false;
  std::optional<Blob> body;
  Instant at{};
  bool own = false;
};

/// Replaces what is shown, keeping what was as a version and the server's body where it is. Facts are read
/// from `shown.body`. Does not save.
void show(Work& work, RecordRow& record, Shown shown);

/// Shows the server's row: tip = row.op, anc = row.parents + row.anc.
void adopt_row(Work& work, RecordRow& record);

}  // namespace waymark::device
