// The journal's lines: JSON objects, one a line, each with its number in the file (`n`), its kind, and a
// checksum as its last member. docs/journal.md describes them member by member.
//
// Two sorts of lines. Lines of the chain (op, again) have a seq and are replayed in that order. All others
// say how something that is no op stands (a device, an account, a code) or that an admin did something
// (audit); they hold whole states, so that reading one twice does no harm and the last one counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/sync/messages.h"

namespace waymark::server {

inline constexpr int journal_version = 1;

/// How far a journal has written a store down: the chain, and the audit trail.
struct JournalPosition {
  Mark end;
  std::int64_t audit = 0;  ///< id of the last audit row
  std::string audit_mark;  ///< tells that row from another with its id; "" before the first
  friend bool operator==(const JournalPosition&, const JournalPosition&) = default;
};

/// The first line of every file.
struct JournalHeader {
  int version = journal_version;
  std::string store;   ///< the store's first chain value: no two stores have the same
  int generation = 1;  ///< rises when the store's chain does not go on from the journal's end
  JournalPosition after;
  Instant made_at{};
};

/// An op that was accepted, as it came.
struct OpLine {
  std::int64_t seq = 0;
  OpStatus status = OpStatus::head;
  std::string chain;
  Instant received_at{};
  std::string person;   ///< "" for the command line
  std::string device;   ///< "" for ops made on the server
  std::string payload;  ///< the very bytes the chain is made over
};

/// An op that had been held and went through the rules again, because its week was returned.
struct AgainLine {
  std::int64_t seq = 0;
  OpStatus status = OpStatus::head;
  std::string chain;
  std::string op;
};

/// What a line without a place of its own was written because of; one of them is 0.
struct JournalCause {
  std::int64_t seq = 0;
  std::int64_t audit = 0;
};

/// An enrolled device, without its token: a device that a restored store learns of only from here must enrol
/// again.
struct DeviceLine {
  JournalCause cause;
  std::string device, person, name, platform, app;
  Instant enrolled_at{};
  std::optional<Instant> revoked_at, wiped_at;
  WipeOrder wipe = WipeOrder::none;
};

/// What a person's own op does not say.
struct AccountLine {
  JournalCause cause;
  std::string person, login, password_hash;
  std::optional<Instant> disabled_at;
  std::vector<std::pair<Date, std::string>> teams;  ///< by the day each began
};

struct CodeLine {
  JournalCause cause;
  std::string code_hash, link_hash;  ///< lower-case hex
  std::string person;
  Instant made_at{}, expires_at{};
  std::string device;  ///< "": not used yet
};

struct AuditLine {
  std::int64_t id = 0;
  Instant at{};
  std::string actor, address, action, subject, detail;
};

using JournalLine =
    std::variant<JournalHeader, OpLine, AgainLine, DeviceLine, AccountLine, CodeLine, AuditLine>;

/// The line's text with its checksum and newline. `number` counts from 1 in each file.
std::string journal_text(const JournalLine& line, std::int64_t number);

/// Reads a line without its newline; none where it is not, to the byte, what journal_text wrote as the line
/// of that number.
std::optional<JournalLine> read_journal_line(std::string_view text, std::int64_t number);

/// JournalPosition::audit_mark of a row.
std::string audit_mark(const AuditLine& row);

}  // namespace waymark::server
