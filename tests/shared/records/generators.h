// Arbitrary valid records for properties: every optional member there or not, texts of any script, numbers
// with all their digits.
#pragma once

#include <rapidcheck.h>

#include <chrono>
#include <string>

#include "shared/ids.h"
#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"

namespace waymark::testing {

inline constexpr Instant generator_now = instant_from_ms(1'772'470'800'000);

inline void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3f));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

/// A number in [low, high], both as they are.
template <class T>
T pick(T low, T high) {
  return *rc::gen::inRange<T>(low, static_cast<T>(high + 1));
}

inline bool maybe() {
  return *rc::gen::arbitrary<bool>();
}

/// Up to 40 code points of one, two, three and four bytes; no NUL, no surrogates.
inline std::string text(int min_length = 0) {
  std::string result;
  for (int left = pick(min_length, 40); left > 0; --left) {
    switch (pick(0, 4)) {
      case 0:
        append_utf8(result, pick<std::uint32_t>(0x01, 0x1f));
        break;
      case 1:
        append_utf8(result, pick<std::uint32_t>(0x20, 0x7f));
        break;
      case 2:
        append_utf8(result, pick<std::uint32_t>(0x80, 0x7ff));
        break;
      case 3:
        append_utf8(result, pick<std::uint32_t>(0x800, 0xd7ff));
        break;
      default:
        append_utf8(result, pick<std::uint32_t>(0x10000, 0x10ffff));
    }
  }
  return result;
}

inline std::string maybe_text() {
  return maybe() ? text(1) : std::string();
}

inline std::string uuid() {
  struct Source final : RandomSource {
    void fill(std::span<std::uint8_t> bytes) override {
      for (auto& byte : bytes) byte = *rc::gen::arbitrary<std::uint8_t>();
    }
  } source;
  return make_op_id(source);
}

inline std::string maybe_uuid() {
  return maybe() ? uuid() : std::string();
}

/// A double anywhere between the two, with all its bits in use.
inline double real(double low, double high) {
  const auto step = pick<std::uint64_t>(0, (1ULL << 53) - 1);
  return low + (high - low) * (static_cast<double>(step) / static_cast<double>(1ULL << 53));
}

inline Date date() {
  return add_days(Date{std::chrono::year{2000} / 1 / 1}, pick(0, 20'000));
}

template <class E>
E code() {
  return static_cast<E>(pick<int>(0, static_cast<int>(wire_names<E>().size()) - 1));
}

template <class E>
std::optional<E> maybe_code() {
  return maybe() ? std::optional<E>(code<E>()) : std::nullopt;
}

/// Members no version of this program knows, as a reader would keep them.
inline std::string extra() {
  switch (pick(0, 3)) {
    case 0:
      return R"({"x_mood":"fine"})";
    case 1:
      return R"({"x_list":[1,2.5,null,{"deep":[true,""]}],"x_null":null,"x_big":18446744073709551615})";
    default:
      return {};
  }
}

inline Instant past_instant() {
  return generator_now - Millis{pick<std::int64_t>(0, 800'000'000'000)};
}

inline LocationTag tag() {
  LocationTag result;
  result.absent = maybe_code<TagAbsence>();
  if (!result.absent) {
    result.at = past_instant();
    result.lat = real(-90, 90);
    result.lon = real(-180, 180);
    if (maybe()) result.accuracy_m = real(0, 500);
    result.source = code<TagSource>();
  }
  result.extra = extra();
  return result;
}

inline Entry entry() {
  Entry result;
  result.id = uuid();
  result.specialist_id = uuid();
  result.activity = code<Activity>();
  result.place = maybe_code<Place>();
  result.from_place = maybe_code<Place>();
  result.to_place = maybe_code<Place>();
  result.place_id = maybe_uuid();
  result.from_place_id = maybe_uuid();
  result.to_place_id = maybe_uuid();
  result.contact = maybe_code<Contact>();
  result.starts_at = past_instant();
  if (maybe()) result.ends_at = result.starts_at + Millis{pick<std::int64_t>(0, 86'400'000)};
  result.utc_offset_min = pick(-1080, 1080);
  result.participant_id = maybe_uuid();
  result.employer_id = maybe_uuid();
  result.participant_present = maybe();
  result.hiring_authority = maybe();
  result.no_show = maybe();
  result.program = maybe_text();
  if (maybe()) result.miles = real(0, 2000);
  result.note = maybe_text();
  result.late_reason = maybe_text();
  if (maybe()) result.start_tag = tag();
  if (maybe()) result.end_tag = tag();
  if (maybe()) result.clock_skew_ms = pick<std::int64_t>(-10'000'000, 10'000'000);
  result.recorded_at = past_instant();
  result.extra = extra();
  return result;
}

inline Employer employer() {
  Employer result;
  result.id = uuid();
  result.name = text(1);
  result.address = maybe_text();
  result.industry = maybe_text();
  result.contact_name = maybe_text();
  result.contact_title = maybe_text();
  result.phone = maybe_text();
  if (maybe()) result.lat = real(-90, 90);
  if (maybe()) result.lon = real(-180, 180);
  result.next_step = maybe_text();
  if (maybe()) result.next_step_on = date();
  result.note = maybe_text();
  result.extra = extra();
  return result;
}

inline Participant participant() {
  Participant result;
  result.id = uuid();
  result.code = text(1);
  result.program = maybe_text();
  result.status = maybe_text();
  result.specialist_id = uuid();
  result.entered_on = date();
  result.part2 = maybe();
  result.extra = extra();
  return result;
}

inline Job job() {
  Job result;
  result.id = uuid();
  result.participant_id = uuid();
  result.employer_id = uuid();
  result.title = text(1);
  result.hours_per_week = maybe() ? pick(0, 168) : real(0, 168);
  result.starts_on = date();
  if (maybe()) result.ends_on = add_days(result.starts_on, pick(0, 2000));
  result.kind = code<JobKind>();
  result.extra = extra();
  return result;
}

inline Schedule schedule() {
  Schedule result;
  result.specialist_id = uuid();
  result.effective_from = date();
  for (auto& minutes : result.minutes) minutes = pick(0, 1440);
  result.extra = extra();
  result.id = natural_id(result).value();
  return result;
}

inline Leave leave() {
  Leave result;
  result.specialist_id = uuid();
  result.date = date();
  result.minutes = pick(0, 1440);
  result.kind = code<LeaveKind>();
  result.extra = extra();
  result.id = natural_id(result).value();
  return result;
}

inline WeekRecord week() {
  WeekRecord result;
  result.specialist_id = uuid();
  result.week_start = date();
  result.state = code<WeekRecordState>();
  result.extra = extra();
  result.id = natural_id(result).value();
  return result;
}

inline Approval approval() {
  Approval result;
  result.specialist_id = uuid();
  result.week_start = date();
  result.state = code<ApprovalState>();
  result.note = maybe_text();
  result.extra = extra();
  result.id = natural_id(result).value();
  return result;
}

inline Policy policy() {
  Policy result;
  result.id = uuid();
  result.effective_from = date();
  result.time_zone =
      *rc::gen::element<std::string>("America/New_York", "America/Phoenix", "Europe/Berlin", "UTC");
  result.week_starts_on = code<WeekStart>();
  result.minimum_percent = pick(1, 100);
  result.recommended_percent = pick(result.minimum_percent, 100);
  result.commute_is_work = maybe();
  result.return_travel_counts = maybe();
  result.staff_training_counts = maybe();
  result.remote_contact_counts = maybe();
  result.satellite_service_counts = maybe();
  result.no_show_cap_minutes = pick(0, 1440);
  result.programs.clear();
  for (int i = pick(0, 4); i > 0; --i) result.programs.push_back(text());
  for (int i = pick(0, 4); i > 0; --i) result.holidays.push_back(date());
  result.employer_contacts_per_week = pick(0, 1000);
  result.caseload_max = pick(0, 1000);
  const int lowest = pick(1, 40);
  result.fidelity_anchors = {lowest, lowest + 1, lowest + 20, lowest + 60};
  result.running_cap_hours = pick(1, 24);
  result.tag_participant_homes = maybe();
  result.retention_years = pick(1, 100);
  result.extra = extra();
  return result;
}

inline Person person() {
  Person result;
  result.id = uuid();
  result.name = text(1);
  result.role = code<Role>();
  result.team = maybe_text();
  result.extra = extra();
  return result;
}

inline KnownPlace known_place() {
  KnownPlace result;
  result.id = uuid();
  result.name = text(1);
  do result.kind = code<Place>();
  while (is_private_place(result.kind));
  result.lat = real(-90, 90);
  result.lon = real(-180, 180);
  result.radius_m = real(10, 5000);
  result.extra = extra();
  return result;
}

inline Record record() {
  switch (code<RecordType>()) {
    case RecordType::entry:
      return entry();
    case RecordType::employer:
      return employer();
    case RecordType::participant:
      return participant();
    case RecordType::job:
      return job();
    case RecordType::schedule:
      return schedule();
    case RecordType::leave:
      return leave();
    case RecordType::week:
      return week();
    case RecordType::approval:
      return approval();
    case RecordType::policy:
      return policy();
    case RecordType::person:
      return person();
    case RecordType::place:
      break;
  }
  return known_place();
}

inline const std::string& id_of(const Record& record) {
  return std::visit([](const auto& one) -> const std::string& { return one.id; }, record);
}

inline std::string body_of(const Record& record) {
  return std::visit([](const auto& one) { return to_json(one); }, record);
}

}  // namespace waymark::testing
