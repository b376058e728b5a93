// Reading members of a JSON object with errors that name the field by its dotted path. The only place in the
// project that decides what "missing" and "wrong type" mean on the wire. Heavy include: codecs only.
//
// Of members written twice the last counts. An integer is a JSON number without fraction or exponent: 1.0 and
// 1e3 are of the wrong type. Texts are UTF-8 without NUL, their lengths are counted in Unicode code points.
// Messages never repeat a value: it may be health information.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/error.h"
#include "shared/records/codes.h"
#include "shared/time/instant.h"

namespace waymark::json {

inline constexpr std::size_t max_depth = 32;

/// Parses text no deeper than `depth`; bad_json otherwise. Unlike boost::json::parse, every decimal becomes
/// the double nearest to it, so that numbers survive a round trip.
Result<boost::json::value> parse(std::string_view text, boost::json::storage_ptr storage = {},
                                 std::size_t depth = max_depth);
/// Compact text; parsing it gives an equal value. Members keep their order.
std::string text_of(const boost::json::value& value);
std::string text_of(const boost::json::object& object);

/// Reads members of one object, remembering the first error: read everything, then ask `error()` once.
class Reader {
 public:
  explicit Reader(const boost::json::object& object, std::string prefix = {})
      : object_(object), prefix_(std::move(prefix)) {}
  explicit Reader(boost::json::object&&, std::string = {}) = delete;

  bool has(std::string_view name) const;  ///< present and not null
  // Optional readers leave `fallback` (or nothing) where the member is absent or null.
  std::string text(std::string_view name, std::size_t max_code_points);
  std::string required_text(std::string_view name, std::size_t max_code_points);  ///< not empty either
  std::int64_t required_integer(std::string_view name, std::int64_t min, std::int64_t max);
  std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max, std::int64_t fallback);
  double required_number(std::string_view name, double min, double max);
  std::optional<double> number(std::string_view name, double min, double max);
  bool boolean(std::string_view name, bool fallback);
  std::string required_uuid(std::string_view name);
  std::string uuid(std::string_view name);  ///< "" when absent
  Instant required_instant(std::string_view name);
  std::optional<Instant> instant(std::string_view name);
  Date required_date(std::string_view name);
  std::optional<Date> date(std::string_view name);
  template <class E>
  std::optional<E> code(std::string_view name) {
    const auto text = string(name);
    if (!text) return std::nullopt;
    const auto value = from_wire<E>(*text);
    if (!value) unknown_code(name);
    return value;
  }
  template <class E>
  E required_code(std::string_view name, E fallback) {
    require(name);
    return code<E>(name).value_or(fallback);
  }
  const boost::json::object* object(std::string_view name);
  const boost::json::array* array(std::string_view name);
  // Lists; empty where the member is absent or null. An item's error names the list.
  std::vector<std::string> uuids(std::string_view name, std::size_t max_items);
  std::vector<std::string> texts(std::string_view name, std::size_t max_items, std::size_t max_code_points);
  std::vector<int> integers(std::string_view name, std::size_t max_items, int min, int max);
  std::vector<Date> dates(std::string_view name, std::size_t max_items);

  void require(std::string_view name);
  void add_error(ErrorCode code, std::string message, std::string_view name);
  void add_error(Error error);  ///< with its whole path, from a reader of a part
  void unknown_code(std::string_view name);
  std::string path(std::string_view name) const {
    return prefix_.empty() ? std::string(name) : prefix_ + "." + std::string(name);
  }
  const std::optional<Error>& error() const { return error_; }

  /// The members not named in `known`, as the text of a JSON object; "" when there are none.
  std::string extra(std::initializer_list<std::string_view> known) const;

 private:
  const boost::json::value* find(std::string_view name) const;
  /// The member's text; nothing when it is absent, null, or no text (which is an error).
  std::optional<std::string_view> string(std::string_view name);
  void wrong_type(std::string_view name, std::string_view wanted);
  // One value as what it must be; nothing (and an error that names `name`) if it is not.
  std::optional<std::string_view> as_string(const boost::json::value& value, std::string_view name);
  std::optional<std::string_view> as_text(const boost::json::value& value, std::string_view name,
                                          std::size_t max_code_points);
  std::optional<std::int64_t> as_integer(const boost::json::value& value, std::string_view name,
                                         std::int64_t min, std::int64_t max);
  std::optional<std::string_view> as_uuid(const boost::json::value& value, std::string_view name);
  std::optional<Date> as_date(const boost::json::value& value, std::string_view name);
  /// The items of a list of at most `max_items`, read one by one with `read`; empty after any error.
  template <class T, class Read>
  std::vector<T> items(std::string_view name, std::size_t max_items, Read read);

  const boost::json::object& object_;
  std::string prefix_;
  std::optional<Error> error_;
};

}  // namespace waymark::json
