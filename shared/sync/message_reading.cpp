#include "shared/sync/message_reading.h"

#include <array>
#include <limits>

namespace waymark {
namespace {

constexpr auto wipe_names = std::to_array<std::string_view>({"none", "drained", "now"});
static_assert(wipe_names.size() == static_cast<std::size_t>(WipeOrder::now) + 1);

constexpr std::size_t max_chain = 256;

}  // namespace

template <>
std::span<const std::string_view> wire_names<WipeOrder>() {
  return wipe_names;
}

Result<boost::json::value> parse_message(std::string_view text, std::size_t depth) {
  auto value = json::parse(text, {}, depth);
  if (value && !value->is_object()) return fail(ErrorCode::bad_request, "Send a JSON object.");
  return value;
}

tl::unexpected<Error> bad_request(const json::Reader& in) {
  auto error = *in.error();
  error.code = ErrorCode::bad_request;
  return tl::unexpected(std::move(error));
}

Mark read_any_mark(json::Reader& in, std::string_view name) {
  in.require(name);
  const auto* object = in.object(name);
  if (object == nullptr) return {};
  json::Reader part(*object, in.path(name));
  Mark mark;
  mark.seq = part.required_integer("seq", 0, std::numeric_limits<std::int64_t>::max());
  mark.chain = part.text("chain", max_chain);
  if (part.error()) in.add_error(*part.error());
  return mark;
}

Mark read_mark(json::Reader& in, std::string_view name) {
  auto mark = read_any_mark(in, name);
  if (mark.chain.empty() != (mark.seq == 0))
    in.add_error(ErrorCode::bad_request, "Send a chain with every seq but 0.", std::string(name) + ".chain");
  return mark;
}

void write_mark(json::Writer& out, std::string_view name, const Mark& mark) {
  out.key(name).begin_object();
  out.key("seq").integer(mark.seq);
  write_or_null(out, "chain", mark.chain);
  out.end_object();
}

bool says(std::string_view token, std::string_view name) {
  const auto value = json::parse(token);
  const auto* text = value ? value->if_string() : nullptr;
  return text != nullptr && std::string_view(text->data(), text->size()) == name;
}

std::string read_body_text(json::Reader& in, std::string_view name) {
  const auto* body = in.object(name);
  return body == nullptr ? std::string() : json::text_of(*body);
}

void write_ids(json::Writer& out, std::string_view name, const std::vector<std::string>& ids) {
  out.key(name).begin_array();
  for (const auto& id : ids) out.text(id);
  out.end_array();
}

void write_or_null(json::Writer& out, std::string_view name, std::string_view text) {
  out.key(name);
  if (text.empty())
    out.null();
  else
    out.text(text);
}

void write_raw_or_null(json::Writer& out, std::string_view name, std::string_view json) {
  out.key(name).raw(json.empty() ? "null" : json);
}

void write_wipe(json::Writer& out, WipeOrder wipe) {
  if (wipe != WipeOrder::none) out.key("wipe").text(to_wire(wipe));
}

void write_error(json::Writer& out, std::string_view name, const Error& error) {
  out.key(name).begin_object();
  out.key("code").text(to_wire(error.code));
  out.key("message").text(error.message);
  out.optional_text("field", error.field);
  out.end_object();
}

std::optional<Error> read_error(json::Reader& in, std::string_view name) {
  constexpr std::size_t any_length = 4096;
  const auto* object = in.object(name);
  if (object == nullptr) return std::nullopt;
  json::Reader part(*object, in.path(name));
  Error error;
  error.code = error_code_from_wire(part.required_text("code", any_length));
  error.message = part.text("message", any_length);
  error.field = part.text("field", any_length);
  if (part.error()) in.add_error(*part.error());
  return error;
}

}  // namespace waymark
