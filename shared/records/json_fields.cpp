#include "shared/records/json_fields.h"

#include <algorithm>

#include "shared/ids.h"
#include "shared/sync/rule.h"

namespace waymark::json {
namespace {

// What a JavaScript Date can hold, some 270,000 years either way: no arithmetic on such instants overflows.
constexpr std::int64_t farthest_ms = 8'640'000'000'000'000;

// No record is about a day beyond these, and the week around any day between them can be written YYYY-MM-DD.
constexpr Date earliest_date{std::chrono::year{1900} / 1 / 1};
constexpr Date latest_date{std::chrono::year{2999} / 12 / 31};

std::size_t code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string quoted(std::string_view name) {
  return "'" + std::string(name) + "'";
}

}  // namespace

const boost::json::value* Reader::find(std::string_view name) const {
  const auto* value = object_.if_contains(name);
  return value == nullptr || value->is_null() ? nullptr : value;
}

bool Reader::has(std::string_view name) const {
  return find(name) != nullptr;
}

void Reader::add_error(ErrorCode code, std::string message, std::string_view name) {
  if (!error_) error_ = Error{code, std::move(message), path(name)};
}

void Reader::add_error(Error error) {
  if (!error_) error_ = std::move(error);
}

void Reader::require(std::string_view name) {
  if (!has(name)) add_error(ErrorCode::missing, "Give " + quoted(name) + ".", name);
}

void Reader::wrong_type(std::string_view name, std::string_view wanted) {
  add_error(ErrorCode::wrong_type, "Make " + quoted(name) + " " + std::string(wanted) + ".", name);
}

void Reader::unknown_code(std::string_view name) {
  add_error(ErrorCode::unknown_code, "Choose one of the listed values for " + quoted(name) + ".", name);
}

std::optional<std::string_view> Reader::as_string(const boost::json::value& value, std::string_view name) {
  const auto* text = value.if_string();
  if (text == nullptr) {
    wrong_type(name, "a text");
    return std::nullopt;
  }
  const std::string_view view(text->data(), text->size());
  if (view.find('\0') != std::string_view::npos) {
    wrong_type(name, "a text without NUL characters");
    return std::nullopt;
  }
  return view;
}

std::optional<std::string_view> Reader::as_text(const boost::json::value& value, std::string_view name,
                                                std::size_t max_code_points) {
  const auto view = as_string(value, name);
  // Bytes are never fewer than code points, so most texts need no counting.
  if (!view || view->size() <= max_code_points || code_points(*view) <= max_code_points) return view;
  add_error(ErrorCode::too_long,
            "Shorten " + quoted(name) + " to " + std::to_string(max_code_points) + " characters.", name);
  return std::nullopt;
}

std::optional<std::int64_t> Reader::as_integer(const boost::json::value& value, std::string_view name,
                                               std::int64_t min, std::int64_t max) {
  if (!value.is_int64() && !value.is_uint64()) {
    wrong_type(name, "a whole number");
    return std::nullopt;
  }
  const auto* number = value.if_int64();
  if (number != nullptr && *number >= min && *number <= max) return *number;
  add_error(ErrorCode::out_of_range,
            "Keep " + quoted(name) + " between " + std::to_string(min) + " and " + std::to_string(max) + ".",
            name);
  return std::nullopt;
}

std::optional<std::string_view> Reader::as_uuid(const boost::json::value& value, std::string_view name) {
  const auto view = as_string(value, name);
  if (!view || is_uuid(*view)) return view;
  add_error(ErrorCode::bad_id, "Make " + quoted(name) + " a UUID in lower case.", name);
  return std::nullopt;
}

std::optional<Date> Reader::as_date(const boost::json::value& value, std::string_view name) {
  const auto view = as_string(value, name);
  if (!view) return std::nullopt;
  auto parsed = parse_date(*view, path(name));
  if (!parsed) {
    add_error(std::move(parsed.error()));
    return std::nullopt;
  }
  if (*parsed < earliest_date || *parsed > latest_date) {
    add_error(ErrorCode::bad_date, "Choose a day between the years 1900 and 2999.", name);
    return std::nullopt;
  }
  return *parsed;
}

std::optional<std::string_view> Reader::string(std::string_view name) {
  const auto* value = find(name);
  return value == nullptr ? std::nullopt : as_string(*value, name);
}

std::string Reader::text(std::string_view name, std::size_t max_code_points) {
  const auto* value = find(name);
  if (value == nullptr) return {};
  return std::string(as_text(*value, name, max_code_points).value_or(""));
}

std::string Reader::required_text(std::string_view name, std::size_t max_code_points) {
  require(name);
  auto value = text(name, max_code_points);
  if (value.empty()) add_error(ErrorCode::missing, "Give " + quoted(name) + ".", name);
  return value;
}

std::int64_t Reader::integer(std::string_view name, std::int64_t min, std::int64_t max,
                             std::int64_t fallback) {
  const auto* value = find(name);
  if (value == nullptr) return fallback;
  return as_integer(*value, name, min, max).value_or(fallback);
}

std::int64_t Reader::required_integer(std::string_view name, std::int64_t min, std::int64_t max) {
  require(name);
  return integer(name, min, max, min);
}

std::optional<double> Reader::number(std::string_view name, double min, double max) {
  const auto* value = find(name);
  if (value == nullptr) return std::nullopt;
  double number = 0;
  if (const auto* as_double = value->if_double())
    number = *as_double;
  else if (const auto* as_int = value->if_int64())
    number = static_cast<double>(*as_int);
  else if (const auto* as_uint = value->if_uint64())
    number = static_cast<double>(*as_uint);
  else {
    wrong_type(name, "a number");
    return std::nullopt;
  }
  if (number >= min && number <= max) return number;
  add_error(ErrorCode::out_of_range, "Bring " + quoted(name) + " into its range.", name);
  return std::nullopt;
}

double Reader::required_number(std::string_view name, double min, double max) {
  require(name);
  return number(name, min, max).value_or(min);
}

bool Reader::boolean(std::string_view name, bool fallback) {
  const auto* value = find(name);
  if (value == nullptr) return fallback;
  const auto* flag = value->if_bool();
  if (flag == nullptr) {
    wrong_type(name, "true or false");
    return fallback;
  }
  return *flag;
}

std::string Reader::uuid(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) return {};
  return std::string(as_uuid(*value, name).value_or(""));
}

std::string Reader::required_uuid(std::string_view name) {
  require(name);
  return uuid(name);
}

std::optional<Instant> Reader::instant(std::string_view name) {
  if (!has(name)) return std::nullopt;
  return instant_from_ms(integer(name, -farthest_ms, farthest_ms, 0));
}

Instant Reader::required_instant(std::string_view name) {
  require(name);
  return instant(name).value_or(Instant{});
}

std::optional<Date> Reader::date(std::string_view name) {
  const auto* value = find(name);
  return value == nullptr ? std::nullopt : as_date(*value, name);
}

Date Reader::required_date(std::string_view name) {
  require(name);
  return date(name).value_or(Date{std::chrono::year{2000} / 1 / 1});
}

const boost::json::object* Reader::object(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) return nullptr;
  if (!value->is_object()) wrong_type(name, "an object");
  return value->if_object();
}

const boost::json::array* Reader::array(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) wrong_type(name, "a list");
  return value->if_array();
}

template <class T, class Read>
std::vector<T> Reader::items(std::string_view name, std::size_t max_items, Read read) {
  const auto* list = array(name);
  if (list == nullptr) return {};
  if (list->size() > max_items) {
    add_error(ErrorCode::out_of_range,
              "Give no more than " + std::to_string(max_items) + " items in " + quoted(name) + ".", name);
    return {};
  }
  std::vector<T> result;
  result.reserve(list->size());
  for (const auto& item : *list) {
    const auto value = read(item);
    if (!value) return {};
    result.emplace_back(*value);
  }
  return result;
}

std::vector<std::string> Reader::uuids(std::string_view name, std::size_t max_items) {
  return items<std::string>(name, max_items, [&](const auto& item) { return as_uuid(item, name); });
}

std::vector<std::string> Reader::texts(std::string_view name, std::size_t max_items,
                                       std::size_t max_code_points) {
  return items<std::string>(name, max_items,
                            [&](const auto& item) { return as_text(item, name, max_code_points); });
}

std::vector<int> Reader::integers(std::string_view name, std::size_t max_items, int min, int max) {
  return items<int>(name, max_items, [&](const auto& item) -> std::optional<int> {
    const auto value = as_integer(item, name, min, max);
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
  });
}

std::vector<Date> Reader::dates(std::string_view name, std::size_t max_items) {
  return items<Date>(name, max_items, [&](const auto& item) { return as_date(item, name); });
}

std::string Reader::extra(std::initializer_list<std::string_view> known) const {
  if (!rule_holds(Rule::unknown_members_kept)) return {};
  boost::json::object rest;
  // Members mostly come in the order of `known`, so the search goes on where the last one ended.
  const auto* next = known.begin();
  for (const auto& member : object_) {
    const std::string_view name(member.key().data(), member.key().size());
    const auto* found = std::find(next, known.end(), name);
    if (found == known.end()) found = std::find(known.begin(), next, name);
    // Now either a hit, or the end of whichever stretch was searched last.
    if (found != known.end() && *found == name) {
      next = found + 1;
      continue;
    }
    rest.insert(member);
  }
  return rest.empty() ? std::string() : text_of(rest);
}

}  // namespace waymark::json
