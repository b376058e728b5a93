#include "syncserver/web/week_export.h"

#include <fmt/format.h>

#include "syncserver/web/figures.h"
#include "syncserver/web/record_facts.h"
#include "syncserver/web/team_attention.h"
#include "syncserver/web/week_choice.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

SheetCell percent(const Share& share) {
  const auto tenths = share.tenths();
  if (!tenths) return std::string();
  return static_cast<double>(*tenths) / 10.0;
}

SheetCell hours(std::int64_t seconds) {
  return static_cast<double>((seconds + 18) / 36) / 100.0;  // to the nearest hundredth
}

SheetCell moment(const std::optional<Instant>& at, const Zone& zone) {
  if (!at) return std::string();
  return fmt::format("{} {}", format_date(zone.date_of(*at)), clock_words(*at, zone));
}

/// The twelve weeks up to this one, each named by its first day.
Date trend_week(const TeamPage& team, int number) {
  return add_days(team.week_start, -7 * (trend_weeks - 1 - number));
}

void add_trend(std::vector<SheetCell>& cells, const std::vector<TrendWeek>& trend) {
  for (std::size_t i = 0; i < trend_weeks; ++i)
    cells.push_back(i < trend.size() && trend[i].counts() ? percent(*trend[i].share) : SheetCell());
}

/// The team's own figures, below those of its people: how much is pooled, and the mean of the specialists.
void add_team(SheetTable& table, const TeamPage& team, Instant now, const Zone& zone) {
  const auto week = format_date(team.week_start);
  std::vector<SheetCell> pooled = {team.team + " team, pooled",
                                   week,
                                   percent(team.pooled),
                                   SheetCell(),
                                   hours(team.pooled.community_s),
                                   hours(team.pooled.work_s),
                                   SheetCell(),
                                   percent(team.four_weeks),
                                   percent(team.quarter),
                                   SheetCell(),
                                   SheetCell(),
                                   fmt::format("{} of {} submitted", team.submitted, team.rows.size()),
                                   SheetCell(),
                                   completeness_of(team, now, zone).sentence};
  std::vector<SheetCell> mean = {team.team + " team, mean of specialists", week};
  mean.push_back(team.mean_share ? SheetCell(std::stod(*team.mean_share)) : SheetCell());
  for (auto* row : {&pooled, &mean}) {
    row->resize(table.columns.size());
    table.rows.push_back(std::move(*row));
  }
}

}  // namespace

SheetTable team_table(const TeamPage& team, Instant now, const Zone& zone) {
  SheetTable table;
  table.name = "Week " + format_date(team.week_start);
  table.columns = {"Specialist",      "Week of",  "Share %",   "Strict share %", "Community hours",
                   "Work hours",      "Standing", "4 weeks %", "Quarter %",      "Employer contacts",
                   "Contacts wanted", "State",    "Last sync", "Needs attention"};
  for (int week = 0; week < trend_weeks; ++week)
    table.columns.push_back(format_date(trend_week(team, week)) + " %");
  for (const auto& row : team.rows) {
    const auto& tally = *row.tally;
    const bool logged = row.has_entries();
    std::string reasons;
    for (const auto& reason : attention_for(row, team, now, zone).reasons)
      reasons += (reasons.empty() ? "" : "; ") + reason.words;
    // An empty cell, not a zero, where nothing was logged.
    table.rows.push_back(
        {row.owner.name, format_date(team.week_start), logged ? percent(tally.share()) : SheetCell(),
         logged ? percent(tally.strict_share()) : SheetCell(),
         logged ? hours(tally.community_s) : SheetCell(), hours(tally.work_s),
         std::string(standing_words(logged ? tally.standing : Standing::too_little)), percent(row.four_weeks),
         percent(row.quarter), static_cast<double>(tally.employer_contacts.total),
         static_cast<double>(team.policy.employer_contacts_per_week),
         std::string(state_words(row.owner.state, team.over)), moment(row.phone.last_sync, zone), reasons});
    add_trend(table.rows.back(), row.trend);
  }
  if (!team.rows.empty()) add_team(table, team, now, zone);
  return table;
}

SheetTable person_table(const SpecialistWeek& week, Instant now, const Zone& zone) {
  SheetTable table;
  table.name = "Week " + format_date(week.row.tally->week_start);
  table.columns = {"Specialist", "Date",           "Start",        "End",       "Hours",
                   "Activity",   "Place",          "With",         "Counts as", "Why",
                   "By policy",  "Start position", "End position", "Versions",  "Note"};
  for (const auto& line : week.entries) {
    const auto& entry = line.entry;
    const auto length = std::max(Millis{0}, entry.ends_at.value_or(now) - entry.starts_at);
    table.rows.push_back({week.row.owner.name, format_date(zone.date_of(entry.starts_at)),
                          clock_words(entry.starts_at, zone),
                          entry.ends_at ? clock_words(*entry.ends_at, zone) : std::string(),
                          hours(std::chrono::duration_cast<std::chrono::seconds>(length).count()),
                          std::string(activity_words(entry.activity)), short_place_of(entry, week.names),
                          with_words(entry, week.names), std::string(time_words(line.verdict.time)),
                          std::string(reason_words(line.verdict.reason)),
                          std::string(line.verdict.flagged ? "yes" : ""), tag_words(entry.start_tag),
                          tag_words(entry.end_tag), static_cast<double>(line.versions), entry.note});
  }
  for (const auto& line : week.leave) {
    std::vector<SheetCell> cells = {week.row.owner.name,
                                    format_date(line.leave.date),
                                    SheetCell(),
                                    SheetCell(),
                                    hours(std::int64_t{line.leave.minutes} * 60),
                                    "Leave: " + std::string(leave_words(line.leave.kind))};
    table.rows.push_back(std::move(cells));
  }
  // The lines do not add up to these: overlaps count once, a no-show and an entry that still runs up to a
  // limit, and what reaches out of the week is cut at its edges.
  const auto& tally = *week.row.tally;
  const auto total = [&](std::string_view what, SheetCell figure) {
    table.rows.push_back({week.row.owner.name, format_date(tally.week_start), SheetCell(), SheetCell(),
                          std::move(figure), std::string(what)});
  };
  total("The week: community hours that count", hours(tally.community_s));
  total("The week: on-site hours that count", hours(tally.on_site_s));
  total("The week: work hours (scheduled, or logged where that is more)", hours(tally.work_s));
  total("The week: community share, percent", week.row.has_entries() ? percent(tally.share()) : SheetCell());
  for (auto& row : table.rows) row.resize(table.columns.size());
  return table;
}

void add_week_files(PageRoutes& pages, const std::string& address, Who who, std::string_view name,
                    Result<SheetTable> (*table)(Visit&, Date)) {
  struct Kind {
    std::string_view ending, content_type;
    std::string (*write)(const SheetTable&);
  };
  for (const auto& kind :
       {Kind{"csv", "text/csv; charset=utf-8", csv_of},
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_of}})
    pages.get(address + "." + std::string(kind.ending), who, [=](Visit& visit) {
      const auto week = chosen_week(visit);
      if (!week) return visit.refuse(week.error());
      const auto rows = table(visit, *week);
      if (!rows) return visit.refuse(rows.error());
      return visit.download(kind.write(*rows), std::string(kind.content_type),
                            fmt::format("{}-{}.{}", name, format_date(*week), kind.ending));
    });
}

}  // namespace waymark::server
