// Record ids that follow from what the record is about, so that two devices mean the same one (sync.md,
// Operations).
#pragma once

#include <optional>
#include <string>

#include "shared/records/record_codec.h"

namespace waymark {

std::string schedule_id(std::string_view specialist_id, Date effective_from);
std::string leave_id(std::string_view specialist_id, Date date, LeaveKind kind);
std::string week_id(std::string_view specialist_id, Date week_start);
std::string approval_id(std::string_view specialist_id, Date week_start);

/// The id a record must have by its natural key; none for records with random ids.
std::optional<std::string> natural_id(const Record& record);

}  // namespace waymark
