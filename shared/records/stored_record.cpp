#include "shared/records/stored_record.h"

namespace waymark {

Result<Record> read_stored_record(RecordType type, std::string_view body_json, std::string_view rid) {
  switch (type) {
    case RecordType::entry:
      return read_stored<Entry>(body_json, rid);
    case RecordType::employer:
      return read_stored<Employer>(body_json, rid);
    case RecordType::participant:
      return read_stored<Participant>(body_json, rid);
    case RecordType::job:
      return read_stored<Job>(body_json, rid);
    case RecordType::schedule:
      return read_stored<Schedule>(body_json, rid);
    case RecordType::leave:
      return read_stored<Leave>(body_json, rid);
    case RecordType::week:
      return read_stored<WeekRecord>(body_json, rid);
    case RecordType::approval:
      return read_stored<Approval>(body_json, rid);
    case RecordType::policy:
      return read_stored<Policy>(body_json, rid);
    case RecordType::person:
      return read_stored<Person>(body_json, rid);
    case RecordType::place:
      return read_stored<KnownPlace>(body_json, rid);
  }
  return fail(ErrorCode::corrupt, "This record is of no known type.");
}

}  // namespace waymark
