// The server's central store: one SQLite file that holds every operation ever received, the current state of
// every record, the weekly tallies, people, devices and the audit trail. This header is the only way into it;
// all SQL of the server lives behind it, in this room.
//
// Rules are sync.md's ("On the server", invariants 1–15). Inside, one writer thread holds the only read-write
// connection and commits in groups; readers are a small pool of read-only connections. Every call below may
// be made from any thread and blocks until its answer is durable (writes) or read in one snapshot (reads).
//
// Refusals are values (Result). `busy` means: nothing was done, try again soon. When the machine fails (disk
// full, I/O error) calls throw std::exception; the caller answers 500 and nothing was acknowledged. An admin
// is told what explain() makes of it.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/error.h"
#include "shared/ids.h"
#include "shared/records/codes.h"
#include "shared/sync/messages.h"
#include "shared/time/instant.h"
#include "shared/time/week.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

class AdminDesk;
class TeamDesk;

class CentralStore {
 public:
  /// Makes a new store. Refuses an existing file (already_exists), a zone this machine does not know
  /// (unknown_zone, field `zone`), an empty agency name (missing, field `agency`), and a directory that
  /// cannot be written (cannot_open). The first policy, from 2000-01-01, is written as an op with a null
  /// device.
  static Result<void> init(const std::filesystem::path& path, const InitRequest& request, const Clock& clock,
                           RandomSource& random);

  /// Opens a store and takes its lock file `<path>.lock`, so that a second process is refused (`locked`).
  /// Other errors: cannot_open, corrupt, schema_too_new, unknown_zone; nothing is changed when it refuses.
  /// With `options.journal` the journal there is brought up to date first (docs/journal.md).
  /// `clock` and `random` must outlive the store; `random` is used by the writer thread only.
  static Result<std::unique_ptr<CentralStore>> open(const std::filesystem::path& path, StoreOptions options);

  /// Copies a verified backup into place as `path`. Refused: while a server holds the lock (`locked`), over
  /// an existing store unless `force` (already_exists), from a file that is no whole store (cannot_open,
  /// corrupt, schema_too_new). An existing store is kept beside it as `<path>.before-restore`, or
  /// `<path>.before-restore-2` and so on where there are some already. The restored
  /// store goes on from the backup's own chain; phones notice by their marks (sync.md, invariant 9).
  /// With a journal directory, what the journal holds after the backup is replayed first, with the same
  /// places on the chain: phones then notice nothing. Where the journal ends early the report says why; where
  /// nothing of it can be used, nothing is restored (not_found, bad_request, cannot_open or corrupt, field
  /// `journal`).
  static Result<RestoreReport> restore(const std::filesystem::path& path, const std::filesystem::path& from,
                                       bool force, const std::filesystem::path& journal = {},
                                       const ProgressSink& progress = {});

  /// True where a Waymark store lies at `path`, whole or damaged, of a version this program knows.
  static bool is_store(const std::filesystem::path& path);

  ~CentralStore();
  CentralStore(const CentralStore&) = delete;
  CentralStore& operator=(const CentralStore&) = delete;

  /// What to tell an admin of an exception that a call on this store threw.
  Error explain(const std::exception& failure) const;

  // --- The agency ---------------------------------------------------------------------------------------
  const Agency& agency() const;
  StoreHealth health();
  /// When anything was changed last, by the clock of the machine that did it.
  Instant last_change();
  /// How many there are of what, for `/admin`, the demo and tests.
  StoreCounts counts();
  /// What only admins ask and do (admin_desk.h).
  AdminDesk& desk();
  /// What team leads ask and do on their pages (team_desk.h).
  TeamDesk& team();

  // --- People and accounts (accounts/ hashes and checks passwords; this room only keeps them) --------------
  /// missing / too_long with the field (`name`, `login`); already_exists (field `login`, or `person_id`);
  /// bad_id (field `person_id`). A login without a password hash cannot sign in.
  Result<PersonInfo> add_person(const NewPerson& person, const Actor& actor);
  std::vector<PersonInfo> people();
  Result<PersonInfo> person(std::string_view person_id);  ///< not_found
  /// Their devices answer person_disabled from now on and their login is refused. Idempotent; not_found.
  Result<void> disable_person(std::string_view person_id, const Actor& actor);
  Result<void> enable_person(std::string_view person_id, const Actor& actor);
  /// Another team from a day on; weeks that began before it stay with the old team. not_found.
  Result<void> move_person(std::string_view person_id, std::string_view team, Date from, const Actor& actor);
  Result<void> set_login(std::string_view person_id, std::string_view login, std::string_view password_hash,
                         const Actor& actor);  ///< not_found; already_exists (field `login`)
  /// For signing in: not_found for an unknown login (answer the same as for a wrong password).
  Result<Account> account_by_login(std::string_view login);

  // --- Signing in to the pages (accounts/ checks passwords and delays)
  // ----------------------------------------
  /// A new session's token: 64 hexadecimal characters, of which only the hash is kept. not_found,
  /// person_disabled.
  Result<std::string> begin_session(std::string_view person_id, const Actor& actor);
  /// Whose token it is; none for one that is unknown, ended or expired (session_idle, session_longest), or
  /// whose person is disabled. Never writes.
  std::optional<SessionInfo> session(std::string_view token);
  void note_session_used(std::string_view token);
  void end_session(std::string_view token, const Actor& actor);  ///< idempotent
  /// A password its owner chose. All their sessions end but the one with `keep_token`.
  Result<void> change_password(std::string_view person_id, std::string_view password_hash,
                               std::string_view keep_token, const Actor& actor);
  /// A link that sets the password of somebody with a login; earlier links of theirs are void. not_found,
  /// person_disabled (field `person`), missing (field `login`) without a login.
  Result<PasswordLink> create_password_link(std::string_view person_id, const Actor& actor);
  /// Whose link it is: bad_code (field `code`) for one that is wrong, used or expired.
  Result<PersonInfo> password_link_person(std::string_view code);
  /// Sets the password, ends every session of the person and uses the link up. bad_code.
  Result<PersonInfo> use_password_link(std::string_view code, std::string_view password_hash,
                                       const Actor& actor);
  /// For the audit trail. `person_id` is "" where the login is nobody's; what was typed is not kept.
  void note_refused_sign_in(std::string_view person_id, const Actor& actor);

  // --- Enrolment and devices ------------------------------------------------------------------------------
  /// A code for one use within `minutes` (1 to 10,080): not_found (field `person`), person_disabled,
  /// out_of_range (field `minutes`).
  Result<NewCode> create_code(std::string_view person_id, int minutes, const Actor& actor);
  /// Wrong, used or expired: bad_code, field `code`. The same code and token again get the same answer.
  /// A token that is not 43 base64url characters or belongs to another device: bad_request, field `token`.
  Result<EnrollResponse> enroll(const EnrollRequest& request);
  /// Who is calling. Hashes the token, reads one row; never writes.
  Admission device_by_token(std::string_view token);
  std::vector<DeviceInfo> devices();
  Result<void> revoke_device(std::string_view device_id, const Actor& actor);  ///< idempotent; not_found
  /// Sent with the device's next answer; `none` takes an order back. not_found.
  Result<void> order_wipe(std::string_view device_id, WipeOrder order, const Actor& actor);
  /// A revoked device that said `"wiped":true`. sync() notes it itself for devices that are not revoked.
  void note_wiped(std::string_view device_id);

  // --- Records made on the server (ops with a null device)
  // --------------------------------------------------
  /// Sets the specialist's role minutes from a day on. not_found (field `person`); invalid values and
  /// approved_week (field `effective_from`) as for any op.
  Result<OpResult> set_schedule(std::string_view person_id, Date effective_from,
                                const std::array<int, 7>& minutes_from_monday, const Actor& actor);
  /// Any record of the agency (policy, place, schedule, person): an edit of `rid`, or a new record when `rid`
  /// is empty. Parents are the current head and its conflicts, so it always replaces what is there. A refusal
  /// is the error.
  Result<ServerEdit> write_record(RecordType type, std::string_view rid, std::string_view body_json,
                                  bool deleted, const Actor& actor);
  /// A sample agency or a migration: ops go through the same rules as a device's, in the order given, as
  /// their authors. Stops at the first refused op with its error, the message saying which.
  Result<ImportSummary> import_ops(std::span<const AuthoredOp> ops, const ProgressSink& progress = {});

  // --- Sync and reading
  // ---------------------------------------------------------------------------------------
  /// One `POST /v1/sync`. `busy` when the queue is full or the commit failed. A request that carries no ops
  /// does not write. The request's size limits and protocol were checked by the caller.
  Result<SyncResponse> sync(const DeviceIdentity& device, const SyncRequest& request);

  /// not_found: no such record. forbidden: not for this viewer (a specialist: what their device gets; a lead:
  /// also what names a person of their team; an admin: policy, people, places, employers and schedules).
  Result<History> history(const Viewer& viewer, std::string_view rid);
  /// bad_date, field `start`: not the week's first day. not_found: no such person. forbidden: not theirs.
  Result<WeekView> person_week(const Viewer& viewer, std::string_view person_id, Date start);
  /// The viewer's team, which only a lead has (forbidden otherwise). bad_date, field `start`.
  Result<TeamWeek> team_week(const Viewer& viewer, Date start);

  // --- Keeping it safe
  // -----------------------------------------------------------------------------------------
  /// Integrity of the file, the chain from stored payloads, heads and conflicts, every tally both ways. Reads
  /// one snapshot; weeks whose tally is wrong are barred from approval until a verify finds them right.
  /// Throws where the disk does not give what it holds: that is no fault of the store's.
  VerifyReport verify(const ProgressSink& progress = {});
  /// A whole copy at `to`, verified before it counts: only then does safe_seq rise. already_exists,
  /// cannot_open, corrupt.
  Result<BackupReport> backup(const std::filesystem::path& to, const Actor& actor,
                              const ProgressSink& progress = {});
  /// Newest first.
  std::vector<AuditRow> audit(int limit);

 private:
  struct Parts;
  explicit CentralStore(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace waymark::server
