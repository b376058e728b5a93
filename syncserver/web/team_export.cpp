#include "syncserver/web/team_export.h"

#include <fmt/format.h>

#include "syncserver/web/figures.h"
#include "syncserver/web/team_attention.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

SheetCell percent(const Share& share) {
  const auto tenths = share.tenths();
  if (!tenths) return std::string();
  return static_cast<double>(*tenths) / 10.0;
}

SheetCell hours(std::int64_t seconds) {
  return static_cast<double>(seconds / 36) / 100.0;
}

SheetCell moment(const std::optional<Instant>& at, const Zone& zone) {
  if (!at) return std::string();
  return fmt::format("{} {}", format_date(zone.date_of(*at)), clock_words(*at, zone));
}

}  // namespace

SheetTable team_table(const TeamPage& team, Instant now, const Zone& zone) {
  SheetTable table;
  table.name = "Week " + format_date(team.week_start);
  table.columns = {"Specialist",      "Week of",  "Share %",   "Strict share %", "Community hours",
                   "Work hours",      "Standing", "4 weeks %", "Quarter %",      "Employer contacts",
                   "Contacts wanted", "State",    "Last sync", "Needs attention"};
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
  }
  return table;
}

}  // namespace waymark::server
