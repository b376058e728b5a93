// Bringing a restored backup forward with the journal that was kept beside its store (docs/journal.md).
#pragma once

#include <filesystem>
#include <string>

#include "shared/sync/messages.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

struct JournalReplay {
  std::int64_t ops = 0;         ///< places on the chain that came from the journal
  std::int64_t left_out = 0;    ///< of those seen in the journal, the ones that were not replayed
  std::string stopped;          ///< why, as a sentence; "" where the journal was used to its end
  std::int64_t must_enrol = 0;  ///< devices that are known from the journal alone, which holds no tokens
};

/// Replays into `store` (a whole store that nobody has open) what the journal in `directory` holds after it:
/// every op through the rules that gave it its place, so that seq and chain come out the same, and every
/// other change as it stood. Stops at the first place where the journal is damaged or has a gap, or where an
/// op gets another place than the journal says; what came before it stays.
///
/// Refused with nothing changed where nothing can be used: cannot_open, not_found (no journal there),
/// bad_request (a journal of another store; all with the field `journal`), corrupt.
Result<JournalReplay> replay_journal(const std::filesystem::path& store,
                                     const std::filesystem::path& directory, const ProgressSink& progress);

}  // namespace waymark::server
