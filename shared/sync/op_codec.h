// One op as a JSON value, between op_codec.cpp and message_codec.cpp. Everybody else uses message_codec.h.
#pragma once

#include <boost/json.hpp>

#include "shared/sync/messages.h"

namespace waymark {

Result<Op> read_op(const boost::json::object& object);
/// An op as it arrived in a request, with its error if it cannot be read.
ReceivedOp receive_op(const boost::json::object& object);
/// An op that is JSON by its grammar but holds what no value can (json_scan.h): invalid, under its own id if
/// that can be read. `text` is an object, and its payload.
ReceivedOp receive_unreadable_op(std::string_view text);

}  // namespace waymark
