// Any text as JSON: what is read is written and read back equal, digits and all; and the grammar's scanner
// (json_scan.h) agrees with the parser but for what only the grammar allows.
#include <boost/json.hpp>

#include "shared/records/json_fields.h"
#include "shared/records/json_scan.h"
#include "tests/fuzz/fuzz_target.h"

using namespace waymark;
using waymark::fuzz::must;

namespace {

bool has_duplicates(const boost::json::value& value, std::string_view text) {
  const auto members = json::raw_members(text);
  return members && value.is_object() && members->size() != value.get_object().size();
}

/// The pieces that the scanner gives are the values that the parser makes.
void pieces_agree(const boost::json::value& value, std::string_view text) {
  if (const auto* array = value.if_array()) {
    const auto items = json::raw_items(text);
    must(items && items->size() == array->size(), "an array has as many pieces as items", text);
    for (std::size_t i = 0; i < items->size(); ++i) {
      const auto item = json::parse((*items)[i]);
      must(item && *item == (*array)[i], "a piece of an array is its item", (*items)[i]);
    }
  } else if (value.is_object() && !has_duplicates(value, text)) {
    const auto members = json::raw_members(text);
    must(members.has_value(), "an object has members", text);
    for (const auto& member : *members) {
      const auto name = json::parse(member.name);
      must(name && name->is_string(), "a member's name is a text", member.name);
      const auto* found = value.get_object().if_contains(name->get_string());
      const auto piece = json::parse(member.value);
      must(found != nullptr && piece && *piece == *found, "a piece of an object is its member", member.value);
    }
  } else if (!value.is_object()) {
    must(!json::raw_members(text) && !json::raw_items(text), "what is no list has no pieces", text);
  }
}

/// Half a pair, a depth or an exponent that values cannot have: nothing else is refused by the parser alone.
bool only_grammar_allows(std::string_view text) {
  int depth = 0, deepest = 0;
  for (const char c : text) {
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if (c == ']' || c == '}') --depth;
  }
  return text.find("\\u") != std::string_view::npos || deepest > static_cast<int>(json::max_depth) ||
         text.find_first_of("eE") != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  const auto value = json::parse(text);
  const bool grammatical = json::is_grammatical(text);
  if (!value) {
    must(!grammatical || only_grammar_allows(text), "the parser refuses only what it must", text);
    return 0;
  }
  must(grammatical, "what the parser reads is grammatical", text);
  pieces_agree(*value, text);
  const auto written = json::text_of(*value);
  const auto again = json::parse(written);
  must(again.has_value(), "what was written is read", written);
  must(*again == *value, "what was written is read back equal", written);
  must(json::text_of(*again) == written, "and is written the same again", written);
  return 0;
}
