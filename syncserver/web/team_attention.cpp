#include "syncserver/web/team_attention.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/time/week.h"
#include "syncserver/web/aside_pages.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

constexpr auto silent_after = std::chrono::hours{24};

// Reasons by gravity, as ui.md has them.
enum Rank { below_minimum, not_submitted, not_heard_from, flaws, waiting_for_lead, falling };

void add(Attention& attention, Rank rank, std::string words, std::string address = {}) {
  attention.rank = attention.reasons.empty() ? rank : std::min<int>(attention.rank, rank);
  attention.reasons.push_back({std::move(words), std::move(address)});
}

std::int64_t seconds_of(const WeekTally& tally, ExceptionCode code) {
  std::int64_t sum = 0;
  for (const auto& exception : tally.exceptions)
    if (exception.code == code) sum += exception.seconds;
  return sum;
}

std::int64_t count_of(const WeekTally& tally, ExceptionCode code) {
  return std::count_if(tally.exceptions.begin(), tally.exceptions.end(),
                       [&](const TallyException& one) { return one.code == code; });
}

void add_flaws(Attention& attention, const WeekTally& tally) {
  if (const auto count = count_of(tally, ExceptionCode::overlap); count > 0)
    add(attention, flaws, count_words(count, "overlap"));
  if (const auto gaps = seconds_of(tally, ExceptionCode::gap); gaps > 0)
    add(attention, flaws, duration_words(gaps) + " not logged between entries");
  if (const auto count = count_of(tally, ExceptionCode::incomplete); count > 0)
    add(attention, flaws, count_words(count, "entry without a place", "entries without a place"));
  if (const auto count = count_of(tally, ExceptionCode::long_running); count > 0)
    add(attention, flaws, count_words(count, "very long entry", "very long entries"));
}

void add_phone(Attention& attention, const PhoneState& phone, Instant now, const Zone& zone) {
  if (!phone.enrolled)
    add(attention, not_heard_from, "no phone is enrolled");
  else if (!phone.last_contact)
    add(attention, not_heard_from, "the phone was never heard from");
  else if (*phone.last_contact < now - silent_after)
    add(attention, not_heard_from, "phone last heard from " + moment_words(*phone.last_contact, now, zone));
}

/// The phone says itself that something of the week is not here yet.
bool holds_back(const PhoneState& phone, Instant week_end) {
  return phone.waiting > 0 && phone.oldest_waiting_at && *phone.oldest_waiting_at < week_end;
}

void add_unsent(Attention& attention, const PhoneState& phone, Date week, const Zone& zone) {
  // When a week ends is worked out only where it matters: most phones hold nothing.
  if (phone.waiting > 0 && holds_back(phone, week_frame(week, zone).span().end))
    add(attention, not_heard_from, "the phone holds " + count_words(phone.waiting, "edit") + " not sent yet");
  if (phone.needs_you > 0)
    add(attention, not_heard_from,
        count_words(phone.needs_you, "edit") + " on the phone for the specialist to settle");
}

}  // namespace

int weeks_of_falling(const std::vector<TrendWeek>& trend) {
  int count = 0;
  for (auto week = trend.rbegin(); week != trend.rend() && std::next(week) != trend.rend(); ++week) {
    const auto& before = *std::next(week);
    if (!week->counts() || !before.counts()) break;
    // a/b < c/d as integers.
    if (week->share->community_s * before.share->work_s >= before.share->community_s * week->share->work_s)
      break;
    ++count;
  }
  return count;
}

bool is_silent(const PhoneState& phone, bool over, Instant week_end, Instant now) {
  const auto heard_by = over ? week_end : now - silent_after;
  return !phone.last_contact || *phone.last_contact < heard_by;
}

Attention attention_for(const TeamRow& row, const TeamPage& page, Instant now, const Zone& zone) {
  Attention attention;
  const auto& tally = *row.tally;
  const auto& state = row.owner.state;
  const bool settled = state == "approved";
  const int falling_weeks = weeks_of_falling(row.trend);
  const bool due = tally.scheduled_s > 0;
  if (!row.has_entries() && due) {
    add(attention, below_minimum, "no entries yet");
  } else if (tally.standing == Standing::below) {
    auto reason = fmt::format("{}, below {} %", percent_words(tally.share()), page.policy.minimum_percent);
    if (falling_weeks >= 2) reason += fmt::format(" and falling for {} weeks", falling_weeks);
    add(attention, below_minimum, std::move(reason));
  }
  if (state == "returned") add(attention, not_submitted, "returned, not submitted again");
  if (state == "open" && page.over && (due || row.has_entries()))
    add(attention, not_submitted, "not submitted");
  if (!settled) {
    add_phone(attention, row.phone, now, zone);
    add_unsent(attention, row.phone, page.week_start, zone);
  }
  if (!settled) add_flaws(attention, tally);
  if (const auto count = static_cast<std::int64_t>(row.conflicts.size()); count > 0)
    add(attention, flaws, count_words(count, "record") + " edited on two devices",
        count == 1 ? aside_address(row.conflicts.front()) : std::string("/aside"));
  if (row.barred) add(attention, flaws, "figures do not match the entries: ask your admin to run verify");
  if (row.held > 0)
    add(attention, waiting_for_lead,
        count_words(row.held, "edit") + " after approval: return the week to apply");
  if (tally.standing == Standing::minimum && falling_weeks >= 2)
    add(attention, falling,
        fmt::format("{}, falling for {} weeks", percent_words(tally.share()), falling_weeks));
  return attention;
}

bool is_clean(const TeamRow& row, const TeamPage& page, const Attention& attention) {
  return page.over && row.owner.state == "submitted" && !row.is_viewer && !attention.any();
}

Completeness completeness_of(const TeamPage& page, Instant now, const Zone& zone) {
  const auto week_end = week_frame(page.week_start, zone).span().end;
  int silent = 0, without = 0, holding = 0;
  std::int64_t held_back = 0;
  std::optional<Instant> silent_since;
  for (const auto& row : page.rows) {
    const auto& phone = row.phone;
    if (!phone.enrolled) {
      ++without;
      continue;
    }
    if (is_silent(phone, page.over, week_end, now)) {
      ++silent;
      if (phone.last_contact && (!silent_since || *phone.last_contact < *silent_since))
        silent_since = phone.last_contact;
    } else if (holds_back(phone, week_end)) {
      ++holding;
      held_back += phone.waiting;
    }
  }
  std::vector<std::string> parts;
  if (silent > 0)
    parts.push_back(count_words(silent, "phone") + " not heard from" +
                    (silent_since ? " since " + moment_words(*silent_since, now, zone) : std::string()));
  if (holding > 0)
    parts.push_back(fmt::format("{} with {} not sent yet", count_words(holding, "phone"),
                                count_words(held_back, "edit")));
  if (without > 0)
    parts.push_back(count_words(without, "specialist without a phone", "specialists without a phone"));
  if (parts.empty())
    return {false, page.over ? "Complete: every phone was heard from after the week's end."
                             : "Up to date: every phone was heard from in the last 24 hours."};
  std::string sentence = "Provisional: ";
  for (std::size_t i = 0; i < parts.size(); ++i) sentence += (i == 0 ? "" : ", ") + parts[i];
  return {true, sentence + "."};
}

}  // namespace waymark::server
