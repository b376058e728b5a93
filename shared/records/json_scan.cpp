#include "shared/records/json_scan.h"

#include <cstddef>

namespace waymark::json {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A place in the text that moves on over what it recognises. After a false answer the place is anywhere.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  std::size_t place() const { return at_; }
  std::string_view since(std::size_t start) const { return text_.substr(start, at_ - start); }

  void skip_blanks() {
    while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
      ++at_;
  }
  /// Moves over `c` and the blanks after it, if it is next.
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    skip_blanks();
    return true;
  }
  bool string();
  bool value();

 private:
  bool next_is(char c) const { return !at_end() && text_[at_] == c; }
  bool name_and_colon() {
    if (!string()) return false;
    skip_blanks();
    return take(':');
  }
  bool escape();
  bool utf8_sequence();
  bool literal(std::string_view word);
  bool digits();
  bool number();
  bool plain_value();

  std::string_view text_;
  std::size_t at_ = 0;
};

bool Scanner::escape() {
  ++at_;  // the backslash
  if (at_end()) return false;
  const char kind = text_[at_++];
  if (kind != 'u') return std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos;
  for (int i = 0; i < 4; ++i, ++at_)
    if (at_end() || !is_hex(text_[at_])) return false;
  return true;
}

/// One character beyond ASCII, by the table of RFC 3629: no overlong forms, no surrogates, nothing past
/// U+10FFFF.
bool Scanner::utf8_sequence() {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text_[at_ + i]); };
  const auto first = byte(0);
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text_.size() - at_ < length) return false;
  const unsigned char low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  const unsigned char high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  if (byte(1) < low || byte(1) > high) return false;
  for (std::size_t i = 2; i < length; ++i)
    if (byte(i) < 0x80 || byte(i) > 0xbf) return false;
  at_ += length;
  return true;
}

bool Scanner::string() {
  if (!next_is('"')) return false;
  ++at_;
  while (!at_end()) {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c == '"') {
      ++at_;
      return true;
    }
    if (c < 0x20) return false;
    if (c == '\\') {
      if (!escape()) return false;
    } else if (c < 0x80) {
      ++at_;
    } else if (!utf8_sequence()) {
      return false;
    }
  }
  return false;
}

bool Scanner::literal(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  return true;
}

bool Scanner::digits() {
  const auto start = at_;
  while (!at_end() && is_digit(text_[at_])) ++at_;
  return at_ > start;
}

bool Scanner::number() {
  if (next_is('-')) ++at_;
  if (next_is('0'))
    ++at_;
  else if (!digits())
    return false;
  if (next_is('.')) {
    ++at_;
    if (!digits()) return false;
  }
  if (next_is('e') || next_is('E')) {
    ++at_;
    if (next_is('+') || next_is('-')) ++at_;
    if (!digits()) return false;
  }
  return true;
}

bool Scanner::plain_value() {
  if (at_end()) return false;
  switch (text_[at_]) {
    case '"':
      return string();
    case 't':
      return literal("true");
    case 'f':
      return literal("false");
    case 'n':
      return literal("null");
    default:
      return number();
  }
}

/// Not recursive: how deep a text may go is for whoever makes values of it.
bool Scanner::value() {
  std::vector<bool> in_object;  // of the brackets open here, from the outermost
  while (true) {
    bool closed = true;  // what stands here is whole
    if (take('{')) {
      if (!take('}')) {
        in_object.push_back(true);
        if (!name_and_colon()) return false;
        closed = false;
      }
    } else if (take('[')) {
      if (!take(']')) {
        in_object.push_back(false);
        closed = false;
      }
    } else {
      if (!plain_value()) return false;
      if (in_object.empty()) return true;
      skip_blanks();
    }
    while (closed) {
      if (in_object.empty()) return true;
      if (take(',')) {
        if (in_object.back() && !name_and_colon()) return false;
        closed = false;
      } else if (take(in_object.back() ? '}' : ']')) {
        in_object.pop_back();
      } else {
        return false;
      }
    }
  }
}

/// The value that begins here without the blanks that take() may have passed over behind it.
std::string_view trimmed(std::string_view value) {
  return value.substr(0, value.find_last_not_of(" \t\n\r") + 1);
}

/// Reads `text` as a list between two brackets, each item by `item(scanner)`.
template <class Item>
bool read_list(std::string_view text, char open, char close, Item item) {
  Scanner in(text);
  in.skip_blanks();
  if (!in.take(open)) return false;
  if (in.take(close)) return in.at_end();
  do {
    if (!item(in)) return false;
    in.skip_blanks();
  } while (in.take(','));
  return in.take(close) && in.at_end();
}

}  // namespace

bool is_grammatical(std::string_view text) {
  Scanner in(text);
  in.skip_blanks();
  if (!in.value()) return false;
  in.skip_blanks();
  return in.at_end();
}

std::optional<std::vector<RawMember>> raw_members(std::string_view text) {
  std::vector<RawMember> members;
  const bool whole = read_list(text, '{', '}', [&](Scanner& in) {
    const auto name_start = in.place();
    if (!in.string()) return false;
    const auto name = in.since(name_start);
    in.skip_blanks();
    if (!in.take(':')) return false;
    const auto value_start = in.place();
    if (!in.value()) return false;
    members.push_back({name, trimmed(in.since(value_start))});
    return true;
  });
  if (!whole) return std::nullopt;
  return members;
}

std::optional<std::vector<std::string_view>> raw_items(std::string_view text) {
  std::vector<std::string_view> items;
  const bool whole = read_list(text, '[', ']', [&](Scanner& in) {
    const auto start = in.place();
    if (!in.value()) return false;
    items.push_back(trimmed(in.since(start)));
    return true;
  });
  if (!whole) return std::nullopt;
  return items;
}

}  // namespace waymark::json
