#include <algorithm>

#include "shared/records/limits.h"
#include "shared/records/record_fields.h"

namespace waymark {

void read_fields(json::Reader& in, Schedule& schedule) {
  schedule.specialist_id = in.required_uuid("specialist_id");
  schedule.effective_from = in.required_date("effective_from");
  in.require("minutes");
  const auto minutes = in.integers("minutes", schedule.minutes.size(), 0, minutes_a_day);
  if (minutes.size() == schedule.minutes.size())
    std::copy(minutes.begin(), minutes.end(), schedule.minutes.begin());
  else
    in.add_error(ErrorCode::out_of_range, "Give 'minutes' for seven days, from Monday.", "minutes");
  schedule.extra = in.extra({"specialist_id", "effective_from", "minutes"});
}

void write_fields(json::Writer& out, const Schedule& schedule) {
  out.key("specialist_id").text(schedule.specialist_id);
  out.key("effective_from").text(format_date(schedule.effective_from));
  out.key("minutes").begin_array();
  for (const int minutes : schedule.minutes) out.integer(minutes);
  out.end_array();
}

void read_fields(json::Reader& in, Leave& leave) {
  leave.specialist_id = in.required_uuid("specialist_id");
  leave.date = in.required_date("date");
  leave.minutes = static_cast<int>(in.required_integer("minutes", 0, minutes_a_day));
  leave.kind = in.required_code("kind", LeaveKind::vacation);
  leave.extra = in.extra({"specialist_id", "date", "minutes", "kind"});
}

void write_fields(json::Writer& out, const Leave& leave) {
  out.key("specialist_id").text(leave.specialist_id);
  out.key("date").text(format_date(leave.date));
  out.key("minutes").integer(leave.minutes);
  out.key("kind").text(to_wire(leave.kind));
}

void read_fields(json::Reader& in, WeekRecord& week) {
  week.specialist_id = in.required_uuid("specialist_id");
  week.week_start = in.required_date("week_start");
  week.state = in.required_code("state", WeekRecordState::open);
  week.extra = in.extra({"specialist_id", "week_start", "state"});
}

void write_fields(json::Writer& out, const WeekRecord& week) {
  out.key("specialist_id").text(week.specialist_id);
  out.key("week_start").text(format_date(week.week_start));
  out.key("state").text(to_wire(week.state));
}

void read_fields(json::Reader& in, Approval& approval) {
  approval.specialist_id = in.required_uuid("specialist_id");
  approval.week_start = in.required_date("week_start");
  approval.state = in.required_code("state", ApprovalState::approved);
  approval.note = in.text("note", max_note);
  approval.extra = in.extra({"specialist_id", "week_start", "state", "note"});
}

void write_fields(json::Writer& out, const Approval& approval) {
  out.key("specialist_id").text(approval.specialist_id);
  out.key("week_start").text(format_date(approval.week_start));
  out.key("state").text(to_wire(approval.state));
  out.optional_text("note", approval.note);
}

}  // namespace waymark
