#include "syncserver/store/digest.h"

#include <sodium.h>

#include <cstring>

namespace waymark::server {

namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Digest digest(std::string_view text) {
  Digest result{};
  crypto_generichash(result.data(), result.size(), bytes_of(text), text.size(), nullptr, 0);
  return result;
}

std::int64_t short_digest(std::string_view text) {
  const auto whole = digest(text);
  std::int64_t number = 0;
  std::memcpy(&number, whole.data(), sizeof number);
  return number;
}

Digest chain_step(std::string_view previous, std::string_view op_id, const Digest& payload, OpStatus status) {
  Digest result{};
  const auto status_text = to_wire(status);
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, result.size());
  crypto_generichash_update(&state, bytes_of(previous), previous.size());
  crypto_generichash_update(&state, bytes_of(op_id), op_id.size());
  crypto_generichash_update(&state, payload.data(), payload.size());
  crypto_generichash_update(&state, bytes_of(status_text), status_text.size());
  crypto_generichash_final(&state, result.data(), result.size());
  return result;
}

std::string_view as_text(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    text.push_back(digits[byte >> 4]);
    text.push_back(digits[byte & 15]);
  }
  return text;
}

}  // namespace waymark::server
