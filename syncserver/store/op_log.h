// The log: one gapless order of everything that ever happened, chained by hashes.
#pragma once

#include <string>
#include <string_view>

#include "syncserver/store/write_context.h"

namespace waymark::server {

/// Gives the op the next place on the chain and moves the tail there.
void append_to_log(WriteContext& context, std::int64_t op_seq, std::string_view op_id,
                   const Digest& payload_hash, OpStatus status);

/// What has become of an op since its first answer.
void set_status(Connection& connection, std::int64_t op_seq, OpStatus status);

std::string stored_payload(Connection& connection, std::int64_t op_seq);

/// The chain's value at `seq`; none beyond its end. {0, ""} is the beginning and lies on every chain.
bool lies_on_chain(Connection& connection, const Mark& mark);
Mark mark_at(Connection& connection, std::int64_t seq);

}  // namespace waymark::server
