// What goes into and comes out of the central store: plain structs, no SQL, no HTTP.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/ids.h"
#include "shared/records/codes.h"
#include "shared/sync/messages.h"
#include "shared/tally/team_week.h"
#include "shared/time/instant.h"

namespace waymark::server {

/// Told how far a long call is: a stage in words, done and total of its own units (total 0: not known).
using ProgressSink = std::function<void(std::string_view stage, std::int64_t done, std::int64_t total)>;

struct InitRequest {
  std::string agency;                         ///< name shown on phones and pages
  std::string zone;                           ///< IANA; fixed from here on
  WeekStart week_starts_on = WeekStart::mon;  ///< fixed from here on
};

class JournalDisk;

struct StoreOptions {
  const Clock* clock = nullptr;    ///< required
  RandomSource* random = nullptr;  ///< required
  int readers = 4;                 ///< read-only connections
  std::size_t queue_limit = 256;   ///< writes that may wait; beyond it: busy
  /// False: whoever writes does it in their own thread, one at a time, and nothing is gathered into groups.
  /// For a process with one thread: nobody waits for another to be woken.
  bool writer_thread = true;
  /// Where everything accepted is written down a second time before it is acknowledged; "" for nowhere.
  std::filesystem::path journal;
  JournalDisk* journal_disk = nullptr;         ///< none: the system's (tests let one fail)
  std::int64_t journal_file_bytes = 64 << 20;  ///< after which the journal begins a new file
  /// Something a person must look at (a reused op id, a wrong tally, a failed commit). One line, no health
  /// information. Called from any thread.
  std::function<void(const std::string&)> alarm;
};

struct Agency {
  std::string name;
  std::string time_zone;
  WeekStart week_starts_on = WeekStart::mon;
};

struct StoreHealth {
  int schema = 0;        ///< version of the tables
  std::int64_t seq = 0;  ///< last place on the chain
  std::string chain;
  std::int64_t safe_seq = 0;  ///< contained in the newest verified backup
};

struct StoreCounts {
  std::int64_t people = 0, devices = 0, ops = 0, records = 0, conflicts = 0, held = 0, refused = 0,
               tallies = 0;
};

/// Who does something outside of sync, for the audit trail.
struct Actor {
  std::string person_id;  ///< "" for the command line and the server itself
  std::string address;    ///< client address, or "" on this machine
};

/// Who is looking. Roles are the store's own: a viewer cannot claim one.
struct Viewer {
  std::string person_id;
};

struct NewPerson {
  std::string name;
  Role role = Role::specialist;
  std::string team;           ///< "" for none (admins)
  std::string login;          ///< "" for none
  std::string password_hash;  ///< made by accounts/; "" for none
  /// Of somebody a restored backup does not know, whose phone holds edits under this id; "" for a new one.
  std::string person_id = {};
};

struct PersonInfo {
  std::string person_id;
  std::string name;
  Role role = Role::specialist;
  std::string team;  ///< today's
  std::string login;
  bool disabled = false;
};

struct Account {
  std::string person_id;
  std::string password_hash;
  Role role = Role::specialist;
  bool disabled = false;
};

/// How long a sign-in to the pages lasts.
inline constexpr Millis session_idle = std::chrono::hours{1};          ///< without a request
inline constexpr Millis session_longest = std::chrono::hours{12};      ///< from signing in, whatever happens
inline constexpr Millis session_resolution = std::chrono::minutes{1};  ///< of its last use
inline constexpr Millis password_link_lasts = std::chrono::hours{7 * 24};

/// Somebody signed in to the pages, as of this request.
struct SessionInfo {
  std::string person_id;
  std::string name;
  std::string login;
  Role role = Role::specialist;
  std::string team;    ///< today's
  bool stale = false;  ///< its last use is over session_resolution ago: note_session_used() says so
};

/// A link with which a person sets their password, once.
struct PasswordLink {
  std::string code;  ///< 64 hexadecimal characters
  Instant expires_at{};
};

struct NewCode {
  std::string code;       ///< 8 Crockford base32 characters, to be typed
  std::string link_code;  ///< 128 bits in 26 Crockford characters, for the QR link
  Instant expires_at{};
};

struct DeviceIdentity {
  std::string device_id;
  std::string device_name;
  std::string person_id;
  std::string person_name;
  Role role = Role::specialist;
};

/// The answer to "whose token is this".
struct Admission {
  std::optional<Error> refusal;      ///< unauthorized | device_revoked | person_disabled
  DeviceIdentity device;             ///< device_id is set for device_revoked too
  WipeOrder wipe = WipeOrder::none;  ///< to be sent with device_revoked (sync() carries it in its answer)
};

struct DeviceInfo {
  std::string device_id, name, platform, app;
  std::string person_id, person_name;
  Instant enrolled_at{};
  std::optional<Instant> revoked_at, wiped_at;
  WipeOrder wipe = WipeOrder::none;
  std::optional<Instant> last_contact;       ///< any sync request
  std::optional<Instant> last_sync;          ///< the last that was answered with rows
  std::optional<Instant> oldest_waiting_at;  ///< by the device's clock
  std::int64_t waiting = 0, needs_you = 0;
  std::int64_t skew_ms = 0;  ///< device clock minus server clock
};

struct AuthoredOp {
  Op op;
  std::string person_id;               ///< "" for the server
  std::optional<Instant> received_at;  ///< none: now
};

struct ImportSummary {
  std::int64_t ops = 0;
};

struct ServerEdit {
  std::string rid;
  OpResult result;
};

/// A person's week as a route or page shows it: `waymark::to_json(tally, owner)` is the route's answer.
using WeekView = PersonWeek;
using waymark::TeamWeek;

/// One thing verify found wrong. `where` names a row by ids and dates only.
struct Fault {
  std::string
      kind;  ///< integrity | chain | payload | status | head | conflict | tally | tally_missing | tally_extra
  std::string where;
  std::string message;

  friend bool operator==(const Fault&, const Fault&) = default;
};

struct VerifyReport {
  std::vector<Fault> faults;
  std::int64_t ops = 0, tallies = 0;  ///< how many were checked
  bool ok() const { return faults.empty(); }
};

struct BackupReport {
  std::int64_t seq = 0;  ///< the new safe_seq
  std::int64_t bytes = 0;
};

struct RestoreReport {
  std::int64_t seq = 0;           ///< the end of the restored store's chain
  std::int64_t from_backup = 0;   ///< how far the backup reached
  std::int64_t from_journal = 0;  ///< how many places on the chain the journal added
  std::int64_t left_out = 0;      ///< how many it names that could not be brought back
  std::string stopped;            ///< why not, as a part of a sentence; "" where all was
  std::int64_t must_enrol = 0;    ///< devices that only the journal knows: they enrol again
  Instant backup_until{};         ///< the backup's last change
};

struct AuditRow {
  std::int64_t id = 0;
  Instant at{};
  std::string actor_id;  ///< "" for the command line and the server itself
  std::string action;    ///< a stable word: person_added, device_revoked, code_made, backup_made, alarm…
  std::string subject;   ///< an id or a date; never a name of a participant or a note
  std::string detail;
  std::string address;  ///< of the client; "" on this machine
};

}  // namespace waymark::server
