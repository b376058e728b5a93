// A look at the bytes of a request's head before the library reads them. Version 0.11.4 skips lines it can't
// read, trims and decodes what it reads, and runs regular expressions over one header; where that could make
// it understand another request than a proxy in front of it did, the request is refused here. A pure function
// over bytes, so it can be tested and fuzzed alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark::server {

inline constexpr std::size_t max_head_bytes = 16 * 1'024;
inline constexpr std::size_t max_header_lines = 64;

/// The head, which ends with its blank line, as the library may read it: without Range (a recursion as deep
/// as the value is long; no answer here has parts), and with a method that the library does not know as
/// TRACE, which no route takes either, so that the answer is the 405 of any other wrong method.
///
/// Refusals, all of which end the connection: bad_request (not three words on the first line, a line that is
/// not `Name: value`, a folded or bare-LF line, control characters, too many lines), length_required (a
/// Content-Length or Transfer-Encoding that the library would drop or decode).
Result<std::string> screen_head(std::string_view head);

}  // namespace waymark::server
