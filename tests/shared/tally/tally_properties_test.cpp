#include <algorithm>

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "shared/tally/tally_codec.h"
#include "tests/shared/tally/random_week.h"
#include "tests/shared/tally/week_builder.h"
#include "tests/shared/tally/week_oracle.h"

using namespace waymark;
using namespace waymark::testing;
using std::chrono::minutes;

namespace {

/// What a way of writing the same hours down must not change. Not the splits by activity and place nor the
/// tags: among equals the earlier start has them, and a cut makes a later start.
auto totals(const WeekTally& t) {
  std::vector<std::int64_t> sums = {t.community_s,
                                    t.on_site_s,
                                    t.not_worked_s,
                                    t.logged_s,
                                    t.scheduled_s,
                                    t.work_s,
                                    t.overlap_s,
                                    t.flagged_s,
                                    static_cast<std::int64_t>(t.standing),
                                    t.fidelity_score,
                                    t.needed.minimum_s,
                                    t.needed.recommended_s,
                                    t.needed.schedule_left_s};
  for (const DayTally& day : t.days) {
    sums.push_back(day.time.community_s);
    sums.push_back(day.time.on_site_s);
    sums.push_back(day.time.not_worked_s);
  }
  return sums;
}

std::string as_text(const WeekTally& tally) {
  return to_stored_json(tally);
}

Split sum_of(const std::map<std::string, Split>& splits) {
  Split sum;
  for (const auto& [name, split] : splits) {
    sum.community_s += split.community_s;
    sum.on_site_s += split.on_site_s;
    sum.not_worked_s += split.not_worked_s;
  }
  return sum;
}

}  // namespace

TEST_CASE("the tally is what walking through the week minute by minute finds", "[tally]") {
  rc::prop("the same in every figure", [] {
    const RandomWeek week = any_week();
    RC_LOG() << week;
    WeekTally tally = week.tally();
    tally.employer_contacts = {};
    RC_ASSERT(as_text(tally) == as_text(walk_week(week)));
  });
}

TEST_CASE("the walk finds the same where nothing overlaps", "[tally]") {
  rc::prop("the same in every figure", [] {
    const RandomWeek week = any_week_without_overlap();
    RC_LOG() << week;
    WeekTally tally = week.tally();
    tally.employer_contacts = {};
    RC_ASSERT(tally.overlap_s == 0);
    RC_ASSERT(as_text(tally) == as_text(walk_week(week)));
  });
}

TEST_CASE("the order of entries does not matter", "[tally]") {
  rc::prop("any other order gives the same tally", [] {
    const RandomWeek week = any_week();
    auto shuffled = week.entries;
    for (std::size_t i = 1; i < shuffled.size(); ++i)
      std::swap(shuffled[i], shuffled[static_cast<std::size_t>(any(static_cast<int>(i) + 1))]);
    RC_ASSERT(week.tally() == week.tally_of(shuffled));
  });
}

TEST_CASE("splitting an entry changes no total", "[tally]") {
  rc::prop("two halves are the whole", [] {
    RandomWeek week = any_week();
    // A wait for nobody is left out: its cap runs from its own start, and half a wait is a wait of its own.
    std::vector<std::size_t> choices;
    for (std::size_t i = 0; i < week.entries.size(); ++i)
      if (week.entries[i].ends_at && !week.entries[i].no_show &&
          *week.entries[i].ends_at > week.entries[i].starts_at)
        choices.push_back(i);
    RC_PRE(!choices.empty());
    auto halves = week.entries;
    Entry& first = halves[choices[static_cast<std::size_t>(any(static_cast<int>(choices.size())))]];
    const auto length = static_cast<int>((*first.ends_at - first.starts_at).count());
    Entry second = first;
    second.id = "second half";
    second.starts_at += Millis{1 + any(length - 1)};
    first.ends_at = second.starts_at;
    halves.push_back(second);
    RC_ASSERT(totals(week.tally()) == totals(week.tally_of(halves)));
  });
}

TEST_CASE("leaving on-site time unlogged does not raise the share of a scheduled week", "[tally]") {
  rc::prop("within the schedule the share stays as it is", [] {
    RandomWeek week = any_week_without_overlap();
    week.now = week.week.bounds()[7];
    const WeekTally honest = week.tally();
    RC_PRE(honest.has_schedule && honest.logged_s <= honest.scheduled_s && honest.work_s > 0);
    auto others = week.entries;
    std::erase_if(others, [&](const Entry& entry) {
      return classify(entry, week.policy).time == TimeKind::on_site && *rc::gen::arbitrary<bool>();
    });
    const WeekTally hidden = week.tally_of(others);
    RC_ASSERT(hidden.share() == honest.share());
    RC_ASSERT(hidden.unaccounted_s >= honest.unaccounted_s);
  });
  rc::prop("however much is left out, work is no less than what was scheduled", [] {
    RandomWeek week = any_week_without_overlap();
    week.now = week.week.bounds()[7];
    const WeekTally honest = week.tally();
    auto others = week.entries;
    std::erase_if(others,
                  [&](const Entry& entry) { return classify(entry, week.policy).time == TimeKind::on_site; });
    const WeekTally hidden = week.tally_of(others);
    RC_ASSERT(hidden.community_s == honest.community_s);
    RC_ASSERT(hidden.work_s >= honest.scheduled_s);
  });
}

TEST_CASE("a week is the sum of its days and of its splits", "[tally]") {
  rc::prop("in milliseconds, so that floors lose less than a second a part", [] {
    RandomWeek week = any_week();
    for (Entry& entry : week.entries) {
      entry.starts_at += Millis{any(1000)};
      if (entry.ends_at) entry.ends_at = std::max(entry.starts_at, *entry.ends_at + Millis{any(1000)});
    }
    const WeekTally tally = week.tally();
    Split days;
    for (const DayTally& day : tally.days) {
      days.community_s += day.time.community_s;
      days.on_site_s += day.time.on_site_s;
      days.not_worked_s += day.time.not_worked_s;
    }
    const auto close = [](std::int64_t parts, std::int64_t whole, std::size_t count) {
      const auto lost = whole - parts;
      return lost >= 0 && lost < static_cast<std::int64_t>(std::max<std::size_t>(count, 1));
    };
    RC_ASSERT(close(days.community_s, tally.community_s, 7));
    RC_ASSERT(close(days.on_site_s, tally.on_site_s, 7));
    RC_ASSERT(close(days.not_worked_s, tally.not_worked_s, 7));
    for (const auto* splits : {&tally.by_activity, &tally.by_place}) {
      const Split sum = sum_of(*splits);
      RC_ASSERT(close(sum.community_s, tally.community_s, splits->size()));
      RC_ASSERT(close(sum.on_site_s, tally.on_site_s, splits->size()));
      RC_ASSERT(close(sum.not_worked_s, tally.not_worked_s, splits->size()));
    }
  });
}

TEST_CASE("following weeks share the hours that cross their edge", "[tally]") {
  rc::prop("nothing is lost or counted twice between two weeks", [] {
    const RandomWeek week = any_week();
    RandomWeek next = week;
    RandomWeek previous = week;
    next.week.first = add_days(week.week.first, 7);
    previous.week.first = add_days(week.week.first, -7);
    // Entries reach from a day before the week to less than four days after it.
    std::int64_t three_weeks = 0;
    for (const auto& one : {previous, week, next}) {
      const auto tally = one.tally();
      three_weeks += tally.logged_s + tally.not_worked_s;
    }
    std::vector<Span> spans;
    for (const Entry& entry : week.entries) spans.push_back(covered_span(entry, week.policy, week.now));
    std::ranges::sort(spans, {}, &Span::begin);
    Millis covered{0};
    Instant reach = Instant::min();
    for (const Span& span : spans) {
      if (span.end <= reach) continue;
      covered += span.end - std::max(span.begin, reach);
      reach = span.end;
    }
    RC_ASSERT(three_weeks == covered / std::chrono::seconds{1});
  });
}

TEST_CASE("figures never contradict each other", "[tally]") {
  rc::prop("whatever the week", [] {
    const WeekTally tally = any_week().tally();
    RC_ASSERT(tally.work_s >= tally.logged_s);
    RC_ASSERT(tally.work_s >= tally.scheduled_s);
    RC_ASSERT(tally.work_s == tally.logged_s + tally.unaccounted_s);
    RC_ASSERT(tally.community_s <= tally.work_s);
    RC_ASSERT(tally.flagged_s <= tally.community_s);
    RC_ASSERT(tally.tagged_s <= tally.community_s);
    RC_ASSERT(tally.needed.schedule_left_s >= 0);
    RC_ASSERT(tally.fidelity_score >= 1);
    RC_ASSERT(tally.fidelity_score <= 5);
  });
}
