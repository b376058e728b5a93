// What the phone's store hands out: records with where they stand between phone and server, and what needs a
// person.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/records/records.h"
#include "shared/sync/messages.h"

namespace waymark::device {

/// Whom this phone works for, as enrolment told (sync.md, /v1/enroll).
struct Identity {
  std::string server;  ///< http:// or https:// address, no trailing slash
  std::string device_id;
  std::string person_id;
  std::string person_name;
  Role role = Role::specialist;
  std::string agency_name;
  std::string time_zone;  ///< IANA name
  friend bool operator==(const Identity&, const Identity&) = default;
};

/// The words of ui.md: On this phone · Sent · Needs you · (held) waits for the team lead's return of the
/// week.
enum class SyncState { on_this_phone, sent, needs_you, held };

/// One record's standing. `code` and `field` are set for a refused edit (needs_you).
struct RecordSync {
  SyncState state = SyncState::sent;
  bool conflict = false;          ///< needs_you because two edits of it disagree
  std::optional<ErrorCode> code;  ///< needs_you because the server refused the edit: why
  std::string field;              ///< the member it was refused for, or ""
  friend bool operator==(const RecordSync&, const RecordSync&) = default;
};

/// A record as the phone shows it: an unsent or refused edit, else the server's row.
template <class R>
struct Stored {
  R record;
  std::string op;  ///< the edit shown
  bool deleted = false;
  RecordSync sync;
};

/// One of the states a record had on this phone, newest first in lists; the first is the one shown now.
struct Version {
  std::string op;
  Instant at{};      ///< when it was made here, or when it arrived
  bool own = false;  ///< made on this phone
  bool deleted = false;
  std::string body;  ///< JSON object text; read_stored<R>(body, rid) reads it
};

enum class NeedReason {
  refused,   ///< the server refused this phone's edit: see `error`
  conflict,  ///< two edits made without knowledge of each other
  held,      ///< the week is approved; the edit waits until the lead returns it
};

/// How a person settles what needs them.
enum class Choice { keep_mine, keep_theirs };

/// One side of what needs a person.
struct Side {
  std::string op;
  std::string device_name;  ///< "" where not known: this phone's own, the server's row
  std::optional<Instant> at;
  bool own = false;  ///< made on this phone
  bool deleted = false;
  std::string body;
};

/// One record on the Sync page's list.
struct NeedsYou {
  std::string rid;
  RecordType type = RecordType::entry;
  NeedReason reason = NeedReason::refused;
  std::optional<Error> error;  ///< refused: code and field; its message came over the wire and is not shown
  Side mine;                   ///< what this phone or its user wrote
  std::optional<Side> theirs;  ///< what stands on the server; none if the record is not there
  std::vector<Side> others;    ///< further edits in the same conflict
  bool answered = false;       ///< a later edit that settles it is on this phone and waits to be sent
};

struct SyncCounts {
  std::int64_t waiting = 0;    ///< edits not yet acknowledged by the server
  std::int64_t needs_you = 0;  ///< records of needs_you() that nothing was decided about yet
  std::int64_t to_settle = 0;  ///< those among them that this person settles: what is held waits for the lead
  std::optional<Instant> oldest_waiting_at;
  std::optional<Instant> last_contact_at;  ///< the server last answered a sync
  std::optional<Instant> last_success_at;  ///< all was sent and received
};

/// What a commit touched, for whoever shows it.
struct StoreChange {
  std::set<RecordType> types;  ///< records of these types changed
  bool outbox = false;         ///< what waits or needs a person changed
  bool identity = false;       ///< enrolled, enrolled anew, or wiped
  bool local = false;          ///< made by the user on this phone, not by a sync
};

}  // namespace waymark::device
