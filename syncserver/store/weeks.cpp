#include <algorithm>

#include "syncserver/store/directory.h"
#include "syncserver/store/reading.h"
#include "syncserver/store/rights.h"
#include "syncserver/store/week_view.h"

namespace waymark::server {

namespace {

constexpr auto heard_within = std::chrono::hours{24};

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
  const auto people = people_on_page(connection, rules, directory, team, start, now);
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
