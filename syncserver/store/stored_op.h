// Reading ops back from the store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/records/record_codec.h"
#include "shared/sync/messages.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

/// Where a body lies within the text of its op, so that reading a week's entries parses bodies only.
struct BodyPlace {
  std::int64_t at = -1;  ///< -1: not found as such; parse the op
  std::int64_t size = 0;
};
BodyPlace find_body(std::string_view payload, std::string_view body);

/// The body within a payload; throws StoreDamage when the payload is no op.
std::string body_of(std::string_view payload, BodyPlace place);

struct StoredOp {
  std::int64_t seq = 0;  ///< its first place on the chain
  Op op;
  OpStatus status = OpStatus::head;
  Instant received_at{};
  std::string device_name;  ///< "" for ops made on the server
};

/// Throws StoreDamage when there is no such op or it cannot be read.
StoredOp load_op(Connection& connection, std::int64_t seq);
/// The ops listed beside a record's head, oldest first.
std::vector<StoredOp> load_conflicts(Connection& connection, std::int64_t record);
std::vector<StoredOp> load_held(Connection& connection, std::int64_t record);

/// A stored body as its record; throws StoreDamage when it is none.
template <class R>
R stored_record(std::string_view body, std::string_view rid);
Record stored_record_of(const Op& op);

}  // namespace waymark::server
