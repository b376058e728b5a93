// The cookie of a browser that is signed in, as text of HTTP headers, and the form token that belongs to it.
#pragma once

#include <string>
#include <string_view>

namespace waymark::server {

/// The cookie's name: with TLS it says so by its prefix, and then the browser takes it from this host alone,
/// over TLS alone, and for every path.
std::string_view session_cookie_name(bool secure);
/// Before signing in: what the sign-in form's token is made from.
std::string_view visitor_cookie_name(bool secure);

/// The value of the cookie `name` in a Cookie header; "" without one, or for what is no token of ours (64
/// hexadecimal characters).
std::string cookie_value(std::string_view header, std::string_view name);

/// A Set-Cookie header's value: HttpOnly, SameSite=Strict, Secure where `secure`; ends with the browser.
std::string set_cookie(std::string_view name, std::string_view value, bool secure);
/// One that takes the cookie away.
std::string clear_cookie(std::string_view name, bool secure);

/// What each form of this browser must carry: made from the cookie's value, which no other site knows, and of
/// no use for finding it.
std::string form_token(std::string_view cookie);
/// Compares in constant time.
bool is_form_token(std::string_view given, std::string_view cookie);

}  // namespace waymark::server
