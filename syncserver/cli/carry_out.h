// An admin action as a command: its parameters in, its answer in words or as JSON. Heavy include: commands
// only.
#pragma once

#include <boost/json.hpp>
#include <functional>
#include <string>

#include "syncserver/cli/invocation.h"

namespace waymark::server {

/// Runs the action on the store and prints its answer, in the words of `words` unless --json was asked for; a
/// refusal as Invocation::refuse does. Returns the exit code.
int carry_out(const Invocation& invocation, std::string_view action, const boost::json::object& params,
              const std::function<std::string(const boost::json::value& answer)>& words);

/// A member's text; "" where it is null.
std::string text_at(const boost::json::value& object, std::string_view member);
std::int64_t number_at(const boost::json::value& object, std::string_view member);

}  // namespace waymark::server
