#include "syncserver/accounts/session_cookie.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace waymark::server {

namespace {

constexpr std::size_t token_characters = 64;

bool is_token(std::string_view text) {
  return text.size() == token_characters && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string_view trimmed_left(std::string_view text) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t")));
  return text;
}

std::string attributes(bool secure) {
  return std::string("; Path=/; HttpOnly; SameSite=Strict") + (secure ? "; Secure" : "");
}

}  // namespace

std::string_view session_cookie_name(bool secure) {
  return secure ? "__Host-waymark" : "waymark";
}

std::string_view visitor_cookie_name(bool secure) {
  return secure ? "__Host-waymark-visitor" : "waymark-visitor";
}

std::string cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto pair = trimmed_left(header.substr(0, header.find(';')));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
      const auto value = pair.substr(equals + 1);
      return is_token(value) ? std::string(value) : std::string();
    }
    header.remove_prefix(std::min(header.size(), header.find(';')));
    if (!header.empty()) header.remove_prefix(1);
  }
  return {};
}

std::string set_cookie(std::string_view name, std::string_view value, bool secure) {
  return std::string(name) + "=" + std::string(value) + attributes(secure);
}

std::string clear_cookie(std::string_view name, bool secure) {
  return std::string(name) + "=; Max-Age=0" + attributes(secure);
}

std::string form_token(std::string_view cookie) {
  constexpr std::string_view purpose = "waymark form";
  std::array<unsigned char, 32> hash{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size());
  crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(cookie.data()), cookie.size());
  crypto_generichash_final(&state, hash.data(), hash.size());
  std::array<char, 65> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  return text.data();
}

bool is_form_token(std::string_view given, std::string_view cookie) {
  if (cookie.empty()) return false;
  const auto expected = form_token(cookie);
  return given.size() == expected.size() && sodium_memcmp(given.data(), expected.data(), given.size()) == 0;
}

}  // namespace waymark::server
