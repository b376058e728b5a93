// One op as a JSON value, between op_codec.cpp and message_codec.cpp. Everybody else uses message_codec.h.
#pragma once

#include <boost/json.hpp>

#include "shared/sync/messages.h"

namespace waymark {

Result<Op> read_op(const boost::json::object& object);
/// An op as it arrived in a request, with its error if it cannot be read.
ReceivedOp receive_op(const boost::json::object& object);

}  // namespace waymark
