// Enrolment codes as people type them, and device tokens as phones send them.
#pragma once

#include <string>
#include <string_view>

namespace waymark::server {

/// A code as it was made: capitals, without dashes and spaces, I and L read as 1, O as 0 (Crockford's base
/// 32). Other characters stay, and make it a wrong code.
std::string normalised_code(std::string_view typed);

/// 8 characters as "ABCD-EFGH", to read aloud and type; others as they are.
std::string readable_code(std::string_view code);

/// True for what a device token looks like: 43 characters of base64url.
bool is_device_token(std::string_view text);

}  // namespace waymark::server
