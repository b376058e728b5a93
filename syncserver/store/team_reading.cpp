#include "syncserver/store/team_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shared/records/natural_key.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/record_rules.h"
#include "syncserver/store/rights.h"
#include "syncserver/store/stored_op.h"
#include "syncserver/store/team_facts.h"
#include "syncserver/store/week_facts.h"
#include "syncserver/store/week_steps.h"
#include "syncserver/store/week_view.h"

namespace waymark::server {

namespace {

using WeekShares = std::map<Date, TrendWeek>;

Date first_of_quarter(Date date) {
  const auto month = static_cast<unsigned>(date.month());
  return date.year() / std::chrono::month{(month - 1) / 3 * 3 + 1} / 1;
}

/// When each week ends, worked out once for all people of a page.
class WeekEnds {
 public:
  explicit WeekEnds(const Zone& zone) : zone_(zone) {}
  Instant operator()(Date week) {
    const auto known = ends_.find(week);
    return known != ends_.end() ? known->second
                                : ends_.emplace(week, week_frame(week, zone_).span().end).first->second;
  }

 private:
  const Zone& zone_;
  std::map<Date, Instant> ends_;
};

/// The weeks of `member` in [from, to] that anything is known of: those stored, and of a specialist between
/// the first of all and now also those without a single entry, whose scheduled hours count as not logged.
/// Whoever has left logs nothing any more, and a lead only now and then (week_view.h, belongs_on_page).
WeekShares shares_of(Connection& connection, const AgencyRules& rules, const Member& member,
                     const PersonFacts& facts, Date from, Date to, Instant now, WeekEnds& ends,
                     StaleWeeks& stale) {
  WeekShares shares;
  for (const auto& [week, as_of] : facts.shares) {
    shares.emplace(week.week, week);
    if (is_stale(rules, ends(week.week), as_of, now)) stale.emplace_back(member.n, week.week);
  }
  if (member.disabled || member.role != Role::specialist) return shares;
  const auto this_week = rules.week_containing(now);
  for (auto week = std::max(from, facts.known_from.value_or(to)); week <= to && week <= this_week;
       week = add_days(week, 7)) {
    if (shares.contains(week)) continue;
    const auto tally = tally_of(load_week(connection, rules, member.n, week), rules, week, now);
    if (tally.work_s > 0) shares.emplace(week, TrendWeek{week, tally.share(), tally.standing});
  }
  return shares;
}

Share pool_of(const WeekShares& shares, Date from, Date to) {
  std::vector<Share> counted;
  for (const auto& [week, known] : shares)
    if (week >= from && week <= to && known.counts()) counted.push_back(*known.share);
  return pooled(counted);
}

/// True where the record, or an edit beside it, is about the week.
bool is_about(const AgencyRules& rules, const RecordRow& row, const Op& beside, Date week) {
  auto weeks = weeks_of(rules, stored_record_of(beside));
  if (row.head) {
    const auto before = weeks_of(rules, row);
    weeks.insert(weeks.end(), before.begin(), before.end());
  }
  return std::find(weeks.begin(), weeks.end(), week) != weeks.end();
}

std::vector<HeldEdit> held_edits(Connection& connection, const AgencyRules& rules, const PersonFacts& facts,
                                 Date week) {
  std::vector<HeldEdit> held;
  for (const auto& [op_seq, record_n] : facts.held) {
    const auto row = find_record(connection, record_n);
    auto stored = load_op(connection, op_seq);
    if (!row || !is_about(rules, *row, stored.op, week)) continue;
    HeldEdit edit{row->rid,
                  row->type,
                  {stored.op.op, stored.device_name, stored.received_at, stored.op.deleted, stored.op.body},
                  {}};
    if (row->head) edit.head_body = load_op(connection, *row->head).op.body;
    held.push_back(std::move(edit));
  }
  return held;
}

/// Records with edits in conflict, by the person they are of.
using ConflictedRecords = std::multimap<std::int64_t, std::int64_t>;

ConflictedRecords conflicted_records(Connection& connection) {
  ConflictedRecords records;
  // From the few in conflict to their owners: left to itself SQLite goes through every record there is.
  auto query = connection.query(
      "SELECT DISTINCT r.owner, c.record FROM conflicts c CROSS JOIN records r ON r.n = c.record");
  while (query.next()) records.emplace(query.integer(0), query.integer(1));
  return records;
}

std::vector<std::string> conflicts_in_week(Connection& connection, const AgencyRules& rules,
                                           const ConflictedRecords& conflicted, std::int64_t person,
                                           Date week) {
  std::vector<std::string> in_week;
  const auto [first, last] = conflicted.equal_range(person);
  for (auto record = first; record != last; ++record) {
    const auto row = find_record(connection, record->second);
    if (!row) continue;
    const auto beside = load_conflicts(connection, record->second);
    if (std::any_of(beside.begin(), beside.end(),
                    [&](const StoredOp& one) { return is_about(rules, *row, one.op, week); }))
      in_week.push_back(row->rid);
  }
  return in_week;
}

std::string note_of_return(Connection& connection, const Member& person, Date week) {
  const auto row = find_record(connection, approval_id(person.person_id, week));
  if (!row || !row->head || !row->live || row->is_approved()) return {};
  return stored_record<Approval>(load_op(connection, *row->head).op.body, row->rid).note;
}

/// team_reading.h, mark_of_week, of what the caller has read already.
std::string mark_of(Connection& connection, const AgencyRules& rules, const Member& person,
                    const PersonFacts& facts, const WeekTally& tally,
                    const std::vector<std::string>& conflicts, std::size_t held, Instant now) {
  const auto week = tally.week_start;
  const auto span = week_frame(week, rules.zone).span();
  std::string mark;
  const auto add = [&](std::int64_t count, std::int64_t newest) {
    mark += fmt::format("{}{}-{}", mark.empty() ? "" : ".", count, newest);
  };
  {
    // An entry covers a day at most, so that none that starts earlier reaches into the week.
    auto query = connection.query(
        "SELECT count(*), coalesce(max(seq), 0) FROM records WHERE owner = ? AND type = 0 AND live = 1"
        " AND starts_at >= ? AND starts_at < ?");
    query.bind(person.n, to_ms(span.begin - std::chrono::hours{24}), to_ms(span.end));
    if (query.next()) add(query.integer(0), query.integer(1));
  }
  {
    const auto first = format_date(week);
    const auto last = format_date(add_days(week, 6));
    auto query = connection.query(
        "SELECT count(*), coalesce(max(seq), 0) FROM records WHERE owner = ? AND type = ? AND live = 1"
        " AND day >= ? AND day <= ?");
    query.bind(person.n, RecordType::leave, first, last);
    if (query.next()) add(query.integer(0), query.integer(1));
  }
  std::int64_t newest = 0;
  for (const auto& rid : conflicts)
    if (const auto row = find_record(connection, rid)) newest = std::max(newest, row->seq);
  // What schedule and policy make of it. Until the week is over that changes with the clock.
  if (span.end <= now) add(tally.community_s, tally.work_s);
  add(static_cast<std::int64_t>(conflicts.size()), newest);
  add(static_cast<std::int64_t>(held), facts.heads.own.seq);
  return mark + fmt::format(".{}", facts.heads.approval.seq);
}

TeamRow row_of(Connection& connection, const AgencyRules& rules, const Member& person, std::string_view team,
               Date start, Instant now, const PersonFacts& facts, const WeekShares& shares,
               const ConflictedRecords& conflicted, TallyMemo* memo) {
  TeamRow row;
  row.week = {current_tally(connection, rules, person.n, start, now, memo),
              {person.person_id, person.name, state_of(facts.heads)}};
  for (int ago = trend_weeks - 1; ago >= 0; --ago) {
    const auto week = add_days(start, -7 * ago);
    const auto known = shares.find(week);
    // Another team's weeks are for that team's lead.
    if (ago == 0 && row.has_entries())
      row.trend.push_back({week, row.week.tally.share(), row.week.tally.standing});
    else if (known != shares.end() && person.team_on(week) == team)
      row.trend.push_back(known->second);
    else
      row.trend.push_back({week, std::nullopt, Standing::too_little});
  }
  row.phone = facts.phone;
  row.held = static_cast<int>(held_edits(connection, rules, facts, start).size());
  row.conflicts = conflicts_in_week(connection, rules, conflicted, person.n, start);
  row.barred = facts.barred;
  row.mark = mark_of(connection, rules, person, facts, row.week.tally, row.conflicts,
                     static_cast<std::size_t>(row.held), now);
  if (row.week.owner.state == "returned") row.return_note = note_of_return(connection, person, start);
  return row;
}

/// The shares as the page counts them: the shown week as it is now.
void set_shown_week(WeekShares& shares, const WeekView& view) {
  const auto& tally = view.tally;
  shares[tally.week_start] = {tally.week_start, tally.share(), tally.standing};
}

WeekShares of_team(WeekShares shares, const Member& person, std::string_view team) {
  std::erase_if(shares, [&](const auto& known) { return person.team_on(known.first) != team; });
  return shares;
}

std::vector<EntryLine> entry_lines(Connection& connection, const std::vector<Entry>& entries,
                                   const Policy& policy) {
  std::vector<EntryLine> lines;
  for (const auto& entry : entries) {
    EntryLine line{entry, classify(entry, policy), 1, 0, 0};
    const auto rid = to_bytes(entry.id);
    auto query = connection.query(
        "SELECT (SELECT count(*) FROM ops o WHERE o.record = r.n),"
        " (SELECT count(*) FROM conflicts c WHERE c.record = r.n),"
        " (SELECT count(*) FROM held h WHERE h.record = r.n) FROM records r WHERE r.rid = ?");
    query.bind(rid);
    if (query.next()) {
      line.versions = static_cast<int>(query.integer(0));
      line.conflicts = static_cast<int>(query.integer(1));
      line.held = static_cast<int>(query.integer(2));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

Result<std::string> team_of_lead(const Directory& directory, const Viewer& viewer, Date today) {
  const auto* lead = directory.find(viewer.person_id);
  const auto team = lead ? lead->team_on(today) : std::string_view();
  if (!lead || lead->role != Role::lead || team.empty())
    return fail(ErrorCode::forbidden, "Only a team's lead sees the team's week: ask your admin for a team.");
  return std::string(team);
}

Date first_pool_week(const AgencyRules& rules, Date start) {
  const auto quarter = first_of_quarter(start);
  auto week = rules.week_containing(quarter);
  if (week < quarter) week = add_days(week, 7);  // a week belongs to the quarter of its first day
  return week;
}

std::string mark_of_week(Connection& connection, const AgencyRules& rules, const Member& person, Date week,
                         Instant now) {
  const std::array<const Member*, 1> one = {&person};
  const auto facts = TeamFacts::load(connection, one, week, week, {}).of(person.n);
  const auto tally = current_tally(connection, rules, person.n, week, now);
  const auto conflicts = conflicts_in_week(connection, rules, conflicted_records(connection), person.n, week);
  return mark_of(connection, rules, person, facts, tally, conflicts,
                 held_edits(connection, rules, facts, week).size(), now);
}

Result<TeamPage> read_team_page(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                Date start, Instant now, const HealthBook::Notes& unwritten, TallyMemo& memo,
                                StaleWeeks& stale) {
  const auto directory = Directory::load(connection);
  const auto team = team_of_lead(directory, viewer, rules.today(now));
  if (!team) return tl::unexpected(team.error());
  if (!rules.is_week_start(start)) return tl::unexpected(not_a_week_start(rules));

  TeamPage page;
  page.team = *team;
  page.week_start = start;
  page.this_week = rules.week_containing(now);
  page.over = week_frame(start, rules.zone).span().end <= now;
  page.running = page.this_week == start;
  page.policy = rules.policy_of_week(start);
  page.four_weeks_from = add_days(start, -21);
  page.quarter_from = first_pool_week(rules, start);
  const auto from = std::min(add_days(start, -7 * (trend_weeks - 1)), page.quarter_from);

  const auto people = people_on_page(connection, rules, directory, *team, start, now);
  const auto conflicted = conflicted_records(connection);
  WeekEnds ends(rules.zone);
  std::vector<Share> shares, in_four_weeks, in_quarter;
  std::vector<const Member*> counted;
  for (const auto& member : directory.members())
    if (std::any_of(member.teams.begin(), member.teams.end(),
                    [&](const auto& one) { return one.second == *team; }))
      counted.push_back(&member);
  const auto all_facts = TeamFacts::load(connection, counted, from, start, unwritten);
  for (const auto* counted_one : counted) {
    const auto& member = *counted_one;
    const auto& facts = all_facts.of(member.n);
    const bool on_page = std::find(people.begin(), people.end(), &member) != people.end();
    auto known = shares_of(connection, rules, member, facts, from, start, now, ends, stale);
    if (on_page) {
      page.rows.push_back(
          row_of(connection, rules, member, *team, start, now, facts, known, conflicted, &memo));
      auto& row = page.rows.back();
      set_shown_week(known, row.week);
      row.is_viewer = member.person_id == viewer.person_id;
      const auto& tally = row.week.tally;
      const auto& owner = row.week.owner;
      if (tally.standing != Standing::too_little && tally.work_s > 0) shares.push_back(tally.share());
      if (owner.state == "submitted" || owner.state == "approved") ++page.submitted;
    }
    const auto here = of_team(std::move(known), member, *team);
    in_four_weeks.push_back(pool_of(here, page.four_weeks_from, start));
    in_quarter.push_back(pool_of(here, page.quarter_from, start));
    if (on_page) {
      page.rows.back().four_weeks = in_four_weeks.back();
      page.rows.back().quarter = in_quarter.back();
    }
  }
  std::stable_sort(page.rows.begin(), page.rows.end(),
                   [](const TeamRow& a, const TeamRow& b) { return a.week.owner.name < b.week.owner.name; });
  page.pooled = pooled(shares);
  page.mean_share = mean_share(shares);
  page.four_weeks = pooled(in_four_weeks);
  page.quarter = pooled(in_quarter);
  return page;
}

Result<SpecialistWeek> read_specialist_week(Connection& connection, const AgencyRules& rules,
                                            const Viewer& viewer, std::string_view person_id, Date start,
                                            Instant now, const HealthBook::Notes& unwritten) {
  const auto directory = Directory::load(connection);
  const auto* person = directory.find(person_id);
  if (!person) return fail(ErrorCode::not_found, "There is no such person.");
  const auto* reader = directory.find(viewer.person_id);
  const auto week = rules.week_containing(start);
  const auto today = rules.today(now);
  if (!reader || !may_see_week(*reader, *person, week, today))
    return fail(ErrorCode::forbidden, "This week is not yours to see: ask its team's lead.");
  if (start != week) return tl::unexpected(not_a_week_start(rules));

  SpecialistWeek page;
  page.team = person->team_on(start);
  page.this_week = rules.week_containing(now);
  page.over = week_frame(start, rules.zone).span().end <= now;
  page.policy = rules.policy_of_week(start);
  const auto from = std::min(add_days(start, -7 * (trend_weeks - 1)), first_pool_week(rules, start));
  WeekEnds ends(rules.zone);
  StaleWeeks ignored;  // the team's page has them tallied again
  const auto facts = TeamFacts::load(connection, std::span(&person, 1), from, start, unwritten).of(person->n);
  auto shares = shares_of(connection, rules, *person, facts, from, start, now, ends, ignored);
  page.row = row_of(connection, rules, *person, page.team, start, now, facts, shares,
                    conflicted_records(connection), nullptr);
  page.row.is_viewer = reader == person;
  set_shown_week(shares, page.row.week);
  const auto here = of_team(shares, *person, page.team);
  page.row.four_weeks = pool_of(here, add_days(start, -21), start);
  page.row.quarter = pool_of(here, first_pool_week(rules, start), start);
  auto logged = load_week(connection, rules, person->n, start);
  page.entries = entry_lines(connection, logged.entries, page.policy);
  for (auto& leave : logged.pattern.leave) page.leave.push_back({std::move(leave), {}});
  page.held = held_edits(connection, rules, facts, start);
  page.steps = read_week_steps(connection, person_id, start);
  page.may_approve = may_write(*reader, {RecordType::approval, person, start}, today);
  page.may_plan = reader != person && may_write(*reader, {RecordType::leave, person, {}}, today);
  const auto sees = [&](Date other) { return may_see_week(*reader, *person, other, today); };
  page.around = {sees(add_days(start, -7)), sees(add_days(start, 7)), sees(page.this_week)};
  for (const auto& line : page.entries) add_names(connection, page.names, line.entry);
  return page;
}

}  // namespace waymark::server
