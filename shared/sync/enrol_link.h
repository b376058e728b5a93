// The link a QR code carries: waymark://enroll?server=<percent-encoded URL>&code=<code> (sync.md, command
// line).
#pragma once

#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark {

struct EnrolLink {
  std::string server;  ///< http:// or https:// URL
  std::string code;
};

std::string format_enrol_link(const EnrolLink& link);
/// Fails with bad_request, field `server` or `code`, and a sentence for the person who pasted it.
Result<EnrolLink> parse_enrol_link(std::string_view text);
/// Checks and normalises a server address typed by hand: scheme added where missing (https; http for
/// loopback), trailing slashes dropped, no path, query or credentials. Field `server`.
Result<std::string> parse_server_address(std::string_view text);

}  // namespace waymark
