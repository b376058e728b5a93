#include "syncserver/store/team_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/records/natural_key.h"
#include "shared/tally/follow_along.h"
#include "shared/time/week.h"
#include "syncserver/store/lead_edit.h"
#include "syncserver/store/people.h"
#include "syncserver/store/reader_pool.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/rights.h"
#include "syncserver/store/stored_op.h"
#include "syncserver/store/team_aside.h"
#include "syncserver/store/team_reading.h"
#include "syncserver/store/writer.h"

namespace waymark::server {

namespace {

// Tallies made again at once: few enough that no phone's commit waits for long.
constexpr std::size_t settled_at_once = 25;

constexpr int leave_shown_days = 28;

struct HeadRecord {
  std::string rid, op, body;
  bool in_conflict = false;
};

/// Live records of one type that name this person, with what wrote them. Their type is part of the text, or
/// SQLite does not see that the caseloads' index has them; those of a date are found by it.
std::vector<HeadRecord> records_of(Connection& connection, std::int64_t person, RecordType type) {
  struct Found {
    std::string rid;
    std::int64_t head = 0;
    bool in_conflict = false;
  };
  std::vector<Found> found;
  {
    const auto dated = type == RecordType::participant ? "" : " AND r.day IS NOT NULL";
    auto query = connection.query(fmt::format(
        "SELECT r.rid, r.head, EXISTS (SELECT 1 FROM conflicts c WHERE c.record = r.n) FROM records r"
        " WHERE r.owner = ? AND r.type = {}{} AND r.live = 1 ORDER BY r.n",
        static_cast<int>(type), dated));
    query.bind(person);
    while (query.next()) found.push_back({query.uuid(0), query.integer(1), query.integer(2) != 0});
  }
  std::vector<HeadRecord> records;
  for (const auto& [rid, head, in_conflict] : found) {
    auto stored = load_op(connection, head);
    records.push_back({rid, std::move(stored.op.op), std::move(stored.op.body), in_conflict});
  }
  return records;
}

bool is_in_team(const Member& member, std::string_view team, Date today) {
  return member.role != Role::admin && !member.disabled && member.team_on(today) == team;
}

std::vector<ParticipantLine> participants_of(Connection& connection, const Member& member) {
  std::vector<ParticipantLine> lines;
  for (auto& record : records_of(connection, member.n, RecordType::participant))
    lines.push_back({stored_record<Participant>(record.body, record.rid), std::move(record.op), member.name,
                     record.in_conflict});
  return lines;
}

struct Written {
  OpStatus status = OpStatus::head;
};

}  // namespace

AgencyRules TeamDesk::rules(Connection& connection) const {
  return AgencyRules::load(connection, room_.agency, room_.zone);
}

Date TeamDesk::week_containing(Date date) const {
  return week_of(date, room_.agency.week_starts_on);
}

void TeamDesk::settle(const StaleWeeks& stale) {
  for (std::size_t at = 0; at < stale.size(); at += settled_at_once) {
    const auto end = std::min(stale.size(), at + settled_at_once);
    const auto settled = room_.writer.run<Written>(
        [&](WriteContext& context) -> Result<Written> {
          for (auto i = at; i < end; ++i) context.tallies.touch(stale[i].first, stale[i].second);
          return Written{};
        },
        end - at);
    // Too much to do just now: the page computes what it finds old by itself.
    if (!settled) return;
  }
}

Result<TeamPage> TeamDesk::week(const Viewer& viewer, Date start) {
  StaleWeeks stale;
  const auto read = [&] {
    stale.clear();
    return room_.readers.run([&](Connection& connection) {
      return read_team_page(connection, rules(connection), viewer, start, room_.clock.now(),
                            room_.health.unwritten(), memo_, stale);
    });
  };
  auto page = read();
  if (!page || stale.empty()) return page;
  settle(stale);
  return read();
}

Result<SpecialistWeek> TeamDesk::person_week(const Viewer& viewer, std::string_view person_id, Date start) {
  return room_.readers.run([&](Connection& connection) {
    return read_specialist_week(connection, rules(connection), viewer, person_id, start, room_.clock.now(),
                                room_.health.unwritten(), memo_);
  });
}

Result<void> TeamDesk::decide(const WeekDecision& decision, ApprovalState state, const Actor& actor) {
  const auto written = room_.writer.run<Written>([&](WriteContext& context) -> Result<Written> {
    const auto* person = context.directory.find(decision.person_id);
    const auto* lead = context.directory.find(actor.person_id);
    if (!person) return fail(ErrorCode::not_found, "There is no such person.");
    if (!lead || !may_write(*lead, {RecordType::approval, person, decision.week}, context.today()))
      return fail(ErrorCode::forbidden, "This week is not yours to decide on: ask its team's lead.");
    const bool is_touched = context.tallies.is_touched(person->n, decision.week);
    if (mark_of_week(context.connection, *context.rules, *person, decision.week, context.now, memo_,
                     is_touched) != decision.mark)
      return fail(ErrorCode::bad_request,
                  "This week was decided or changed meanwhile: look at it again, then decide.", "mark");
    // What is logged from then on would be held.
    if (state == ApprovalState::approved && context.now < week_frame(decision.week, context.zone).span().end)
      return fail(ErrorCode::out_of_range, "This week is not over: approve it when it is.", "week_start");
    Approval approval;
    approval.specialist_id = decision.person_id;
    approval.week_start = decision.week;
    approval.state = state;
    if (state == ApprovalState::returned) approval.note = decision.note;
    const auto edit =
        write_as_person(context, RecordType::approval, approval_id(decision.person_id, decision.week),
                        to_json(approval), false, {}, actor, to_wire(state));
    if (!edit) return tl::unexpected(edit.error());
    return Written{edit->result.status};
  });
  if (!written) return tl::unexpected(written.error());
  return {};
}

Result<void> TeamDesk::approve(const WeekDecision& decision, const Actor& actor) {
  return decide(decision, ApprovalState::approved, actor);
}

Result<void> TeamDesk::return_week(const WeekDecision& decision, const Actor& actor) {
  if (decision.note.empty())
    return fail(ErrorCode::missing, "Say in a note what is to be mended before the week goes back.", "note");
  return decide(decision, ApprovalState::returned, actor);
}

Result<TeamAside> TeamDesk::aside(const Viewer& viewer, const ChoosePart& choose) {
  return room_.readers.run([&](Connection& connection) {
    return list_team_aside(connection, rules(connection), viewer, room_.clock.now(), choose);
  });
}

Result<AsideRecord> TeamDesk::aside_record(const Viewer& viewer, std::string_view rid) {
  return room_.readers.run([&](Connection& connection) {
    return read_aside_record(connection, rules(connection), viewer, rid, room_.clock.now());
  });
}

Result<std::vector<ParticipantLine>> TeamDesk::participants(const Viewer& viewer) {
  return room_.readers.run([&](Connection& connection) -> Result<std::vector<ParticipantLine>> {
    const auto directory = Directory::load(connection);
    const auto team = team_of_lead(directory, viewer, today());
    if (!team) return tl::unexpected(team.error());
    std::vector<ParticipantLine> lines;
    for (const auto& member : directory.members()) {
      // Also of somebody who is disabled: their caseload waits for another.
      if (member.role == Role::admin || member.team_on(today()) != *team) continue;
      auto more = participants_of(connection, member);
      lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ParticipantLine& a, const ParticipantLine& b) {
      const bool a_open = is_open_case(a.participant);
      const bool b_open = is_open_case(b.participant);
      return a_open != b_open ? a_open : a.participant.code < b.participant.code;
    });
    return lines;
  });
}

Result<ParticipantLine> TeamDesk::participant(const Viewer& viewer, std::string_view rid) {
  auto all = participants(viewer);
  if (!all) return tl::unexpected(all.error());
  for (auto& line : *all)
    if (line.participant.id == rid) return std::move(line);
  return fail(ErrorCode::not_found, "There is no such participant in your team.");
}

std::vector<std::string> TeamDesk::programs() {
  return room_.readers.run(
      [&](Connection& connection) { return rules(connection).policy_today(room_.clock.now()).programs; });
}

Result<std::vector<PersonInfo>> TeamDesk::team_people(const Viewer& viewer) {
  return room_.readers.run([&](Connection& connection) -> Result<std::vector<PersonInfo>> {
    const auto directory = Directory::load(connection);
    const auto team = team_of_lead(directory, viewer, today());
    if (!team) return tl::unexpected(team.error());
    std::vector<PersonInfo> people;
    for (const auto& member : directory.members())
      if (is_in_team(member, *team, today()))
        people.push_back({member.person_id, member.name, member.role, *team, {}, member.disabled});
    std::stable_sort(people.begin(), people.end(),
                     [](const PersonInfo& a, const PersonInfo& b) { return a.name < b.name; });
    return people;
  });
}

Result<void> TeamDesk::save_participant(const Participant& participant, std::string_view head,
                                        const Actor& actor) {
  const auto written = room_.writer.run<Written>([&](WriteContext& context) -> Result<Written> {
    const auto edit = write_as_person(context, RecordType::participant, participant.id, to_json(participant),
                                      false, std::string(head), actor);
    if (!edit) return tl::unexpected(edit.error());
    return Written{edit->result.status};
  });
  if (!written) return tl::unexpected(written.error());
  return {};
}

Result<WorkingTime> TeamDesk::working_time(const Viewer& viewer, std::string_view person_id) {
  return room_.readers.run([&](Connection& connection) -> Result<WorkingTime> {
    const auto directory = Directory::load(connection);
    const auto team = team_of_lead(directory, viewer, today());
    if (!team) return tl::unexpected(team.error());
    const auto* member = directory.find(person_id);
    if (!member) return fail(ErrorCode::not_found, "There is no such person.");
    if (member->role == Role::admin || member->team_on(today()) != *team)
      return fail(ErrorCode::forbidden, "This person is not in your team: ask their lead.");
    WorkingTime time;
    time.person = {member->person_id, member->name, member->role, *team, {}, member->disabled};
    time.may_schedule = member->person_id != viewer.person_id;
    for (auto& record : records_of(connection, member->n, RecordType::schedule))
      time.schedules.push_back(
          {stored_record<Schedule>(record.body, record.rid), std::move(record.op), record.in_conflict});
    std::stable_sort(time.schedules.begin(), time.schedules.end(),
                     [](const ScheduleLine& a, const ScheduleLine& b) {
                       return a.schedule.effective_from > b.schedule.effective_from;
                     });
    const auto from = add_days(today(), -leave_shown_days);
    for (auto& record : records_of(connection, member->n, RecordType::leave)) {
      auto leave = stored_record<Leave>(record.body, record.rid);
      if (leave.date >= from)
        time.leave.push_back({std::move(leave), std::move(record.op), record.in_conflict});
    }
    std::stable_sort(time.leave.begin(), time.leave.end(),
                     [](const LeaveLine& a, const LeaveLine& b) { return a.leave.date < b.leave.date; });
    return time;
  });
}

Result<OpStatus> TeamDesk::save_schedule(const Schedule& schedule, const Actor& actor) {
  const auto written = room_.writer.run<Written>([&](WriteContext& context) -> Result<Written> {
    const auto rid = schedule_id(schedule.specialist_id, schedule.effective_from);
    const auto edit =
        write_as_person(context, RecordType::schedule, rid, to_json(schedule), false, {}, actor);
    if (!edit) return tl::unexpected(edit.error());
    return Written{edit->result.status};
  });
  if (!written) return tl::unexpected(written.error());
  return written->status;
}

Result<OpStatus> TeamDesk::save_leave(const Leave& leave, const Actor& actor) {
  const auto written = room_.writer.run<Written>([&](WriteContext& context) -> Result<Written> {
    const auto rid = leave_id(leave.specialist_id, leave.date, leave.kind);
    const auto edit = write_as_person(context, RecordType::leave, rid, to_json(leave), false, {}, actor);
    if (!edit) return tl::unexpected(edit.error());
    return Written{edit->result.status};
  });
  if (!written) return tl::unexpected(written.error());
  return written->status;
}

Result<OpStatus> TeamDesk::remove_leave(std::string_view rid, const Actor& actor) {
  const auto written = room_.writer.run<Written>([&](WriteContext& context) -> Result<Written> {
    const auto row = is_uuid(rid) ? find_record(context.connection, rid) : std::nullopt;
    if (!row || row->type != RecordType::leave || !row->head || !row->live)
      return fail(ErrorCode::not_found, "This leave is gone already: look at the list again.");
    auto body = load_op(context.connection, *row->head).op.body;
    const auto edit = write_as_person(context, RecordType::leave, row->rid, std::move(body), true, {}, actor);
    if (!edit) return tl::unexpected(edit.error());
    return Written{edit->result.status};
  });
  if (!written) return tl::unexpected(written.error());
  return written->status;
}

}  // namespace waymark::server
