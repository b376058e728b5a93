#include "syncserver/store/team_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shared/records/natural_key.h"
#include "shared/tally/tally_codec.h"
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

/// The weeks that a page looks at, one after another; the last is the one it shows.
using Weeks = std::vector<TrendWeek>;

Date first_of_quarter(Date date) {
  const auto month = static_cast<unsigned>(date.month());
  return date.year() / std::chrono::month{(month - 1) / 3 * 3 + 1} / 1;
}

/// The first week the pools of a page reach back to.
Date first_pool_week(const AgencyRules& rules, Date start) {
  const auto quarter = first_of_quarter(start);
  auto week = rules.week_containing(quarter);
  if (week < quarter) week = add_days(week, 7);  // a week belongs to the quarter of its first day
  return week;
}

/// What a page is read for, worked out once for all people on it.
struct Question {
  Connection& connection;
  const AgencyRules& rules;
  TallyMemo& memo;
  Date start;  ///< of the shown week
  Date four_weeks_from, quarter_from;
  Date from;  ///< of the first that counts in a pool or is in a line
  Instant now;
  std::vector<Instant> ends;  ///< of all these weeks

  Question(Connection& connection, const AgencyRules& rules, TallyMemo& memo, Date start, Instant now)
      : connection(connection),
        rules(rules),
        memo(memo),
        start(start),
        four_weeks_from(add_days(start, -21)),
        quarter_from(first_pool_week(rules, start)),
        from(std::min(add_days(start, -7 * (trend_weeks - 1)), quarter_from)),
        now(now) {
    for (auto week = from; week <= start; week = add_days(week, 7))
      ends.push_back(rules.zone.start_of(add_days(week, 7)));
  }
  Instant end() const { return ends.back(); }
  bool over() const { return end() <= now; }
};

/// The first week with a stored tally.
std::optional<Date> known_from(Connection& connection, std::int64_t person) {
  auto query = connection.query("SELECT min(week) FROM tallies WHERE person = ?");
  query.bind(person);
  if (!query.next() || query.is_null(0)) return std::nullopt;
  const auto week = parse_date(query.text(0), "week");
  return week ? std::optional(*week) : std::nullopt;
}

/// The weeks of `member` that anything is known of have a share: those stored, and of a specialist between
/// the first of all and now also those without a single entry, whose scheduled hours count as not logged.
/// Whoever has left logs nothing any more, and a lead only now and then (week_view.h, belongs_on_page).
Weeks weeks_of_person(const Question& page, const Member& member, const PersonFacts& facts,
                      StaleWeeks& stale) {
  Weeks weeks;
  weeks.reserve(facts.weeks.size());
  bool gaps = false;
  for (const auto& stored : facts.weeks) {
    const auto end = page.ends[weeks.size()];
    weeks.push_back(stored.week);
    if (!stored.week.share)
      gaps = true;
    else if (is_stale(page.rules, end, stored.as_of, page.now))
      stale.emplace_back(member.n, stored.week.week);
  }
  if (!gaps || member.disabled || member.role != Role::specialist) return weeks;
  const auto first = known_from(page.connection, member.n).value_or(page.start);
  const auto this_week = page.rules.week_containing(page.now);
  for (auto& week : weeks) {
    if (week.share || week.week < first || week.week > this_week) continue;
    const auto logged = load_week(page.connection, page.rules, member.n, week.week);
    const auto tally = tally_of(logged, page.rules, week.week, page.now);
    if (tally.work_s > 0) week = {week.week, tally.share(), tally.standing};
  }
  return weeks;
}

Share pool_of(const Weeks& weeks, Date from) {
  std::vector<Share> counted;
  counted.reserve(weeks.size());
  for (const auto& week : weeks)
    if (week.week >= from && week.counts()) counted.push_back(*week.share);
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

/// A week's tally as it is now, and which versions of its entries and leave it was made of.
struct TalliedWeek {
  std::shared_ptr<const WeekTally> tally;
  std::optional<std::int64_t> versions;  ///< none: they cannot be read
};

TalliedWeek tally_anew(const Question& page, std::int64_t person) {
  const auto logged = load_week(page.connection, page.rules, person, page.start);
  return {std::make_shared<const WeekTally>(tally_of(logged, page.rules, page.start, page.now)),
          logged.versions};
}

/// None where there is none, or an older server wrote it in a way that is not read any more.
std::optional<WeekTally> last_tally(const Question& page, std::int64_t person) {
  const auto stored = load_tally(page.connection, person, page.start);
  if (!stored) return std::nullopt;
  auto tally = tally_from_stored_json(stored->text);
  return tally ? std::optional(std::move(*tally)) : std::nullopt;
}

std::shared_ptr<const WeekTally> stored_tally(const Question& page, std::int64_t person,
                                              std::int64_t tally_hash) {
  if (auto known = page.memo.find(tally_hash)) return known;
  auto tally = last_tally(page, person);
  return tally ? page.memo.keep(tally_hash, std::move(*tally)) : nullptr;
}

/// As current_tally, of what was read for all people at once.
TalliedWeek shown_week(const Question& page, std::int64_t person, const PersonFacts& facts) {
  const auto& stored = facts.weeks.back();
  const bool runs = std::any_of(facts.running.begin(), facts.running.end(), [&](Instant began) {
    const auto weeks = page.rules.weeks_of_entry(began, std::nullopt);
    return std::find(weeks.begin(), weeks.end(), page.start) != weeks.end();
  });
  if (!stored.versions || !stored.tally_hash || runs ||
      is_stale(page.rules, page.end(), stored.as_of, page.now))
    return tally_anew(page, person);
  const auto tally = stored_tally(page, person, *stored.tally_hash);
  if (!tally) return tally_anew(page, person);
  if (page.over()) return {tally, stored.versions};
  auto present = *tally;
  present.as_of = page.now;
  return {std::make_shared<const WeekTally>(std::move(present)), stored.versions};
}

/// As shown_week, and where its entries cannot be read what was last made of them, without their versions:
/// one person's damage takes the page from no team.
TalliedWeek readable_week(const Question& page, std::int64_t person, const PersonFacts& facts) {
  try {
    return shown_week(page, person, facts);
  } catch (const StoreDamage&) {
    auto tally = last_tally(page, person);
    if (!tally) throw;
    return {std::make_shared<const WeekTally>(std::move(*tally)), std::nullopt};
  }
}

/// team_reading.h, mark_of_week, of what the caller has read already.
std::string mark_of(const Question& page, const PersonFacts& facts, const TalliedWeek& week,
                    const std::vector<std::string>& conflicts, std::size_t held) {
  // By heads and edits, not records.seq: that moves with late news that changes nothing, too.
  std::int64_t contested = 0, newest = 0;
  for (const auto& rid : conflicts) {
    const auto row = find_record(page.connection, rid);
    if (!row) continue;
    newest = std::max(newest, row->head.value_or(0));
    for (const auto& edit : load_conflicts(page.connection, row->n)) {
      ++contested;
      newest = std::max(newest, edit.seq);
    }
  }
  std::string mark;
  const auto add = [&](auto number) { mark += std::to_string(number) + '.'; };
  add(*week.versions);
  add(contested);
  add(newest);
  add(held);
  add(facts.heads.own.seq);
  add(facts.heads.approval.seq);
  // What schedule and policy make of it. Until the week is over that changes with the clock.
  if (!page.over()) return mark;
  add(week.tally->community_s);
  add(week.tally->work_s);
  add(static_cast<int>(week.tally->standing));
  return mark;
}

/// The line of one person; `weeks` has the shown week as it is now afterwards.
TeamRow row_of(const Question& page, const Member& person, const PersonFacts& facts, Weeks& weeks,
               const ConflictedRecords& conflicted) {
  TeamRow row;
  const auto shown = readable_week(page, person.n, facts);
  row.owner = {person.person_id, person.name, state_of(facts.heads)};
  row.tally = shown.tally;
  const TrendWeek now{page.start, row.tally->share(), row.tally->standing};
  if (row.has_entries()) weeks.back() = now;
  row.trend.assign(weeks.end() - trend_weeks, weeks.end());
  weeks.back() = now;
  row.phone = facts.phone;
  row.held = static_cast<int>(held_edits(page.connection, page.rules, facts, page.start).size());
  row.conflicts = conflicts_in_week(page.connection, page.rules, conflicted, person.n, page.start);
  row.barred = facts.barred || !shown.versions;
  if (shown.versions)
    row.mark = mark_of(page, facts, shown, row.conflicts, static_cast<std::size_t>(row.held));
  if (row.owner.state == "returned") row.return_note = note_of_return(page.connection, person, page.start);
  row.four_weeks = pool_of(weeks, page.four_weeks_from);
  row.quarter = pool_of(weeks, page.quarter_from);
  return row;
}

/// week_view.h, belongs_on_page; whoever has a tally by then is not asked about again.
bool is_on_page(const Question& page, const Member& member, std::string_view team, const PersonFacts& facts) {
  if (member.team_on(page.start) != team) return false;
  const bool is_known = std::any_of(facts.weeks.begin(), facts.weeks.end(),
                                    [](const StoredWeek& stored) { return stored.week.share.has_value(); });
  if (is_known && member.role == Role::specialist && !member.disabled) return true;
  return belongs_on_page(page.connection, page.rules, member, page.start, page.now);
}

/// Nothing is known of the weeks in another team: they are for that team's lead.
void keep_team(Weeks& weeks, const Member& person, std::string_view team) {
  for (auto& week : weeks)
    if (person.team_on(week.week) != team) week = {week.week, std::nullopt, Standing::too_little};
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

std::string mark_of_week(Connection& connection, const AgencyRules& rules, const Member& person, Date week,
                         Instant now, TallyMemo& memo, bool is_touched) {
  const Question page(connection, rules, memo, week, now);
  const std::array<const Member*, 1> one = {&person};
  const auto all = TeamFacts::load(connection, one, week, week, {});
  const auto& facts = all.of(person.n);
  const auto shown = is_touched ? tally_anew(page, person.n) : shown_week(page, person.n, facts);
  const auto conflicts = conflicts_in_week(connection, rules, conflicted_records(connection), person.n, week);
  return mark_of(page, facts, shown, conflicts, held_edits(connection, rules, facts, week).size());
}

Result<TeamPage> read_team_page(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                Date start, Instant now, const HealthBook::Notes& unwritten, TallyMemo& memo,
                                StaleWeeks& stale) {
  const auto directory = Directory::load(connection);
  const auto team = team_of_lead(directory, viewer, rules.today(now));
  if (!team) return tl::unexpected(team.error());
  if (!rules.is_week_start(start)) return tl::unexpected(not_a_week_start(rules));

  const Question question(connection, rules, memo, start, now);
  TeamPage page;
  page.team = *team;
  page.week_start = start;
  page.this_week = rules.week_containing(now);
  page.over = question.over();
  page.running = page.this_week == start;
  page.policy = rules.policy_of_week(start);
  page.four_weeks_from = question.four_weeks_from;
  page.quarter_from = question.quarter_from;

  const auto conflicted = conflicted_records(connection);
  std::vector<const Member*> counted;
  for (const auto& member : directory.members())
    if (std::any_of(member.teams.begin(), member.teams.end(),
                    [&](const auto& one) { return one.second == *team; }))
      counted.push_back(&member);
  std::stable_sort(counted.begin(), counted.end(),
                   [](const Member* a, const Member* b) { return a->name < b->name; });
  const auto all_facts = TeamFacts::load(connection, counted, question.from, start, unwritten);
  std::vector<Share> shares, in_four_weeks, in_quarter;
  page.rows.reserve(counted.size());
  for (const auto* counted_one : counted) {
    const auto& member = *counted_one;
    const auto& facts = all_facts.of(member.n);
    auto weeks = weeks_of_person(question, member, facts, stale);
    keep_team(weeks, member, *team);
    if (is_on_page(question, member, *team, facts)) {
      // Of what an older server wrote: tallied again it is the same, and its versions are named.
      if (facts.weeks.back().week.share && !facts.weeks.back().versions) stale.emplace_back(member.n, start);
      page.rows.push_back(row_of(question, member, facts, weeks, conflicted));
      auto& row = page.rows.back();
      row.is_viewer = member.person_id == viewer.person_id;
      const auto& tally = *row.tally;
      const auto& owner = row.owner;
      if (tally.standing != Standing::too_little && tally.work_s > 0) shares.push_back(tally.share());
      if (owner.state == "submitted" || owner.state == "approved") ++page.submitted;
    }
    in_four_weeks.push_back(pool_of(weeks, page.four_weeks_from));
    in_quarter.push_back(pool_of(weeks, page.quarter_from));
  }
  page.pooled = pooled(shares);
  page.mean_share = mean_share(shares);
  page.four_weeks = pooled(in_four_weeks);
  page.quarter = pooled(in_quarter);
  return page;
}

Result<SpecialistWeek> read_specialist_week(Connection& connection, const AgencyRules& rules,
                                            const Viewer& viewer, std::string_view person_id, Date start,
                                            Instant now, const HealthBook::Notes& unwritten,
                                            TallyMemo& memo) {
  const auto directory = Directory::load(connection);
  const auto* person = directory.find(person_id);
  if (!person) return fail(ErrorCode::not_found, "There is no such person.");
  const auto* reader = directory.find(viewer.person_id);
  const auto week = rules.week_containing(start);
  const auto today = rules.today(now);
  if (!reader || !may_see_week(*reader, *person, week, today))
    return fail(ErrorCode::forbidden, "This week is not yours to see: ask its team's lead.");
  if (start != week) return tl::unexpected(not_a_week_start(rules));

  const Question question(connection, rules, memo, start, now);
  SpecialistWeek page;
  page.team = person->team_on(start);
  page.this_week = rules.week_containing(now);
  page.over = question.over();
  page.policy = rules.policy_of_week(start);
  StaleWeeks ignored;  // the team's page has them tallied again
  const auto all = TeamFacts::load(connection, std::span(&person, 1), question.from, start, unwritten);
  const auto& facts = all.of(person->n);
  auto weeks = weeks_of_person(question, *person, facts, ignored);
  keep_team(weeks, *person, page.team);
  page.row = row_of(question, *person, facts, weeks, conflicted_records(connection));
  page.row.is_viewer = reader == person;
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
