// The phone's store: one SQLite file that holds the records this person may see, the edits on their way to
// the server (outbox), and how far the server's changes were read. The rules are sync.md's ("On the device",
// "What a device does with rows", invariants 3, 4, 6, 7, 8, 10, 13, 14).
//
// Small classes beside it work on the same file: Records (records.h) reads, EntryBook (entry_book.h) starts
// and stops, Drafts (drafts.h), and the sync session, which alone uses `sync_side()`.
//
// Every function may be called from any thread. Reads use a connection of their own, so a page of rows being
// written never blocks the screen. What a function returns was committed (WAL, synchronous=FULL).
// Errors: bad input as parse_record names it, with nothing written; `disk_full` when the phone's storage is
// full, `cannot_open` when the file cannot be read or written, `corrupt` when it is damaged: nothing is half
// written.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/device/body_seal.h"
#include "mobile/device/store_options.h"
#include "mobile/device/store_types.h"
#include "shared/error.h"
#include "shared/ids.h"

namespace waymark::device {

class Database;
class SyncSide;

class DeviceStore {
 public:
  /// Opens the store, making the file (not its directory) if there is none, and migrates an older one.
  /// Nothing is changed on failure: `schema_too_new` (made by a newer app), `corrupt` (damaged, or no Waymark
  /// store), `locked` (another process has it open), `cannot_open` (no such directory, no right to write),
  /// `disk_full`. `clock`, `random` and `seal` must outlive the store.
  static Result<std::unique_ptr<DeviceStore>> open(const std::filesystem::path& file, const Clock& clock,
                                                   RandomSource& random, const BodySeal& seal,
                                                   const StoreOptions& options = {});
  ~DeviceStore();
  DeviceStore(const DeviceStore&) = delete;
  DeviceStore& operator=(const DeviceStore&) = delete;

  /// None before the first enrolment and after a wipe.
  Result<std::optional<Identity>> identity() const;
  /// True if a sync has someone to talk to: enrolled, or erased by order of a server that has not heard of it
  /// yet.
  Result<bool> has_server() const;

  // --- edits ---------------------------------------------------------------------------------------------
  /// Writes one record and its op in one transaction and returns the op's id. `body` is the whole record
  /// after the edit. A delete is an edit with the last body and `deleted` (sync.md). Saving what is shown
  /// already makes no op and returns the one shown.
  Result<std::string> edit(RecordType type, std::string_view rid, std::string_view body,
                           bool deleted = false);

  /// Typed edit: fills an empty id (natural key or new) and returns the record as saved. Entries go through
  /// EntryBook, which keeps undo and the privacy of homes; put<Entry> is EntryBook::put.
  template <class R>
  Result<R> put(R record);
  /// Deletes or brings back the record with its last body. not_found if the phone does not have it.
  Result<std::string> set_deleted(std::string_view rid, bool deleted);
  /// Puts the record back to one of its `versions`, as a new edit.
  Result<std::string> restore_version(std::string_view rid, std::string_view op);

  // --- what needs a person
  // ----------------------------------------------------------------------------------
  /// Oldest first.
  Result<std::vector<NeedsYou>> needs_you() const;
  /// Settles a record of that list with one of its sides. keep_mine makes a new edit whose parents are the
  /// edit shown, the server's head and every listed conflict. keep_theirs does the same with the server's
  /// body; for an edit that was only refused it drops that edit and shows the server's row. not_found if
  /// nothing needs settling.
  Result<void> settle(std::string_view rid, Choice choice);
  /// The same with a body of the user's making ("Edit" on the Sync page).
  Result<std::string> resolve(std::string_view rid, std::string_view body, bool deleted = false);
  /// Drops the refused edits of a record: what the server has is shown again; a record it never had
  /// disappears.
  Result<void> discard_refused(std::string_view rid);

  // --- standing
  // ---------------------------------------------------------------------------------------------
  Result<SyncCounts> counts() const;
  Result<RecordSync> sync_of(std::string_view rid) const;
  /// Device clock minus server clock at the last contact; 0 before the first.
  Result<Millis> clock_skew() const;
  /// The device's best guess of the server's time.
  Instant server_now() const;

  /// Reads every page of the file; `corrupt` with a sentence if it is damaged. Seconds on a large store.
  Result<void> check_integrity() const;

  /// `listener` is called after each commit, on the thread that made it, one call at a time. It may use the
  /// store, but must not wait for another thread that does. An empty function takes it away; when that
  /// returns it is not called again.
  void set_listener(std::function<void(const StoreChange&)> listener);

  const Clock& clock() const;
  RandomSource& random() const;

  /// For this room only: the connections, and the part the sync session writes.
  Database& database() const;
  SyncSide& sync_side() const;
  void notify(const StoreChange& change) const;

 private:
  struct Parts;
  explicit DeviceStore(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace waymark::device
