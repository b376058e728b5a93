#include <algorithm>

#include "syncserver/store/directory.h"
#include "syncserver/store/reading.h"
#include "syncserver/store/rights.h"
#include "syncserver/store/week_facts.h"

namespace waymark::server {

namespace {

constexpr auto heard_within = std::chrono::hours{24};

Error not_a_week_start(const AgencyRules& rules) {
  return {ErrorCode::bad_date,
          rules.agency.week_starts_on == WeekStart::mon ? "A week starts on a Monday: give that day."
                                                        : "A week starts on a Sunday: give that day.",
          "start"};
}

bool has_running(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week) {
  auto query = connection.query(
      "SELECT starts_at FROM records WHERE owner = ? AND type = 0 AND live = 1 AND ends_at IS NULL");
  query.bind(person);
  while (query.next()) {
    const auto weeks = rules.weeks_of_entry(instant_from_ms(query.integer(0)), std::nullopt);
    if (std::find(weeks.begin(), weeks.end(), week) != weeks.end()) return true;
  }
  return false;
}

/// The stored tally where time can no longer change it, else one as of now.
WeekTally current_tally(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week,
                        Instant now) {
  const auto stored = load_tally(connection, person, week);
  if (stored && stored->as_of >= week_frame(week, rules.zone).span().end &&
      !has_running(connection, rules, person, week)) {
    auto tally = tally_from_stored_json(stored->text);
    if (tally) return std::move(*tally);
  }
  return tally_of(load_week(connection, rules, person, week), rules, week, now);
}

struct WeekStateRow {
  std::int64_t seq = 0;
  int state = 0;
};

std::optional<WeekStateRow> load_state(Connection& connection, std::int64_t person, RecordType type,
                                       const std::string& day) {
  // The head's own place on the chain: records.seq also moves when a conflict is listed beside it.
  auto query = connection.query(
      "SELECT head, state FROM records WHERE owner = ? AND type = ? AND day = ? AND live = 1");
  query.bind(person, type, day);
  if (!query.next()) return std::nullopt;
  return WeekStateRow{query.integer(0), static_cast<int>(query.integer(1))};
}

/// `approved` if its approval says so; else the later by seq of `returned` and the week record's state; else
/// `open` (sync.md, "On the server").
std::string state_of_week(Connection& connection, std::int64_t person, Date week) {
  const auto day = format_date(week);
  const auto approval = load_state(connection, person, RecordType::approval, day);
  const auto own = load_state(connection, person, RecordType::week, day);
  if (approval && approval->state == static_cast<int>(ApprovalState::approved)) return "approved";
  if (approval && (!own || approval->seq > own->seq)) return "returned";
  return std::string(to_wire(own ? static_cast<WeekRecordState>(own->state) : WeekRecordState::open));
}

WeekView view_of(Connection& connection, const AgencyRules& rules, const Member& person, Date week,
                 Instant now) {
  return {current_tally(connection, rules, person.n, week, now),
          {person.person_id, person.name, state_of_week(connection, person.n, week)}};
}

/// People of the team in that week. A lead is among them only with time of their own to show, and whoever has
/// left only if they worked then.
bool belongs_on_page(Connection& connection, const Member& member, Date week) {
  if (member.role == Role::admin) return false;
  if (member.role == Role::specialist && !member.disabled) return true;
  return load_tally(connection, member.n, week).has_value();
}

/// Tells of the newest of a person's phones when it was heard from.
void add_contacts(Connection& connection, const Member& person, const HealthBook::Notes& unwritten,
                  WeekView& view) {
  auto query = connection.query("SELECT device_id, last_contact, last_sync FROM devices WHERE person = ?");
  query.bind(person.n);
  const auto newest = [](std::optional<Instant>& known, std::optional<Instant> heard) {
    if (heard) known = std::max(known.value_or(*heard), *heard);
  };
  const auto maybe_instant = [&query](int column) {
    const auto ms = query.maybe(column);
    return ms ? std::optional(instant_from_ms(*ms)) : std::nullopt;
  };
  while (query.next()) {
    newest(view.last_contact, maybe_instant(1));
    newest(view.last_sync, maybe_instant(2));
    if (const auto news = unwritten.find(query.uuid(0)); news != unwritten.end()) {
      newest(view.last_contact, news->second.last_contact);
      newest(view.last_sync, news->second.last_sync);
    }
  }
}

}  // namespace

Result<WeekView> read_person_week(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                  std::string_view person_id, Date start, Instant now) {
  const auto directory = Directory::load(connection);
  const auto* person = directory.find(person_id);
  if (!person) return fail(ErrorCode::not_found, "There is no such person.", {});
  const auto* reader = directory.find(viewer.person_id);
  const auto week = rules.week_containing(start);
  if (!reader || !may_see_week(*reader, *person, week, rules.today(now)))
    return fail(ErrorCode::forbidden, "This week is not yours to see: ask its team's lead.", {});
  if (start != week) return tl::unexpected(not_a_week_start(rules));
  return view_of(connection, rules, *person, week, now);
}

Result<TeamWeek> read_team_week(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                Date start, Instant now, const HealthBook::Notes& unwritten) {
  const auto directory = Directory::load(connection);
  const auto* lead = directory.find(viewer.person_id);
  const auto team = lead ? lead->team_on(rules.today(now)) : std::string_view();
  if (!lead || lead->role != Role::lead || team.empty())
    return fail(ErrorCode::forbidden, "Only a team's lead sees the team's week.", {});
  if (!rules.is_week_start(start)) return tl::unexpected(not_a_week_start(rules));

  TeamWeek view;
  view.team = team;
  view.week_start = start;
  std::vector<const Member*> people;
  for (const auto& member : directory.members())
    if (member.team_on(start) == team && belongs_on_page(connection, member, start))
      people.push_back(&member);
  std::stable_sort(people.begin(), people.end(),
                   [](const Member* a, const Member* b) { return a->name < b->name; });
  std::vector<Share> shares;
  for (const auto* person : people) {
    view.people.push_back(view_of(connection, rules, *person, start, now));
    auto& shown = view.people.back();
    add_contacts(connection, *person, unwritten, shown);
    if (shown.tally.standing != Standing::too_little && shown.tally.work_s > 0)
      shares.push_back(shown.tally.share());
    if (shown.owner.state == "submitted" || shown.owner.state == "approved") ++view.submitted;
    if (shown.last_contact && *shown.last_contact >= now - heard_within) ++view.heard_from;
  }
  view.pooled = pooled(shares);
  view.mean_share = mean_share(shares);
  return view;
}

}  // namespace waymark::server
