// Enrolment, history and error answers.
#include <limits>

#include "shared/sync/message_codec.h"
#include "shared/sync/message_reading.h"

namespace waymark {
namespace {

constexpr auto any_integer = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t max_text = 200;
constexpr std::size_t token_length = 43;  // 256 bits in base64url without padding
constexpr std::size_t max_history_parents = 1000;

bool is_token(std::string_view text) {
  if (text.size() != token_length) return false;
  for (const char c : text) {
    const bool good =
        (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!good) return false;
  }
  return true;
}

HistoryOp read_history_op(json::Reader& in) {
  HistoryOp op;
  op.op = in.required_uuid("op");
  op.seq = in.integer("seq", 0, any_integer, 0);
  op.status = in.required_code("status", OpStatus::head);
  op.parents = in.uuids("parents", max_history_parents);
  op.deleted = in.boolean("deleted", false);
  in.require("body");
  op.body = read_body_text(in, "body");
  op.person_id = in.uuid("person_id");
  op.device_name = in.text("device_name", max_text);
  op.received_at = in.required_instant("received_at");
  return op;
}

void write_history_op(json::Writer& out, const HistoryOp& op) {
  out.begin_object();
  out.key("op").text(op.op);
  out.key("seq");
  if (is_refused(op.status))
    out.null();
  else
    out.integer(op.seq);
  out.key("status").text(to_wire(op.status));
  write_ids(out, "parents", op.parents);
  out.key("deleted").boolean(op.deleted);
  write_raw_or_null(out, "body", op.body);
  write_or_null(out, "person_id", op.person_id);
  write_or_null(out, "device_name", op.device_name);
  out.key("received_at").integer(to_ms(op.received_at));
  out.end_object();
}

}  // namespace

Result<EnrollRequest> parse_enroll_request(std::string_view text) {
  const auto value = parse_message(text);
  if (!value) return tl::unexpected(value.error());
  json::Reader in(value->get_object());
  EnrollRequest request;
  in.require("code");  // an empty one is merely wrong, like any other
  request.code = in.text("code", max_text);
  request.token = in.required_text("token", max_text);
  if (!is_token(request.token))
    in.add_error(ErrorCode::bad_request, "Send a token of 43 base64url characters.", "token");
  request.device_name = in.required_text("device_name", max_text);
  request.platform = in.text("platform", max_text);
  request.app = in.text("app", max_text);
  if (in.error()) return bad_request(in);
  return request;
}

std::string to_json(const EnrollRequest& request) {
  json::Writer out;
  out.begin_object();
  out.key("code").text(request.code);
  out.key("token").text(request.token);
  out.key("device_name").text(request.device_name);
  out.key("platform").text(request.platform);
  out.key("app").text(request.app);
  out.end_object();
  return out.take();
}

Result<EnrollResponse> parse_enroll_response(std::string_view text) {
  const auto value = parse_message(text, max_answer_depth);
  if (!value) return tl::unexpected(value.error());
  json::Reader in(value->get_object());
  EnrollResponse response;
  response.device_id = in.required_text("device_id", max_text);
  in.require("person");
  if (const auto* person = in.object("person")) {
    json::Reader part(*person, "person");
    response.person_id = part.required_uuid("id");
    response.person_name = part.required_text("name", max_text);
    response.role = part.required_code("role", Role::specialist);
    if (part.error()) in.add_error(*part.error());
  }
  in.require("agency");
  if (const auto* agency = in.object("agency")) {
    json::Reader part(*agency, "agency");
    response.agency_name = part.required_text("name", max_text);
    response.time_zone = part.required_text("time_zone", max_text);
    if (part.error()) in.add_error(*part.error());
  }
  response.server_time = in.required_instant("server_time");
  if (in.error()) return bad_request(in);
  return response;
}

std::string to_json(const EnrollResponse& response) {
  json::Writer out;
  out.begin_object();
  out.key("device_id").text(response.device_id);
  out.key("person").begin_object();
  out.key("id").text(response.person_id);
  out.key("name").text(response.person_name);
  out.key("role").text(to_wire(response.role));
  out.end_object();
  out.key("agency").begin_object();
  out.key("name").text(response.agency_name);
  out.key("time_zone").text(response.time_zone);
  out.end_object();
  out.key("server_time").integer(to_ms(response.server_time));
  out.end_object();
  return out.take();
}

Result<History> parse_history(std::string_view text) {
  const auto value = parse_message(text, max_answer_depth);
  if (!value) return tl::unexpected(value.error());
  json::Reader in(value->get_object());
  History history;
  history.rid = in.required_uuid("rid");
  history.type = in.required_code("type", RecordType::entry);
  in.require("ops");
  history.ops = read_objects<HistoryOp>(in, "ops", read_history_op);
  if (in.error()) return bad_request(in);
  return history;
}

std::string to_json(const History& history) {
  json::Writer out;
  out.begin_object();
  out.key("rid").text(history.rid);
  out.key("type").text(to_wire(history.type));
  out.key("ops").begin_array();
  for (const auto& op : history.ops) write_history_op(out, op);
  out.end_array();
  out.end_object();
  return out.take();
}

ErrorAnswer parse_error(std::string_view text) {
  // A proxy or a captive portal may answer with anything at all.
  ErrorAnswer answer{
      {ErrorCode::internal, "Try again later: the answer is not from a Waymark server.", ""}, {}, {}};
  const auto value = parse_message(text, max_answer_depth);
  if (!value) return answer;
  json::Reader in(value->get_object());
  auto error = read_error(in, "error");
  const bool has_minimum = in.has("min_protocol");
  const auto minimum = in.integer("min_protocol", 0, std::numeric_limits<int>::max(), 0);
  const auto wipe = in.code<WipeOrder>("wipe").value_or(WipeOrder::none);
  if (in.error() || !error) return answer;
  answer.error = std::move(*error);
  if (has_minimum) answer.min_protocol = static_cast<int>(minimum);
  answer.wipe = wipe;
  return answer;
}

std::string error_json(const Error& error, WipeOrder wipe) {
  json::Writer out;
  out.begin_object();
  write_error(out, "error", error);
  if (error.code == ErrorCode::upgrade_required) out.key("min_protocol").integer(protocol_version);
  write_wipe(out, wipe);
  out.end_object();
  return out.take();
}

}  // namespace waymark
