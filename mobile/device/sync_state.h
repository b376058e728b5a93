// The one row that says whose phone this is and how far it has read the server's chain.
#pragma once

#include <optional>
#include <string>

#include "mobile/device/database.h"
#include "mobile/device/store_types.h"
#include "shared/sync/messages.h"

namespace waymark::device {

/// What a request was made from. An answer to other marks is dropped (sync.md, invariant 8).
struct SyncMarks {
  Mark cursor;
  Mark high;
  std::optional<std::int64_t> scope;
  std::int64_t generation = 0;  ///< counts pulls from 0: equal marks of another pull are other marks
  friend bool operator==(const SyncMarks&, const SyncMarks&) = default;
};

/// Why the store is reading: what changed, or everything from 0 and why.
enum class Pulling { changes, rescope, divergence };

struct ReadingState {
  SyncMarks marks;
  Pulling pulling = Pulling::changes;
  std::int64_t safe_seq = 0;
  Millis skew{0};
  std::optional<Instant> last_contact_at, last_success_at;
};

ReadingState load_reading(Work& work);
void save_reading(Work& work, const ReadingState& state);

std::string person_of(Work& work);  ///< "" before enrolment
std::optional<Identity> load_identity(Work& work);
void save_identity(Work& work, const Identity& identity);

}  // namespace waymark::device
