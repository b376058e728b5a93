// The body of a record of each type. The first byte chooses the type, the rest is the body's text.
//
// What is read is written and read back equal; members this version does not know survive; and what was
// accepted once is accepted again from the store, whatever the rules between members say.
#include <boost/json.hpp>

#include "shared/records/json_fields.h"
#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "tests/fuzz/fuzz_target.h"

using namespace waymark;
using waymark::fuzz::must;

namespace {

constexpr Instant now = instant_from_ms(1'772'470'800'000);  // 2026-03-02, noon in New York
constexpr std::string_view some_rid = "0190a5c4-0000-7000-8000-000000000001";

std::string written(const Record& record) {
  return std::visit([](const auto& one) { return to_json(one); }, record);
}

const std::string& extra_of(const Record& record) {
  return std::visit([](const auto& one) -> const std::string& { return one.extra; }, record);
}

bool equal(const Record& a, const Record& b) {
  return a == b;
}

/// Members the record kept unread are there again, by name and value, in what is written.
void unknown_members_survive(const std::string& extra, const std::string& body) {
  if (extra.empty()) return;
  const auto kept = json::parse(extra);
  const auto whole = json::parse(body);
  must(kept && kept->is_object() && whole && whole->is_object(), "unknown members are an object", extra);
  for (const auto& member : kept->get_object()) {
    const auto* found = whole->get_object().if_contains(member.key());
    must(found != nullptr && *found == member.value(), "an unknown member survives", body);
  }
}

void stored_again(const Record& record, const std::string& body, std::string_view rid) {
  std::visit(
      [&]<class R>(const R& one) {
        const auto stored = read_stored<R>(body, rid);
        must(stored && *stored == one, "what was accepted is read from the store", body);
      },
      record);
}

/// Records with a natural key are read under that key; the others under any id.
Result<Record> read(RecordType type, std::string_view body, std::string& rid) {
  rid = some_rid;
  auto record = parse_record(type, body, {rid, now, nullptr});
  if (record || record.error().field != "rid") return record;
  // Its own key is in the body, but only a record says it: ask each reader without rules.
  const auto key = [&]<class R>(const Result<R>& stored) -> std::optional<std::string> {
    return stored ? natural_id(Record(*stored)) : std::nullopt;
  };
  std::optional<std::string> own;
  if (type == RecordType::schedule) own = key(read_stored<Schedule>(body, rid));
  if (type == RecordType::leave) own = key(read_stored<Leave>(body, rid));
  if (type == RecordType::week) own = key(read_stored<WeekRecord>(body, rid));
  if (type == RecordType::approval) own = key(read_stored<Approval>(body, rid));
  must(own.has_value(), "a wrong id is only refused where there is a right one", body);
  rid = *own;
  return parse_record(type, body, {rid, now, nullptr});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto types = wire_names<RecordType>().size();
  const auto type = static_cast<RecordType>(static_cast<std::size_t>(data[0]) % types);
  const auto body = fuzz::as_text(data + 1, size - 1);
  std::string rid;
  const auto record = read(type, body, rid);
  if (!record) {
    must(record.error().code != ErrorCode::internal && !record.error().message.empty(),
         "a body is refused by a rule", body);
    return 0;
  }
  must(type_of(*record) == type, "a record is of the type it was read as", body);
  const auto text = written(*record);
  const auto again = parse_record(type, text, {rid, now, nullptr});
  must(again.has_value(), "a written body is accepted", text);
  must(equal(*again, *record), "a written body is read back equal", text);
  must(written(*again) == text, "and is written the same again", text);
  unknown_members_survive(extra_of(*record), text);
  stored_again(*record, text, rid);
  return 0;
}
