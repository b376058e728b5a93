#include "shared/records/record_validation.h"

#include <algorithm>

#include "shared/records/limits.h"
#include "shared/records/natural_key.h"
#include "shared/sync/rule.h"
#include "shared/time/week.h"
#include "shared/time/zone.h"

namespace waymark {
namespace {

std::optional<Error> unknown_program(const std::string& program, const BodyContext& context) {
  if (context.policy == nullptr || program.empty()) return std::nullopt;
  const auto& programs = context.policy->programs;
  if (std::find(programs.begin(), programs.end(), program) != programs.end()) return std::nullopt;
  return Error{ErrorCode::unknown_code, "Choose one of the agency's programs.", "program"};
}

std::optional<Error> not_first_of_week(Date week_start, const BodyContext& context) {
  if (context.policy == nullptr || week_of(week_start, context.policy->week_starts_on) == week_start)
    return std::nullopt;
  return Error{ErrorCode::bad_date, "Give the first day of the week.", "week_start"};
}

std::optional<Error> broken(const Entry& entry, const BodyContext& context) {
  if (entry.starts_at < earliest_start)
    return Error{ErrorCode::start_too_early, "Choose a start in the year 2000 or later.", "starts_at"};
  if (entry.starts_at > context.now + max_ahead)
    return Error{ErrorCode::start_too_late, "Choose a start no later than a day from now.", "starts_at"};
  if (entry.ends_at && *entry.ends_at < entry.starts_at)
    return Error{ErrorCode::end_before_start, "Choose an end that is not before the start.", "ends_at"};
  if (entry.ends_at && *entry.ends_at - entry.starts_at > max_entry_length)
    return Error{ErrorCode::span_too_long, "Choose an end within 24 hours of the start.", "ends_at"};
  return unknown_program(entry.program, context);
}

std::optional<Error> broken(const Participant& participant, const BodyContext& context) {
  return unknown_program(participant.program, context);
}

std::optional<Error> broken(const Job& job, const BodyContext&) {
  if (job.ends_on && *job.ends_on < job.starts_on)
    return Error{ErrorCode::end_before_start, "Choose an end that is not before the start.", "ends_on"};
  return std::nullopt;
}

std::optional<Error> broken(const WeekRecord& week, const BodyContext& context) {
  return not_first_of_week(week.week_start, context);
}

std::optional<Error> broken(const Approval& approval, const BodyContext& context) {
  return not_first_of_week(approval.week_start, context);
}

std::optional<Error> broken(const Policy& policy, const BodyContext&) {
  if (policy.minimum_percent > policy.recommended_percent)
    return Error{ErrorCode::out_of_range, "Keep the recommended percentage at or above the minimum.",
                 "recommended_percent"};
  const auto& anchors = policy.fidelity_anchors;
  if (std::adjacent_find(anchors.begin(), anchors.end(), std::greater_equal<>()) != anchors.end())
    return Error{ErrorCode::out_of_range, "Give the anchors from the lowest to the highest.",
                 "fidelity_anchors"};
  if (auto zone = Zone::find(policy.time_zone); !zone) return zone.error();
  return std::nullopt;
}

template <class R>
std::optional<Error> broken(const R&, const BodyContext&) {
  return std::nullopt;  // members by themselves are all there is to check
}

}  // namespace

std::optional<Error> broken_rule(const Record& record, const BodyContext& context) {
  if (auto error = std::visit([&](const auto& one) { return broken(one, context); }, record)) return error;
  const auto wanted = natural_id(record);
  if (wanted && *wanted != context.rid && rule_holds(Rule::natural_ids))
    return Error{ErrorCode::bad_id, "Use the record id that follows from the record's natural key.", "rid"};
  return std::nullopt;
}

}  // namespace waymark
