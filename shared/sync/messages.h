// The messages of the wire protocol (sync.md, "The wire") as plain structs.
// Bodies stay the text they came as: the server hashes an op as it reads it, the device sends it again as
// stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/records/codes.h"
#include "shared/time/instant.h"

namespace waymark {

inline constexpr int protocol_version = 1;
inline constexpr std::size_t max_ops_per_request = 200;
inline constexpr std::size_t max_op_bytes = 16 * 1024;
inline constexpr std::size_t max_sync_bytes = 256 * 1024;
inline constexpr int max_rows_per_page = 500;
inline constexpr std::size_t max_ancestors = 16;
inline constexpr std::size_t max_parents = 64;

/// A place on the server's chain of everything that ever happened. {0, ""} is the beginning (`chain` null on
/// the wire).
struct Mark {
  std::int64_t seq = 0;
  std::string chain;
  friend bool operator==(const Mark&, const Mark&) = default;
};

enum class OpStatus { head, superseded, held, conflict, invalid, forbidden };
template <>
std::span<const std::string_view> wire_names<OpStatus>();

/// Refused ops are never applied and hold no seq.
constexpr bool is_refused(OpStatus status) {
  return status == OpStatus::invalid || status == OpStatus::forbidden;
}

/// One edit of one record: the whole record after it.
struct Op {
  std::string op;
  std::string rid;
  RecordType type = RecordType::entry;
  std::vector<std::string> parents;
  std::vector<std::string> anc;  ///< at most 16
  bool deleted = false;
  std::string body;  ///< JSON object text

  /// True if `other` is among parents or anc.
  bool names(std::string_view other) const;
  friend bool operator==(const Op&, const Op&) = default;
};

/// An op as it arrived: read, or why it could not be. `payload` is what the server hashes.
struct ReceivedOp {
  std::string op_id;  ///< what the result echoes; "" if the op had none
  Result<Op> op;
  std::string payload;
};

struct SyncRequest {
  int protocol = protocol_version;
  std::string app;
  Instant device_time{};
  std::optional<std::int64_t> scope;
  Mark cursor;
  Mark high;
  std::int64_t waiting = 0;
  std::int64_t needs_you = 0;
  std::optional<Instant> oldest_waiting_at;
  std::vector<ReceivedOp> ops;
  int limit = max_rows_per_page;
  bool wiped = false;  ///< the device has erased its store; its last request
};

struct OpResult {
  std::string op;
  OpStatus status = OpStatus::head;
  std::int64_t seq = 0;  ///< 0 (null on the wire) for refused ops
  std::string chain;
  std::optional<Error> error;  ///< for refused ops
  friend bool operator==(const OpResult&, const OpResult&) = default;
};

/// A conflicting or held op, beside the head it did not replace.
struct SideOp {
  std::string op;
  std::string device_name;  ///< "" (null on the wire) for ops made on the server
  Instant received_at{};
  bool deleted = false;
  std::string body;
  friend bool operator==(const SideOp&, const SideOp&) = default;
};

/// The current state of one record.
struct Row {
  std::int64_t seq = 0;
  std::string rid;
  RecordType type = RecordType::entry;
  std::string op;  ///< the head; "" (null on the wire) for a record that has only held ops
  std::vector<std::string> parents;
  std::vector<std::string> anc;
  bool deleted = false;
  std::string body;  ///< JSON object text; "" (null on the wire) without a head
  std::vector<SideOp> conflicts;
  std::vector<SideOp> held;
  friend bool operator==(const Row&, const Row&) = default;
};

enum class WipeOrder { none, drained, now };
template <>
std::span<const std::string_view> wire_names<WipeOrder>();

struct SyncResponse {
  int protocol = protocol_version;
  Instant server_time{};
  bool diverged = false;                ///< the server was restored: nothing below was applied
  std::optional<std::int64_t> rescope;  ///< what this person may see changed: nothing below was applied
  std::int64_t scope = 0;
  std::vector<OpResult> results;
  std::vector<Row> rows;
  Mark next;
  Mark high;
  bool more = false;
  std::int64_t safe_seq = 0;
  WipeOrder wipe = WipeOrder::none;
};

struct EnrollRequest {
  std::string code, token, device_name, platform, app;
};

struct EnrollResponse {
  std::string device_id;
  std::string person_id, person_name;
  Role role = Role::specialist;
  std::string agency_name, time_zone;
  Instant server_time{};
};

struct HistoryOp {
  std::string op;
  std::int64_t seq = 0;
  OpStatus status = OpStatus::head;
  std::vector<std::string> parents;
  bool deleted = false;
  std::string body;
  std::string person_id;
  std::string device_name;  ///< "" (null) for ops made on the server
  Instant received_at{};
};

struct History {
  std::string rid;
  RecordType type = RecordType::entry;
  std::vector<HistoryOp> ops;
};

/// What a device reads from an error answer.
struct ErrorAnswer {
  Error error;
  std::optional<int> min_protocol;
  WipeOrder wipe = WipeOrder::none;
};

}  // namespace waymark
