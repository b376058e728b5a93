#include "syncserver/store/rights.h"

#include "shared/sync/rule.h"

namespace waymark::server {

namespace {

/// `lead` leads the team that `specialist` is in on `date`. A lead's own team is always today's: whoever
/// leads a team now answers for its past weeks too.
bool leads(const Member& lead, const Member& specialist, Date date, Date today) {
  const auto team = lead.team_on(today);
  return lead.role == Role::lead && !team.empty() && specialist.team_on(date) == team;
}

}  // namespace

std::string_view field_of_right(RecordType type) {
  switch (type) {
    case RecordType::job:
      return "participant_id";
    case RecordType::employer:
    case RecordType::policy:
    case RecordType::person:
    case RecordType::place:
      return "type";
    default:
      return "specialist_id";
  }
}

bool may_write(const Member& writer, const Subject& subject, Date today) {
  const auto* specialist = subject.specialist;
  const bool own = specialist && specialist->n == writer.n;
  const auto day = subject.week_start.value_or(today);
  switch (subject.type) {
    case RecordType::entry:
    case RecordType::week:
      return own;
    case RecordType::leave:
    case RecordType::participant:
    case RecordType::job:
      return own || (specialist && leads(writer, *specialist, today, today));
    case RecordType::schedule:
      return specialist && (writer.role == Role::admin || (!own && leads(writer, *specialist, today, today)));
    case RecordType::approval:
      return specialist && !(own && rule_holds(Rule::own_week_not_approved)) &&
             leads(writer, *specialist, day, today);
    case RecordType::employer:
      return true;
    case RecordType::policy:
    case RecordType::person:
    case RecordType::place:
      return writer.role == Role::admin;
  }
  return false;
}

bool may_read(const Member& viewer, const Subject& subject, Date today) {
  const auto* specialist = subject.specialist;
  switch (subject.type) {
    case RecordType::employer:
    case RecordType::policy:
    case RecordType::place:
      return true;
    case RecordType::person:
    case RecordType::schedule:
      if (viewer.role == Role::admin) return true;
      break;
    default:
      break;
  }
  if (!specialist) return false;
  return specialist->n == viewer.n || leads(viewer, *specialist, subject.week_start.value_or(today), today);
}

bool may_see_week(const Member& viewer, const Member& specialist, Date week_start, Date today) {
  if (viewer.role == Role::admin) return false;
  return viewer.n == specialist.n || leads(viewer, specialist, week_start, today);
}

}  // namespace waymark::server
