// Bodies for the tests of validation: one good body a record type, and ways to bend it.
#pragma once

#include <string>
#include <string_view>

#include "shared/records/json_fields.h"
#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"

namespace waymark::testing {

inline const std::string specialist = "0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f";
inline const std::string some_id = "0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e20";
inline const std::string random_rid = "0190a5c4-0000-7000-8000-000000000001";

/// Monday 2 March 2026, 17:00 UTC.
inline constexpr Instant now = instant_from_ms(1'772'470'800'000);
inline constexpr std::int64_t hour_ms = 3'600'000;

inline std::string good_body(RecordType type) {
  switch (type) {
    case RecordType::entry:
      return R"({"specialist_id":")" + specialist +
             R"(","activity":"employer_visit","place":"employer_site","contact":"in_person",)"
             R"("starts_at":1772460000000,"ends_at":1772463600000,"utc_offset_min":-300,)"
             R"("recorded_at":1772460000000})";
    case RecordType::employer:
      return R"({"name":"Harbor Lane Bakery"})";
    case RecordType::participant:
      return R"({"code":"M.R.","program":"pros","status":"active","entered_on":"2026-01-12","specialist_id":")" +
             specialist + R"("})";
    case RecordType::job:
      return R"({"participant_id":")" + some_id + R"(","employer_id":")" + random_rid +
             R"(","title":"Baker's helper","hours_per_week":17.5,"starts_on":"2026-02-02","kind":"competitive"})";
    case RecordType::schedule:
      return R"({"specialist_id":")" + specialist +
             R"(","effective_from":"2026-03-02","minutes":[450,450,450,450,450,0,0]})";
    case RecordType::leave:
      return R"({"specialist_id":")" + specialist + R"(","date":"2026-03-03","minutes":450,"kind":"sick"})";
    case RecordType::week:
      return R"({"specialist_id":")" + specialist + R"(","week_start":"2026-03-02","state":"submitted"})";
    case RecordType::approval:
      return R"({"specialist_id":")" + specialist + R"(","week_start":"2026-03-02","state":"approved"})";
    case RecordType::policy:
      return R"({"effective_from":"2000-01-01","time_zone":"America/New_York"})";
    case RecordType::person:
      return R"({"name":"Dana Whitfield","role":"lead","team":"North"})";
    case RecordType::place:
      return R"({"name":"Main Library","kind":"library","lat":43.1,"lon":-75.23,"radius_m":80})";
  }
  return {};
}

/// The id `good_body` must be written under.
inline std::string good_rid(RecordType type) {
  const Date monday{std::chrono::year{2026} / 3 / 2};
  switch (type) {
    case RecordType::schedule:
      return schedule_id(specialist, monday);
    case RecordType::leave:
      return leave_id(specialist, add_days(monday, 1), LeaveKind::sick);
    case RecordType::week:
      return week_id(specialist, monday);
    case RecordType::approval:
      return approval_id(specialist, monday);
    default:
      return random_rid;
  }
}

/// The body with one member (a dotted path reaches into objects) set to a value given as JSON text.
inline std::string with(std::string_view body, std::string_view path, std::string_view json_value) {
  auto root = json::parse(body).value();
  auto* object = &root.get_object();
  for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    auto& part = (*object)[path.substr(0, dot)];
    if (!part.is_object()) part.emplace_object();
    object = &part.get_object();
    path.remove_prefix(dot + 1);
  }
  (*object)[path] = json::parse(json_value).value();
  return json::text_of(root);
}

inline std::string without(std::string_view body, std::string_view name) {
  auto root = json::parse(body).value();
  root.get_object().erase(name);
  return json::text_of(root);
}

inline Result<Record> parse_good_id(RecordType type, std::string_view body, const Policy* policy = nullptr) {
  const auto rid = good_rid(type);
  return parse_record(type, body, {rid, now, policy});
}

/// "code field" of the refusal, or "accepted".
inline std::string verdict(RecordType type, std::string_view body, const Policy* policy = nullptr) {
  const auto record = parse_good_id(type, body, policy);
  if (record) return "accepted";
  return std::string(to_wire(record.error().code)) + " " + record.error().field;
}

inline constexpr RecordType every_type[] = {RecordType::entry,  RecordType::employer, RecordType::participant,
                                            RecordType::job,    RecordType::schedule, RecordType::leave,
                                            RecordType::week,   RecordType::approval, RecordType::policy,
                                            RecordType::person, RecordType::place};

}  // namespace waymark::testing
