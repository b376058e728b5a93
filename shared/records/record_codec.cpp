#include "shared/records/record_codec.h"

#include <array>
#include <type_traits>

#include "shared/records/record_fields.h"
#include "shared/records/record_validation.h"

namespace waymark {
namespace {

constexpr std::size_t scratch_bytes = 4096;  // holds the tree of nearly every body

template <class R>
Result<R> read_body(std::string_view body_json, std::string_view rid) {
  std::array<unsigned char, scratch_bytes> scratch;
  boost::json::monotonic_resource memory(scratch.data(), scratch.size());
  const auto value = json::parse(body_json, &memory);
  if (!value) return tl::unexpected(value.error());
  const auto* object = value->if_object();
  if (object == nullptr) return fail(ErrorCode::wrong_type, "Make the body an object.", "body");
  R record;
  record.id = rid;
  json::Reader reader(*object);
  read_fields(reader, record);
  if (reader.error()) return tl::unexpected(*reader.error());
  return record;
}

template <class R>
Result<Record> parse_as(std::string_view body_json, const BodyContext& context) {
  auto record = read_body<R>(body_json, context.rid);
  if (!record) return tl::unexpected(std::move(record.error()));
  Record result(std::move(*record));
  if (auto error = broken_rule(result, context)) return tl::unexpected(std::move(*error));
  return result;
}

template <class R>
constexpr RecordType type_tag() {
  if constexpr (std::is_same_v<R, Entry>) return RecordType::entry;
  if constexpr (std::is_same_v<R, Employer>) return RecordType::employer;
  if constexpr (std::is_same_v<R, Participant>) return RecordType::participant;
  if constexpr (std::is_same_v<R, Job>) return RecordType::job;
  if constexpr (std::is_same_v<R, Schedule>) return RecordType::schedule;
  if constexpr (std::is_same_v<R, Leave>) return RecordType::leave;
  if constexpr (std::is_same_v<R, WeekRecord>) return RecordType::week;
  if constexpr (std::is_same_v<R, Approval>) return RecordType::approval;
  if constexpr (std::is_same_v<R, Policy>) return RecordType::policy;
  if constexpr (std::is_same_v<R, Person>) return RecordType::person;
  if constexpr (std::is_same_v<R, KnownPlace>) return RecordType::place;
}

}  // namespace

Result<Record> parse_record(RecordType type, std::string_view body_json, const BodyContext& context) {
  switch (type) {
    case RecordType::entry:
      return parse_as<Entry>(body_json, context);
    case RecordType::employer:
      return parse_as<Employer>(body_json, context);
    case RecordType::participant:
      return parse_as<Participant>(body_json, context);
    case RecordType::job:
      return parse_as<Job>(body_json, context);
    case RecordType::schedule:
      return parse_as<Schedule>(body_json, context);
    case RecordType::leave:
      return parse_as<Leave>(body_json, context);
    case RecordType::week:
      return parse_as<WeekRecord>(body_json, context);
    case RecordType::approval:
      return parse_as<Approval>(body_json, context);
    case RecordType::policy:
      return parse_as<Policy>(body_json, context);
    case RecordType::person:
      return parse_as<Person>(body_json, context);
    case RecordType::place:
      return parse_as<KnownPlace>(body_json, context);
  }
  return fail(ErrorCode::unknown_code, "Choose one of the listed values for 'type'.", "type");
}

template <class R>
Result<R> read_stored(std::string_view body_json, std::string_view rid) {
  auto record = read_body<R>(body_json, rid);
  if (!record)
    return fail(ErrorCode::corrupt, "Restore the database from a backup: a stored record cannot be read.",
                record.error().field);
  return record;
}

template <class R>
std::string to_json(const R& record) {
  json::Writer out;
  out.begin_object();
  write_fields(out, record);
  out.members_of(record.extra).end_object();
  return out.take();
}

RecordType type_of(const Record& record) {
  return std::visit([](const auto& one) { return type_tag<std::decay_t<decltype(one)>>(); }, record);
}

#define WAYMARK_RECORD(R)                                                \
  template Result<R> read_stored<R>(std::string_view, std::string_view); \
  template std::string to_json<R>(const R&);
WAYMARK_RECORD(Entry)
WAYMARK_RECORD(Employer)
WAYMARK_RECORD(Participant)
WAYMARK_RECORD(Job)
WAYMARK_RECORD(Schedule)
WAYMARK_RECORD(Leave)
WAYMARK_RECORD(WeekRecord)
WAYMARK_RECORD(Approval)
WAYMARK_RECORD(Policy)
WAYMARK_RECORD(Person)
WAYMARK_RECORD(KnownPlace)
#undef WAYMARK_RECORD

}  // namespace waymark
