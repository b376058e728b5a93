#include "syncserver/web/team_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "syncserver/store/team_desk.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/svg.h"
#include "syncserver/web/team_attention.h"
#include "syncserver/web/week_choice.h"
#include "syncserver/web/week_export.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

std::string person_address(const TeamRow& row, std::string_view week) {
  return ("/people/" + row.owner.person_id + "?week=").append(week);
}

std::string_view pill_of(Standing standing) {
  switch (standing) {
    case Standing::recommended:
      return " good";
    case Standing::below:
      return " amber";
    default:
      return "";
  }
}

/// Empty is told from zero: whoever logged nothing has no share to show, but a reason.
std::string nothing_logged(const TeamRow& row, Instant now, const Zone& zone) {
  const auto& phone = row.phone;
  if (!phone.enrolled) return "No entries, no phone enrolled";
  if (!phone.last_contact) return "No entries, phone never heard from";
  return "No entries yet, last heard from " + moment_words(*phone.last_contact, now, zone);
}

Data row_data(const TeamRow& row, const TeamPage& team, std::string_view week, Instant now,
              const Zone& zone) {
  const auto& tally = *row.tally;
  Data data;
  data.set("name", row.owner.name).set("address", person_address(row, week));
  const bool logged = row.has_entries();
  data.set("bar", logged ? small_bar(tally.share()) : std::string());
  data.set("empty", logged ? Data::List() : Data::List{Data{}.set("words", nothing_logged(row, now, zone))});
  data.set("share", logged ? percent_words(tally.share()) : std::string("–"));
  data.set("hours", (logged ? decimal_hours(tally.community_s) : std::string("–")) + " / " +
                        decimal_hours(tally.work_s) + " h");
  // The word for nothing is not "Below": it is said what is missing.
  data.set("standing", standing_words(logged ? tally.standing : Standing::too_little));
  data.set("pill", logged ? pill_of(tally.standing) : std::string_view());
  data.set("line", sparkline(row.trend));
  data.set("trend", trend_cells(row.trend));
  data.set("pool", percent_words(row.four_weeks) + " · " + percent_words(row.quarter));
  data.set("contacts", std::to_string(tally.employer_contacts.total));
  data.set("goal", std::to_string(team.policy.employer_contacts_per_week));
  data.set("state", state_words(row.owner.state, team.over));
  const auto& synced = row.phone.last_sync;
  data.set("synced", synced ? ago_words(*synced, now, zone) : std::string("Never"));
  data.set("late", row.phone.last_contact && *row.phone.last_contact < now - std::chrono::hours{24});
  return data;
}

Data attention_data(const TeamRow& row, const Attention& attention, std::string_view week) {
  Data::List reasons;
  for (const auto& [words, where] : attention.reasons)
    reasons.push_back(Data{}
                          .set("words", words)
                          .set("more", !reasons.empty())
                          .set("link", where.empty() ? Data::List() : Data::List{Data{}.set("to", where)})
                          .set("plain", where.empty()));
  return Data{}
      .set("name", row.owner.name)
      .set("address", person_address(row, week))
      .set("reasons", std::move(reasons));
}

void add_summary(Data& data, const TeamPage& team, Instant now, const Zone& zone) {
  data.set("team", team.team);
  data.set("share", percent_words(team.pooled));
  data.set("bar", large_bar(team.pooled, team.policy));
  data.set("minimum", std::to_string(team.policy.minimum_percent));
  data.set("recommended", std::to_string(team.policy.recommended_percent));
  data.set("community_hours", decimal_hours(team.pooled.community_s));
  data.set("work_hours", decimal_hours(team.pooled.work_s));
  data.set("mean", team.mean_share ? *team.mean_share + " %" : std::string("–"));
  // A pool leaves those weeks out (domain.md, tally rule 5), and their rows have figures all the same.
  const auto too_little = std::count_if(team.rows.begin(), team.rows.end(), [](const TeamRow& row) {
    return row.has_entries() && row.tally->standing == Standing::too_little;
  });
  data.set("too_little",
           too_little > 0 ? Data::List{Data{}.set("words", std::to_string(too_little))} : Data::List());
  data.set("submitted", fmt::format("{} of {}", team.submitted, team.rows.size()));
  data.set("so_far", team.running);
  data.set("four_weeks", percent_words(team.four_weeks)).set("quarter", percent_words(team.quarter));
  data.set("four_weeks_from", short_date(team.four_weeks_from));
  data.set("quarter_from", short_date(team.quarter_from));
  const auto completeness = completeness_of(team, now, zone);
  data.set("provisional", completeness.provisional).set("completeness", completeness.sentence);
}

}  // namespace

Page team_week_page(const TeamPage& team, Instant now, const Zone& zone) {
  Page page{"Team week", "team"};
  page.tab = "/team";
  page.wide = true;
  auto& data = page.data;
  data.set("weeks", week_navigation("/team", team.week_start, team.this_week));
  const auto week = format_date(team.week_start);
  data.set("week", week).set("files", "/team");
  for (int ago = trend_weeks - 1; ago >= 0; --ago)
    data.add("trend_weeks", Data{}.set("from", day_and_month(add_days(team.week_start, -7 * ago))));
  data.set("definitions", bar_definitions(team.policy));
  add_summary(data, team, now, zone);

  struct Ranked {
    const TeamRow* row;
    Attention attention;
  };
  std::vector<Ranked> ranked;
  Data::List rows, clean;
  for (const auto& row : team.rows) {
    ranked.push_back({&row, attention_for(row, team, now, zone)});
    rows.push_back(row_data(row, team, week, now, zone));
    if (is_clean(row, team, ranked.back().attention))
      clean.push_back(Data{}.set("mark", row.owner.person_id + "," + row.mark));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.attention.rank < b.attention.rank; });
  Data::List attention;
  for (const auto& one : ranked)
    if (one.attention.any()) attention.push_back(attention_data(*one.row, one.attention, week));
  data.set("any_attention", !attention.empty());
  data.set("attention", std::move(attention));
  data.set("none_at_all", team.rows.empty());
  const auto clean_count = static_cast<std::int64_t>(clean.size());
  data.set(
      "clean",
      clean.empty()
          ? Data::List()
          : Data::List{
                Data{}.set("words", count_words(clean_count, "clean week")).set("marks", std::move(clean))});
  data.set("rows", std::move(rows));
  return page;
}

namespace {

HttpResponse show_team(Visit& visit) {
  const auto week = chosen_week(visit);
  if (!week) return visit.refuse(week.error());
  auto& desk = visit.store().team();
  const auto team = desk.week(visit.viewer(), *week);
  if (!team) return visit.refuse(team.error());
  return visit.page(team_week_page(*team, visit.now(), desk.zone()));
}

/// Each week as it was read; one that changed meanwhile, or that somebody must look at by now, is left out.
HttpResponse approve_clean_weeks(Visit& visit) {
  auto& desk = visit.store().team();
  auto& form = visit.form();
  const auto week = parse_date(form.value("week"), "week");
  if (!week) return visit.refuse(week.error());
  const auto team = desk.week(visit.viewer(), *week);
  if (!team) return visit.refuse(team.error());
  const auto marks = form.values("clean");
  std::int64_t approved = 0, left_out = 0;
  for (const auto& row : team->rows) {
    const auto wanted = row.owner.person_id + "," + row.mark;
    const bool named = std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
      return mark.starts_with(row.owner.person_id + ",");
    });
    if (!named) continue;
    const bool as_read = std::find(marks.begin(), marks.end(), wanted) != marks.end();
    const bool clean = is_clean(row, *team, attention_for(row, *team, visit.now(), desk.zone()));
    const bool done = as_read && clean && desk.approve({row.owner.person_id, *week, row.mark}, visit.actor());
    done ? ++approved : ++left_out;
  }
  auto sentence = approved == 0 ? std::string("No week was approved.")
                                : fmt::format("{} approved.", count_words(approved, "week"));
  if (left_out > 0)
    sentence += fmt::format(" {} changed meanwhile: look at {} again.", count_words(left_out, "week"),
                            left_out == 1 ? "it" : "them");
  return visit.go(fmt::format("/team?week={}", format_date(*week)), std::move(sentence));
}

Result<SheetTable> table_of_team(Visit& visit, Date week) {
  auto& desk = visit.store().team();
  const auto team = desk.week(visit.viewer(), week);
  if (!team) return tl::unexpected(team.error());
  return team_table(*team, visit.now(), desk.zone());
}

}  // namespace

void add_team_pages(PageRoutes& pages) {
  pages.get("/team", Who::lead, show_team);
  pages.post("/team/approve", Who::lead, approve_clean_weeks);
  add_week_files(pages, "/team", Who::lead, "team-week", table_of_team);
}

}  // namespace waymark::server
