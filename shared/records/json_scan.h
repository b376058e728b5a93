// A look at JSON text by its grammar alone (RFC 8259), without making values of it. It takes what the parser
// of json_fields.h has to refuse although the grammar allows it: half a surrogate pair written as an escape,
// any depth, any exponent. So a message can be taken apart and only the part that cannot be read is refused.
//
// One pass from front to back; memory is one bit for each open bracket, so at most an eighth of the text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace waymark::json {

/// One member of an object, as pieces of its text.
struct RawMember {
  std::string_view name;   ///< with its quotes and escapes
  std::string_view value;  ///< without the white space around it
};

/// True if `text` is exactly one JSON value in UTF-8.
bool is_grammatical(std::string_view text);

/// The members of the object that `text` is, in order, repeated names too; none if it is no object or not
/// grammatical.
std::optional<std::vector<RawMember>> raw_members(std::string_view text);

/// The items of the array that `text` is; none if it is no array or not grammatical.
std::optional<std::vector<std::string_view>> raw_items(std::string_view text);

}  // namespace waymark::json
