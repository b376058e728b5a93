// JSON text to values and back. Boost 1.81 reads a decimal to within a unit in the last place only, which
// would change a coordinate each time a record passes; so its parser is driven with a handler of our own, and
// values are written with the shortest digits instead of Boost's exponents.
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>

#include "shared/records/json_fields.h"
#include "shared/records/json_writer.h"

namespace waymark::json {
namespace {

namespace bj = boost::json;
using bj::error_code;

/// Builds a value as Boost's own handler does, but for doubles.
struct ExactHandler {
  static constexpr std::size_t max_object_size = bj::object::max_size();
  static constexpr std::size_t max_array_size = bj::array::max_size();
  static constexpr std::size_t max_key_size = bj::string::max_size();
  static constexpr std::size_t max_string_size = bj::string::max_size();

  ExactHandler() : stack({}, scratch.data(), scratch.size()) {}
  ExactHandler(const ExactHandler&) = delete;
  ExactHandler& operator=(const ExactHandler&) = delete;

  std::array<unsigned char, 2048> scratch;  // enough for a record; the stack grows past it by itself
  bj::value_stack stack;
  std::string number;  // the part of a number seen before

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return true; }
  bool on_object_end(std::size_t size, error_code&) {
    stack.push_object(size);
    return true;
  }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t size, error_code&) {
    stack.push_array(size);
    return true;
  }
  bool on_key_part(bj::string_view part, std::size_t, error_code&) {
    stack.push_chars(part);
    return true;
  }
  bool on_key(bj::string_view part, std::size_t, error_code&) {
    stack.push_key(part);
    return true;
  }
  bool on_string_part(bj::string_view part, std::size_t, error_code&) {
    stack.push_chars(part);
    return true;
  }
  bool on_string(bj::string_view part, std::size_t, error_code&) {
    stack.push_string(part);
    return true;
  }
  bool on_number_part(bj::string_view part, error_code&) {
    number.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t value, bj::string_view, error_code&) {
    number.clear();
    stack.push_int64(value);
    return true;
  }
  bool on_uint64(std::uint64_t value, bj::string_view, error_code&) {
    number.clear();
    stack.push_uint64(value);
    return true;
  }
  bool on_double(double nearly, bj::string_view part, error_code&) {
    number.append(part.data(), part.size());
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    // Out of the range of doubles: Boost's infinity or zero says which way.
    stack.push_double(read.ec == std::errc{} ? value : nearly);
    number.clear();
    return true;
  }
  bool on_bool(bool value, error_code&) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(error_code&) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(bj::string_view, error_code&) { return true; }
  bool on_comment(bj::string_view, error_code&) { return true; }
};

void append(std::string& out, const bj::value& value);

void append(std::string& out, const bj::object& object) {
  out += '{';
  bool first = true;
  for (const auto& member : object) {
    if (!first) out += ',';
    first = false;
    append_quoted(out, {member.key().data(), member.key().size()});
    out += ':';
    append(out, member.value());
  }
  out += '}';
}

void append_double(std::string& out, double value) {
  if (std::isinf(value)) {  // from a number like 1e400, and read back as such
    out += value < 0 ? "-1e999" : "1e999";
    return;
  }
  const auto start = out.size();
  append_number(out, value);
  // Without this, 1.0 would come back as an integer.
  if (out.find_first_of(".e", start) == std::string::npos) out += ".0";
}

void append(std::string& out, const bj::value& value) {
  switch (value.kind()) {
    case bj::kind::null:
      out += "null";
      break;
    case bj::kind::bool_:
      out += value.get_bool() ? "true" : "false";
      break;
    case bj::kind::int64:
      out += std::to_string(value.get_int64());
      break;
    case bj::kind::uint64:
      out += std::to_string(value.get_uint64());
      break;
    case bj::kind::double_:
      append_double(out, value.get_double());
      break;
    case bj::kind::string:
      append_quoted(out, {value.get_string().data(), value.get_string().size()});
      break;
    case bj::kind::array: {
      out += '[';
      bool first = true;
      for (const auto& item : value.get_array()) {
        if (!first) out += ',';
        first = false;
        append(out, item);
      }
      out += ']';
      break;
    }
    case bj::kind::object:
      append(out, value.get_object());
      break;
  }
}

}  // namespace

Result<bj::value> parse(std::string_view text, bj::storage_ptr storage, std::size_t depth) {
  bj::parse_options options;  // strict JSON unless told otherwise
  options.max_depth = depth;
  bj::basic_parser<ExactHandler> parser(options);
  parser.handler().stack.reset(std::move(storage));
  error_code error;
  const auto used = parser.write_some(false, text.data(), text.size(), error);
  if (error) return fail(ErrorCode::bad_json, "Send well-formed JSON, not too deeply nested.");
  if (used != text.size()) return fail(ErrorCode::bad_json, "Send one JSON value and nothing after it.");
  return parser.handler().stack.release();
}

std::string text_of(const bj::value& value) {
  std::string out;
  append(out, value);
  return out;
}

std::string text_of(const bj::object& object) {
  std::string out;
  append(out, object);
  return out;
}

}  // namespace waymark::json
