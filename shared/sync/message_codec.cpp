// The sync exchange. Enrolment, history and error answers are in answer_codec.cpp.
#include "shared/sync/message_codec.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "shared/records/json_scan.h"
#include "shared/sync/message_reading.h"
#include "shared/sync/op_codec.h"

namespace waymark {
namespace {

constexpr auto any_integer = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t max_text = 200;
constexpr std::size_t max_message_items = 100'000;  // lists a server makes; its page is bounded by rows

constexpr std::size_t op_depth = json::max_depth - 2;  // of an op, inside the request and its list

/// The ops of a request that cannot be read as a whole, taken out of it.
struct Apart {
  std::string envelope;  ///< the request with an empty list instead
  std::vector<std::string_view> ops;
};

/// None where the text is no JSON, no object, or without a list of ops. Of members written twice the last
/// counts.
std::optional<Apart> taken_apart(std::string_view text) {
  const auto members = json::raw_members(text);
  if (!members) return std::nullopt;
  Apart apart{"{", {}};
  bool has_ops = false;
  for (const auto& member : *members) {
    const bool is_ops = says(member.name, "ops");
    if (is_ops) {
      const auto items = json::raw_items(member.value);
      has_ops = items.has_value();
      apart.ops = items.value_or(std::vector<std::string_view>{});
    }
    if (apart.envelope.size() > 1) apart.envelope += ',';
    apart.envelope.append(member.name).append(":").append(is_ops && has_ops ? "[]" : member.value);
  }
  apart.envelope += '}';
  if (!has_ops) return std::nullopt;
  return apart;
}

void not_an_object(json::Reader& in, std::size_t place) {
  in.add_error(ErrorCode::wrong_type, "Make each op an object.", "ops[" + std::to_string(place) + "]");
}

std::vector<ReceivedOp> read_ops(json::Reader& in) {
  std::vector<ReceivedOp> ops;
  const auto* list = in.array("ops");
  if (list == nullptr) return ops;
  ops.reserve(list->size());
  for (const auto& item : *list) {
    const auto* object = item.if_object();
    if (object == nullptr) {
      not_an_object(in, ops.size());
      break;
    }
    ops.push_back(receive_op(*object));
  }
  return ops;
}

/// The same one by one, so that what one op holds blocks no other.
std::vector<ReceivedOp> read_ops_apart(json::Reader& in, const std::vector<std::string_view>& texts) {
  std::vector<ReceivedOp> ops;
  ops.reserve(texts.size());
  for (const auto text : texts) {
    if (text.front() != '{') {
      not_an_object(in, ops.size());
      break;
    }
    const auto value = json::parse(text, {}, op_depth);
    ops.push_back(value ? receive_op(value->get_object()) : receive_unreadable_op(text));
  }
  return ops;
}

OpResult read_result(json::Reader& in) {
  OpResult result;
  result.op = in.text("op", std::numeric_limits<std::size_t>::max());
  result.status = in.required_code("status", OpStatus::invalid);
  result.seq = in.integer("seq", 0, any_integer, 0);
  result.chain = in.text("chain", max_text);
  result.error = read_error(in, "error");
  return result;
}

void write_result(json::Writer& out, const OpResult& result) {
  out.begin_object();
  write_or_null(out, "op", result.op);
  out.key("status").text(to_wire(result.status));
  out.key("seq");
  if (is_refused(result.status))
    out.null();
  else
    out.integer(result.seq);
  write_or_null(out, "chain", is_refused(result.status) ? std::string_view() : result.chain);
  if (result.error) write_error(out, "error", *result.error);
  out.end_object();
}

SideOp read_side_op(json::Reader& in) {
  SideOp side;
  side.op = in.required_uuid("op");
  side.device_name = in.text("device_name", max_text);
  side.received_at = in.required_instant("received_at");
  in.require("body");
  side.body = read_body_text(in, "body");
  in.require("deleted");
  side.deleted = in.boolean("deleted", false);
  return side;
}

void write_side_ops(json::Writer& out, std::string_view name, const std::vector<SideOp>& sides) {
  out.key(name).begin_array();
  for (const auto& side : sides) {
    out.begin_object();
    out.key("op").text(side.op);
    write_or_null(out, "device_name", side.device_name);
    out.key("received_at").integer(to_ms(side.received_at));
    write_raw_or_null(out, "body", side.body);
    out.key("deleted").boolean(side.deleted);
    out.end_object();
  }
  out.end_array();
}

Row read_row(json::Reader& in) {
  Row row;
  row.seq = in.required_integer("seq", 1, any_integer);
  row.rid = in.required_uuid("rid");
  row.type = in.required_code("type", RecordType::entry);
  row.op = in.uuid("op");
  row.parents = in.uuids("parents", max_message_items);
  row.anc = in.uuids("anc", max_message_items);
  row.deleted = in.boolean("deleted", false);
  row.body = read_body_text(in, "body");
  if (row.op.empty() != row.body.empty())
    in.add_error(ErrorCode::bad_request, "Send a body with every head, and none without.", "body");
  row.conflicts = read_objects<SideOp>(in, "conflicts", read_side_op);
  row.held = read_objects<SideOp>(in, "held", read_side_op);
  return row;
}

/// A newer server may have records of a type that this version does not know. It could do nothing with them;
/// refusing the page would stop it for good.
bool is_of_unknown_type(const boost::json::object& row) {
  const auto* type = row.if_contains("type");
  const auto* name = type == nullptr ? nullptr : type->if_string();
  return name != nullptr && !from_wire<RecordType>(std::string_view(name->data(), name->size()));
}

void write_row(json::Writer& out, const Row& row) {
  out.begin_object();
  out.key("seq").integer(row.seq);
  out.key("rid").text(row.rid);
  out.key("type").text(to_wire(row.type));
  write_or_null(out, "op", row.op);
  write_ids(out, "parents", row.parents);
  write_ids(out, "anc", row.anc);
  out.key("deleted").boolean(row.deleted);
  write_raw_or_null(out, "body", row.body);
  write_side_ops(out, "conflicts", row.conflicts);
  write_side_ops(out, "held", row.held);
  out.end_object();
}

}  // namespace

Result<SyncRequest> parse_sync_request(std::string_view text) {
  auto value = parse_message(text);
  std::optional<Apart> apart;
  // One op may hold what no value can, such as half a surrogate pair. That is its own fault, not its
  // neighbours' (sync.md, invariant 5).
  if (!value && value.error().code == ErrorCode::bad_json && (apart = taken_apart(text)))
    value = parse_message(apart->envelope);
  if (!value) return tl::unexpected(value.error());
  json::Reader in(value->get_object());
  SyncRequest request;
  request.protocol =
      static_cast<int>(in.integer("protocol", 0, std::numeric_limits<int>::max(), /*missing:*/ 0));
  if (in.error()) return bad_request(in);
  // Another protocol may have other members: the number alone is enough to answer upgrade_required.
  if (request.protocol != protocol_version) return request;

  request.app = in.text("app", max_text);
  request.device_time = in.required_instant("device_time");
  if (in.has("scope")) request.scope = in.integer("scope", 0, any_integer, 0);
  // A mark that cannot be is like one from another chain: answering `diverged` mends it, a refusal would
  // leave the device with it for ever.
  request.cursor = read_any_mark(in, "cursor");
  request.high = read_any_mark(in, "high");
  request.waiting = in.integer("waiting", 0, any_integer, 0);
  request.needs_you = in.integer("needs_you", 0, any_integer, 0);
  request.oldest_waiting_at = in.instant("oldest_waiting_at");
  request.limit = static_cast<int>(in.integer("limit", 1, max_rows_per_page, max_rows_per_page));
  request.wiped = in.boolean("wiped", false);
  in.require("ops");
  const auto* ops = in.array("ops");
  if ((apart ? apart->ops.size() : ops != nullptr ? ops->size() : 0) > max_ops_per_request)
    return fail(ErrorCode::too_large, "Send at most 200 ops in one request.", "ops");
  request.ops = apart ? read_ops_apart(in, apart->ops) : read_ops(in);
  if (in.error()) return bad_request(in);
  return request;
}

std::string to_json(const SyncRequest& request, std::span<const std::string> frozen_ops) {
  json::Writer out;
  out.begin_object();
  out.key("protocol").integer(request.protocol);
  out.key("app").text(request.app);
  out.key("device_time").integer(to_ms(request.device_time));
  out.key("scope");
  if (request.scope)
    out.integer(*request.scope);
  else
    out.null();
  write_mark(out, "cursor", request.cursor);
  write_mark(out, "high", request.high);
  out.key("waiting").integer(request.waiting);
  out.key("needs_you").integer(request.needs_you);
  out.key("oldest_waiting_at");
  if (request.oldest_waiting_at)
    out.integer(to_ms(*request.oldest_waiting_at));
  else
    out.null();
  out.key("ops").begin_array();
  for (const auto& op : frozen_ops) out.raw(op);
  out.end_array();
  out.key("limit").integer(request.limit);
  out.optional_true("wiped", request.wiped);
  out.end_object();
  return out.take();
}

Result<SyncResponse> parse_sync_response(std::string_view text) {
  const auto value = parse_message(text, max_answer_depth);
  if (!value) return tl::unexpected(value.error());
  json::Reader in(value->get_object());
  SyncResponse response;
  response.protocol = static_cast<int>(in.required_integer("protocol", 0, std::numeric_limits<int>::max()));
  response.server_time = in.required_instant("server_time");
  response.wipe = in.code<WipeOrder>("wipe").value_or(WipeOrder::none);
  response.diverged = in.boolean("diverged", false);
  if (in.has("rescope")) response.rescope = in.integer("rescope", 0, any_integer, 0);
  if (!response.diverged && !response.rescope) {
    response.scope = in.required_integer("scope", 0, any_integer);
    in.require("results");
    response.results = read_objects<OpResult>(in, "results", read_result);
    in.require("rows");
    response.rows = read_objects<Row>(in, "rows", read_row, is_of_unknown_type);
    response.next = read_mark(in, "next");
    response.high = read_mark(in, "high");
    in.require("more");
    response.more = in.boolean("more", false);
    response.safe_seq = in.required_integer("safe_seq", 0, any_integer);
  }
  if (in.error()) return bad_request(in);
  return response;
}

std::string to_json(const SyncResponse& response) {
  json::Writer out;
  out.begin_object();
  out.key("protocol").integer(response.protocol);
  out.key("server_time").integer(to_ms(response.server_time));
  if (response.diverged) {
    out.key("diverged").boolean(true);
  } else if (response.rescope) {
    out.key("rescope").integer(*response.rescope);
  } else {
    out.key("scope").integer(response.scope);
    out.key("results").begin_array();
    for (const auto& result : response.results) write_result(out, result);
    out.end_array();
    out.key("rows").begin_array();
    for (const auto& row : response.rows) write_row(out, row);
    out.end_array();
    write_mark(out, "next", response.next);
    write_mark(out, "high", response.high);
    out.key("more").boolean(response.more);
    out.key("safe_seq").integer(response.safe_seq);
  }
  write_wipe(out, response.wipe);
  out.end_object();
  return out.take();
}

}  // namespace waymark
