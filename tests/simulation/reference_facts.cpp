// What the model reads of a body: plain JSON, none of the programs' record types.
#include <boost/json.hpp>

#include "shared/ids.h"
#include "tests/simulation/reference_model.h"

namespace waymark::simulation {
namespace {

constexpr std::size_t longest_note = 2000;
constexpr auto most_ahead = std::chrono::hours{24};
constexpr auto longest_entry = std::chrono::hours{24};

std::string text(const boost::json::object& object, const char* name) {
  const auto* value = object.if_contains(name);
  const auto* string = value == nullptr ? nullptr : value->if_string();
  return string == nullptr ? std::string() : std::string(string->data(), string->size());
}

std::optional<Instant> instant(const boost::json::object& object, const char* name) {
  const auto* value = object.if_contains(name);
  const auto* number = value == nullptr ? nullptr : value->if_int64();
  return number == nullptr ? std::nullopt : std::optional(instant_from_ms(*number));
}

std::optional<Date> date(const boost::json::object& object, const char* name) {
  const auto parsed = parse_date(text(object, name), name);
  return parsed ? std::optional(*parsed) : std::nullopt;
}

Error fault(ErrorCode code, std::string field) {
  return {code, "", std::move(field)};
}

void read_entry(const boost::json::object& body, Instant now, Facts& facts) {
  facts.specialist = text(body, "specialist_id");
  facts.starts_at = instant(body, "starts_at");
  facts.ends_at = instant(body, "ends_at");
  if (text(body, "note").size() > longest_note)
    facts.fault = fault(ErrorCode::too_long, "note");
  else if (!facts.starts_at)
    facts.fault = fault(ErrorCode::missing, "starts_at");
  else if (*facts.starts_at > now + most_ahead)
    facts.fault = fault(ErrorCode::start_too_late, "starts_at");
  else if (facts.ends_at && *facts.ends_at < *facts.starts_at)
    facts.fault = fault(ErrorCode::end_before_start, "ends_at");
  else if (facts.ends_at && *facts.ends_at - *facts.starts_at > longest_entry)
    facts.fault = fault(ErrorCode::span_too_long, "ends_at");
}

/// Records whose id follows from what they are about (sync.md, Operations).
void read_dated(const Op& op, const boost::json::object& body, const char* day, Facts& facts) {
  facts.specialist = text(body, "specialist_id");
  facts.day = date(body, day);
  if (!facts.day) {
    facts.fault = fault(ErrorCode::bad_date, day);
    return;
  }
  const bool is_week = op.type == RecordType::week || op.type == RecordType::approval;
  auto name = std::string(to_wire(op.type)) + '|' + facts.specialist + '|' + format_date(*facts.day);
  if (op.type == RecordType::leave) name += '|' + text(body, "kind");
  if (is_week && weekday_index(*facts.day) != 0)
    facts.fault = fault(ErrorCode::bad_date, "week_start");
  else if (make_named_id(name) != op.rid)
    facts.fault = fault(ErrorCode::bad_id, "rid");
}

}  // namespace

Facts facts_of(const Op& op, Instant now) {
  Facts facts;
  const auto value = boost::json::parse(op.body);
  const auto& body = value.get_object();
  facts.state = text(body, "state");
  switch (op.type) {
    case RecordType::entry:
      read_entry(body, now, facts);
      break;
    case RecordType::leave:
      read_dated(op, body, "date", facts);
      break;
    case RecordType::week:
    case RecordType::approval:
      read_dated(op, body, "week_start", facts);
      break;
    case RecordType::schedule:
      read_dated(op, body, "effective_from", facts);
      break;
    case RecordType::participant:
      facts.specialist = text(body, "specialist_id");
      break;
    case RecordType::job:
      facts.participant = text(body, "participant_id");
      break;
    case RecordType::policy:
      facts.day = date(body, "effective_from");
      if (const auto* cap = body.if_contains("running_cap_hours"); cap != nullptr && cap->is_int64())
        facts.running_cap_hours = static_cast<int>(cap->get_int64());
      break;
    case RecordType::person:
      facts.specialist = op.rid;
      facts.name = text(body, "name");
      facts.team = text(body, "team");
      facts.role = from_wire<Role>(text(body, "role")).value_or(Role::specialist);
      break;
    case RecordType::employer:
      if (text(body, "name").empty()) facts.fault = fault(ErrorCode::missing, "name");
      break;
    case RecordType::place:
      break;
  }
  return facts;
}

bool same_body(const std::string& one, const std::string& other) {
  return one == other || boost::json::parse(one) == boost::json::parse(other);
}

}  // namespace waymark::simulation
