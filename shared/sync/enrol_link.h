// The link a QR code carries: waymark://enroll?server=<percent-encoded URL>&code=<code> (sync.md, command
// line), and the address a person types instead of it.
#pragma once

#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark {

struct EnrolLink {
  std::string server;  ///< http:// or https:// URL
  std::string code;
  friend bool operator==(const EnrolLink&, const EnrolLink&) = default;
};

std::string format_enrol_link(const EnrolLink& link);
/// Fails with bad_request, field `server` or `code`, and a sentence for the person who pasted it. The server
/// is checked and normalised as by parse_server_address; members other than the two are ignored.
Result<EnrolLink> parse_enrol_link(std::string_view text);
/// Checks and normalises a server address typed by hand: scheme added where missing (https; http for
/// loopback), lower case, trailing slashes dropped, no path, query or credentials. Plain http is for loopback
/// only: the token and health information would cross the network readable. Field `server`.
Result<std::string> parse_server_address(std::string_view text);

}  // namespace waymark
