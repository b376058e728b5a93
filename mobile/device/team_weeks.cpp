#include "mobile/device/team_weeks.h"

#include "mobile/device/reading.h"
#include "shared/sync/message_codec.h"

namespace waymark::device {
namespace {

bool leads(Work& work) {
  const auto identity = load_identity(work);
  if (!identity) return false;
  for (const auto& person : read_all<Person>(work))
    if (person.record.id == identity->person_id) return person.record.role == Role::lead;
  return identity->role == Role::lead;
}

void drop_all(Work& work) {
  Query(work.sql, "DELETE FROM team_weeks").run();
}

tl::unexpected<Error> no_lead() {
  return fail(ErrorCode::forbidden,
              "Only a team's lead sees the team's week: ask your admin if you are to be one.");
}

}  // namespace

Result<bool> TeamWeeks::is_lead() const {
  return store_.database().read([](Work& work) -> Result<bool> { return leads(work); });
}

Result<std::optional<TeamAnswer>> TeamWeeks::kept(Date week_first) const {
  return store_.database().read([&](Work& work) -> Result<std::optional<TeamAnswer>> {
    Query query(work.sql, "SELECT fetched_at, answer FROM team_weeks WHERE week_start = ?",
                format_date(week_first));
    // A person who leads no more has lost sight of it, also before the server was asked again.
    if (!query.next() || !leads(work)) return std::nullopt;
    auto week = parse_team_week(work.open(query.blob(1)));
    // One that this version does not read (an older app kept it) is as if it had not been fetched.
    if (!week) return std::nullopt;
    return TeamAnswer{std::move(*week), query.instant(0)};
  });
}

Result<TeamAnswer> TeamWeeks::fetch(KeyStore& keys, Transport& transport, Date week_first,
                                    Abort& abort) const {
  const auto lead = is_lead();
  if (!lead) return tl::unexpected(lead.error());
  const auto identity = store_.identity();
  if (!identity) return tl::unexpected(identity.error());
  if (!*lead || !*identity) return no_lead();
  const auto token = keys.load(device_token_key((*identity)->device_id));
  if (!token) return tl::unexpected(token.error());

  HttpRequest request;
  request.method = "GET";
  request.server = (*identity)->server;
  request.path = "/v1/team/week?start=" + format_date(week_first);
  request.token = token->value_or("");
  const auto response = transport.send(request, abort);
  if (!response) return tl::unexpected(response.error());
  if (response->status != 200) {
    auto error = parse_error(response->body).error;
    if (error.code == ErrorCode::forbidden)
      if (auto forgotten = forget(); !forgotten) return tl::unexpected(forgotten.error());
    return tl::unexpected(std::move(error));
  }
  auto week = parse_team_week(response->body);
  if (!week) return tl::unexpected(week.error());
  if (week->week_start != week_first)
    return fail(ErrorCode::internal, "The server answered with another week: ask again.");
  return keep((*identity)->person_id, std::move(*week), response->body);
}

Result<TeamAnswer> TeamWeeks::keep(const std::string& person, TeamWeek week,
                                   const std::string& answer) const {
  const Instant now = store_.server_now();
  return store_.database().write([&](Work& work) -> Result<TeamAnswer> {
    // Meanwhile the phone may have been erased, or have become another person's.
    if (person_of(work) != person) return no_lead();
    Query(
        work.sql,
        "INSERT INTO team_weeks (week_start, fetched_at, answer) VALUES (?, ?, ?)"
        " ON CONFLICT (week_start) DO UPDATE SET fetched_at = excluded.fetched_at, answer = excluded.answer",
        format_date(week.week_start), now, work.seal(answer))
        .run();
    Query(work.sql,
          "DELETE FROM team_weeks WHERE week_start NOT IN"
          " (SELECT week_start FROM team_weeks ORDER BY fetched_at DESC, week_start DESC LIMIT ?)",
          most_kept)
        .run();
    return TeamAnswer{std::move(week), now};
  });
}

Result<void> TeamWeeks::forget() const {
  return store_.database().write([](Work& work) -> Result<void> {
    drop_all(work);
    return {};
  });
}

}  // namespace waymark::device
