// A stored body as its record, where the type is known only as the program runs.
#pragma once

#include "shared/records/record_codec.h"

namespace waymark {

/// As read_stored: fails with `corrupt` if the text is not what parse_record accepted.
Result<Record> read_stored_record(RecordType type, std::string_view body_json, std::string_view rid);

}  // namespace waymark
