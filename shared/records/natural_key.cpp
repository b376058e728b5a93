#include "shared/records/natural_key.h"

#include "shared/ids.h"

namespace waymark {
namespace {

std::string key(std::string_view type, std::string_view specialist_id, Date date) {
  std::string name(type);
  name += '|';
  name += specialist_id;
  name += '|';
  name += format_date(date);
  return name;
}

}  // namespace

std::string schedule_id(std::string_view specialist_id, Date effective_from) {
  return make_named_id(key("schedule", specialist_id, effective_from));
}

std::string leave_id(std::string_view specialist_id, Date date, LeaveKind kind) {
  return make_named_id(key("leave", specialist_id, date).append("|").append(to_wire(kind)));
}

std::string week_id(std::string_view specialist_id, Date week_start) {
  return make_named_id(key("week", specialist_id, week_start));
}

std::string approval_id(std::string_view specialist_id, Date week_start) {
  return make_named_id(key("approval", specialist_id, week_start));
}

std::optional<std::string> natural_id(const Record& record) {
  if (const auto* schedule = std::get_if<Schedule>(&record))
    return schedule_id(schedule->specialist_id, schedule->effective_from);
  if (const auto* leave = std::get_if<Leave>(&record))
    return leave_id(leave->specialist_id, leave->date, leave->kind);
  if (const auto* week = std::get_if<WeekRecord>(&record))
    return week_id(week->specialist_id, week->week_start);
  if (const auto* approval = std::get_if<Approval>(&record))
    return approval_id(approval->specialist_id, approval->week_start);
  return std::nullopt;
}

}  // namespace waymark
