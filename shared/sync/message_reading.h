// What the codecs of the messages share: the difference between a record's error and a message's, and the
// parts that occur in several messages.
#pragma once

#include "shared/records/json_fields.h"
#include "shared/records/json_writer.h"
#include "shared/sync/messages.h"

namespace waymark {

/// Rows hold bodies two levels deeper than the requests that brought them, so answers may nest deeper.
inline constexpr std::size_t max_answer_depth = 64;

/// The object a message is. bad_json or bad_request.
Result<boost::json::value> parse_message(std::string_view text, std::size_t depth = json::max_depth);
/// The reader's first error as a bad_request that names its field.
tl::unexpected<Error> bad_request(const json::Reader& in);

/// `{"seq","chain"}`, whether or not there can be such a place.
Mark read_any_mark(json::Reader& in, std::string_view name);
/// The same where only the beginning, seq 0, has no chain.
Mark read_mark(json::Reader& in, std::string_view name);
void write_mark(json::Writer& out, std::string_view name, const Mark& mark);

/// True if the JSON string `token` says `name`, however it is escaped.
bool says(std::string_view token, std::string_view name);

/// The text of an object member; "" where it is null.
std::string read_body_text(json::Reader& in, std::string_view name);

void write_ids(json::Writer& out, std::string_view name, const std::vector<std::string>& ids);
/// A text, or null where it is empty.
void write_or_null(json::Writer& out, std::string_view name, std::string_view text);
/// A value that is JSON text already, or null where it is empty.
void write_raw_or_null(json::Writer& out, std::string_view name, std::string_view json);
void write_wipe(json::Writer& out, WipeOrder wipe);
/// `{"code","message","field"?}`
void write_error(json::Writer& out, std::string_view name, const Error& error);
/// An error written by write_error; none if the member is absent.
std::optional<Error> read_error(json::Reader& in, std::string_view name);

inline constexpr auto skip_none = [](const boost::json::object&) { return false; };

/// Reads each item of a list of objects with `read(reader)`, but for those that `skip(object)` says to pass
/// over; items' errors are `name[i].member`.
template <class T, class Read, class Skip = decltype(skip_none)>
std::vector<T> read_objects(json::Reader& in, std::string_view name, Read read, Skip skip = {}) {
  const auto* list = in.array(name);
  if (list == nullptr) return {};
  std::vector<T> result;
  result.reserve(list->size());
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto& item = (*list)[i];
    auto path = std::string(name) + "[" + std::to_string(i) + "]";
    const auto* object = item.if_object();
    if (object == nullptr) {
      in.add_error(ErrorCode::wrong_type, "Make each item of '" + std::string(name) + "' an object.", path);
      return {};
    }
    if (skip(*object)) continue;
    json::Reader part(*object, in.path(path));
    result.push_back(read(part));
    if (part.error()) {
      in.add_error(*part.error());
      return {};
    }
  }
  return result;
}

}  // namespace waymark
