#include "shared/sync/op_codec.h"

#include <algorithm>
#include <array>

#include "shared/records/json_scan.h"
#include "shared/sync/message_codec.h"
#include "shared/sync/message_reading.h"

namespace waymark {
namespace {

constexpr auto op_status_names =
    std::to_array<std::string_view>({"head", "superseded", "held", "conflict", "invalid", "forbidden"});
static_assert(op_status_names.size() == static_cast<std::size_t>(OpStatus::forbidden) + 1);

Error op_too_large() {
  return {ErrorCode::too_large, "Shorten the record's texts: an edit holds at most 16 KiB.", ""};
}

/// An id as a result can say it again: no text on the wire holds a NUL.
std::string echoed(const boost::json::value& id) {
  const auto* text = id.if_string();
  if (text == nullptr || text->find('\0') != boost::json::string::npos) return {};
  return {text->data(), text->size()};
}

}  // namespace

template <>
std::span<const std::string_view> wire_names<OpStatus>() {
  return op_status_names;
}

bool Op::names(std::string_view other) const {
  return std::find(parents.begin(), parents.end(), other) != parents.end() ||
         std::find(anc.begin(), anc.end(), other) != anc.end();
}

Result<Op> read_op(const boost::json::object& object) {
  json::Reader in(object);
  Op op;
  op.op = in.required_uuid("op");
  op.rid = in.required_uuid("rid");
  op.type = in.required_code("type", RecordType::entry);
  in.require("parents");
  op.parents = in.uuids("parents", max_parents);
  in.require("anc");
  op.anc = in.uuids("anc", max_ancestors);
  in.require("deleted");
  op.deleted = in.boolean("deleted", false);
  in.require("body");
  if (const auto* body = in.object("body")) op.body = json::text_of(*body);
  if (in.error()) return tl::unexpected(*in.error());
  return op;
}

ReceivedOp receive_op(const boost::json::object& object) {
  ReceivedOp received{{}, Op{}, json::text_of(object)};
  if (const auto* id = object.if_contains("op")) received.op_id = echoed(*id);
  if (received.payload.size() > max_op_bytes)
    received.op = tl::unexpected(op_too_large());
  else
    received.op = read_op(object);
  return received;
}

ReceivedOp receive_unreadable_op(std::string_view text) {
  ReceivedOp received{{}, Op{}, std::string(text)};
  for (const auto& member : json::raw_members(text).value_or(std::vector<json::RawMember>{})) {
    if (!says(member.name, "op")) continue;
    const auto id = json::parse(member.value);
    received.op_id = id ? echoed(*id) : std::string();  // of members written twice the last counts
  }
  received.op = tl::unexpected(
      text.size() > max_op_bytes
          ? op_too_large()
          : Error{ErrorCode::bad_json,
                  "Send this edit anew, without broken characters and less deeply nested.", ""});
  return received;
}

Result<Op> parse_op(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return tl::unexpected(value.error());
  const auto* object = value->if_object();
  if (object == nullptr) return fail(ErrorCode::wrong_type, "Make each op an object.");
  auto received = receive_op(*object);
  return std::move(received.op);
}

std::string to_json(const Op& op) {
  json::Writer out;
  out.begin_object();
  out.key("op").text(op.op);
  out.key("rid").text(op.rid);
  out.key("type").text(to_wire(op.type));
  write_ids(out, "parents", op.parents);
  write_ids(out, "anc", op.anc);
  out.key("deleted").boolean(op.deleted);
  out.key("body").raw(op.body);
  out.end_object();
  return out.take();
}

}  // namespace waymark
