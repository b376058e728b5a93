// What goes into and comes out of the admin's desk: plain structs, no SQL, no HTTP. Nothing here holds a
// note, a participant or any other body of a record that is not the agency's own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/records/records.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

// --- People ---------------------------------------------------------------------------------------------

struct TeamSpell {
  Date from{};
  std::string team;
};

struct PersonDetail {
  PersonInfo info;
  std::vector<TeamSpell> teams;  ///< by the day each began or will begin
};

/// What is not named stays.
struct PersonChange {
  std::optional<std::string> name;
  std::optional<Role> role;
};

// --- Enrolment codes ------------------------------------------------------------------------------------

struct CodeInfo {
  std::string code_id;  ///< names the code without being any use to enrol with
  std::string person_id, person_name;
  Instant made_at{}, expires_at{};
  std::string device_id, device_name;  ///< "" while nobody used it
};

// --- Edits put aside ------------------------------------------------------------------------------------

enum class AsideKind { conflict, held, refused };

struct AsideOp {
  std::string op, rid;  ///< rid "" where the op could not be read
  AsideKind kind{};
  std::string person_id, person_name;  ///< "" for the command line's own
  std::string device_name;             ///< "" for edits made on the server
  std::optional<RecordType> type;
  std::string code, field;  ///< of a refused one; "" otherwise
  Instant received_at{};
  bool mended = false;  ///< refused, and its author's later edit of the same record was accepted
};

struct AsideQuery {
  std::optional<AsideKind> kind = {};
  std::string person_id = {};  ///< "" for everybody
  bool with_mended = false;    ///< refused ones that were mended, too
  int limit = 200;
};

/// How many of what, for one person.
struct AsideGroup {
  AsideKind kind{};
  std::string person_id, person_name;
  std::optional<RecordType> type;
  std::string code;
  std::int64_t count = 0;
  Instant oldest{};
};

struct AsideList {
  std::vector<AsideGroup> groups;  ///< oldest first
  std::vector<AsideOp> ops;        ///< oldest first, at most the limit
  std::int64_t total = 0;          ///< how many there are
};

// --- Policy and holidays --------------------------------------------------------------------------------

struct PolicyDraft {
  Date
      from{};  ///< the first day it holds; the policy of that very day is edited, otherwise a new one is made
  /// A JSON object of the members to change; the others are as in the policy that holds on `from` so far.
  std::string changes = "{}";
};

/// One member of a policy, as JSON text.
struct PolicyDifference {
  std::string member, before, after;
};

struct PolicyPreview {
  Policy before, after;
  bool edits_existing = false;                ///< a policy from that very day is there
  std::vector<PolicyDifference> differences;  ///< nothing differs: empty
  Date first_week{};                          ///< the first week it would govern
  std::optional<Date> until;                  ///< the day the next policy begins
  std::int64_t weeks = 0;                     ///< stored weeks it would reach
  std::int64_t approved = 0;                  ///< of them, weeks approved: if any, it would be refused
  std::string first_approved_of;              ///< whose the earliest of those approved is
  std::optional<Date> first_approved;         ///< its first day
  std::int64_t looked_at = 0;                 ///< of them, how many were tallied anew, newest first
  std::int64_t shares_changed = 0;            ///< of those looked at
  std::int64_t standings_changed = 0;         ///< of those looked at
  std::map<std::pair<Standing, Standing>, std::int64_t> moves;  ///< (before, after) of changed standings
};

struct Holiday {
  Date date{};
  Date policy_from{};  ///< of the policy that says so
};

// --- Keeping it safe ------------------------------------------------------------------------------------

struct BackupInfo {
  Instant at{};
  std::string actor_id, actor_name;   ///< "" for the command line
  std::int64_t seq = 0;               ///< how far it reaches
  std::optional<std::int64_t> bytes;  ///< none: made before sizes were written down
  std::string file;                   ///< its name without the directory; "" likewise
};

struct BackupState {
  std::vector<BackupInfo> newest;  ///< newest first; each was verified, or it would not be here
  std::int64_t seq = 0;            ///< the end of the chain
  std::int64_t safe_seq = 0;
};

struct AuditQuery {
  std::string text = {};       ///< in any of action, names, subject, detail and address, whatever the case
  std::string action = {};     ///< exactly; "" for all
  std::string person_id = {};  ///< as actor or subject; "" for all
  std::optional<Date> from = {}, to = {};  ///< local days, both included
  std::int64_t before = 0;                 ///< only rows with a smaller id; 0 for the newest
  int limit = 50;
};

struct AuditEntry {
  AuditRow row;
  std::string actor_name;    ///< "" for the command line and the server itself
  std::string subject_name;  ///< who or what the subject is, where it has a name that an admin may see
};

struct AuditPage {
  std::vector<AuditEntry> entries;  ///< newest first
  /// Where the next page begins; none when the trail ends here. A page may be short, or empty, and still have
  /// a next one: one call looks at a bounded number of rows.
  std::optional<std::int64_t> next_before;
};

struct StorageReport {
  std::string file;  ///< the database's path
  std::int64_t file_bytes = 0, log_bytes = 0;
  std::int64_t free_bytes = 0, disk_bytes = 0;  ///< of the file system it lies on
  StoreHealth health;
  StoreCounts counts;
  std::vector<std::pair<RecordType, std::int64_t>> records;  ///< live ones, by type
  std::optional<Instant> first_op_at, last_op_at;
};

}  // namespace waymark::server

namespace waymark {
template <>
std::span<const std::string_view> wire_names<server::AsideKind>();
}  // namespace waymark
