#include "shared/records/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace waymark::json {

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;  // start of the stretch that needs no escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    out += '\\';
    switch (c) {
      case '"':
      case '\\':
        out += static_cast<char>(c);
        break;
      case '\n':
        out += 'n';
        break;
      case '\r':
        out += 'r';
        break;
      case '\t':
        out += 't';
        break;
      default:
        out += "u00";
        out += digits[c >> 4];
        out += digits[c & 0x0f];
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  // "-0" would come back as the integer 0.
  if (value == 0 && std::signbit(value)) {
    out += "-0.0";
    return;
  }
  // Plain digits for the sizes people meet; an exponent only where it spares a row of zeros.
  const double size = std::abs(value);
  const bool fixed = size == 0 || (size >= 1e-6 && size < 1e15);
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 fixed ? std::chars_format::fixed : std::chars_format::scientific)
                       .ptr;
  out.append(buffer.data(), end);
}

void Writer::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

Writer& Writer::open(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
  return *this;
}

Writer& Writer::close(char bracket) {
  out_ += bracket;
  comma_ = true;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  comma_ = false;
  return *this;
}

Writer& Writer::text(std::string_view value) {
  separate();
  append_quoted(out_, value);
  return *this;
}

Writer& Writer::integer(std::int64_t value) {
  separate();
  std::array<char, 24> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  out_.append(buffer.data(), end);
  return *this;
}

Writer& Writer::number(double value) {
  separate();
  append_number(out_, value);
  return *this;
}

Writer& Writer::boolean(bool value) {
  return raw(value ? "true" : "false");
}

Writer& Writer::null() {
  return raw("null");
}

Writer& Writer::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

Writer& Writer::members_of(std::string_view object_json) {
  if (object_json.size() <= 2) return *this;
  return raw(object_json.substr(1, object_json.size() - 2));
}

Writer& Writer::optional_text(std::string_view name, std::string_view value) {
  if (!value.empty()) key(name).text(value);
  return *this;
}

Writer& Writer::optional_true(std::string_view name, bool value) {
  if (value) key(name).boolean(true);
  return *this;
}

}  // namespace waymark::json
