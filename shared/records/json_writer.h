// Writes JSON text front to back into one string. Used where the members and their order are known (records,
// messages), so that writing costs no tree; light enough to include anywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waymark::json {

/// Appends `text` as a JSON string with its quotes. `text` must be UTF-8.
void append_quoted(std::string& out, std::string_view text);
/// Appends the shortest decimal that reads back as exactly `value`; null where it is not finite.
void append_number(std::string& out, double value);

/// Commas are its business; that begins and ends match is the caller's.
class Writer {
 public:
  Writer& begin_object() { return open('{'); }
  Writer& end_object() { return close('}'); }
  Writer& begin_array() { return open('['); }
  Writer& end_array() { return close(']'); }

  /// `name` must need no escaping.
  Writer& key(std::string_view name);

  Writer& text(std::string_view value);
  Writer& integer(std::int64_t value);
  Writer& number(double value);
  Writer& boolean(bool value);
  Writer& null();
  /// A value that is JSON text already.
  Writer& raw(std::string_view json);
  /// The members of a JSON object text ("" or "{}": none) into the object being written.
  Writer& members_of(std::string_view object_json);

  // A member that is left out where there is nothing to say.
  Writer& optional_text(std::string_view name, std::string_view value);
  Writer& optional_true(std::string_view name, bool value);

  std::string take() { return std::move(out_); }

 private:
  Writer& open(char bracket);
  Writer& close(char bracket);
  void separate();
  std::string out_;
  bool comma_ = false;
};

}  // namespace waymark::json
