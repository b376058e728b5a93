// The wire messages to and from JSON: one codec, used by both sides. Integers have no fraction or exponent;
// unknown members of requests and answers are ignored, wrong or missing ones are bad_request with the field
// named.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/sync/messages.h"

namespace waymark {

/// Parses one op object; errors carry op-level codes and fields. Checks shape and sizes, not the body's
/// rules.
Result<Op> parse_op(std::string_view json);
/// The op as JSON text, members in sync.md's order: what a device freezes and sends.
std::string to_json(const Op& op);

/// bad_json, bad_request or too_large (over 200 ops) for the whole request; a bad op is a ReceivedOp with its
/// error.
Result<SyncRequest> parse_sync_request(std::string_view json);
/// `frozen_ops`: op texts as stored. `request.ops` is not looked at.
std::string to_json(const SyncRequest& request, std::span<const std::string> frozen_ops);

Result<SyncResponse> parse_sync_response(std::string_view json);
std::string to_json(const SyncResponse& response);

Result<EnrollRequest> parse_enroll_request(std::string_view json);
std::string to_json(const EnrollRequest& request);
Result<EnrollResponse> parse_enroll_response(std::string_view json);
std::string to_json(const EnrollResponse& response);

Result<History> parse_history(std::string_view json);
std::string to_json(const History& history);

ErrorAnswer parse_error(std::string_view json);
/// {"error":{"code","message","field"?}}, with `min_protocol` and `wipe` where given.
std::string error_json(const Error& error, WipeOrder wipe = WipeOrder::none);

}  // namespace waymark
