#include "mobile/app/suggestions.h"

#include <algorithm>
#include <cstdlib>

namespace waymark::app {
namespace {

constexpr int usual_within_minutes = 60;
constexpr int usual_at_least = 2;

bool worthSuggesting(const Entry& entry) {
  return entry.activity != Activity::break_ && entry.activity != Activity::travel;
}

int minutesApart(int a, int b) {
  const int apart = std::abs(a - b);
  return std::min(apart, 24 * 60 - apart);
}

}  // namespace

bool sameThing(const Entry& a, const Entry& b) {
  return a.activity == b.activity && a.place == b.place && a.place_id == b.place_id &&
         a.participant_id == b.participant_id && a.employer_id == b.employer_id && a.to_place == b.to_place &&
         a.to_place_id == b.to_place_id;
}

Entry likeOf(const Entry& entry) {
  Entry like;
  like.activity = entry.activity;
  like.place = entry.place;
  like.place_id = entry.place_id;
  like.to_place = entry.to_place;
  like.to_place_id = entry.to_place_id;
  like.contact = entry.contact;
  like.participant_id = entry.participant_id;
  like.employer_id = entry.employer_id;
  like.participant_present = entry.participant_present;
  like.program = entry.program;
  return like;
}

std::vector<Suggestion> suggest(std::span<const Entry> history, const std::optional<Entry>& running,
                                const std::optional<Entry>& pinned, Instant now, const Zone& zone) {
  std::vector<Suggestion> found;
  const auto add = [&](const char* kind, const Entry& entry) {
    if (running && sameThing(entry, *running)) return;
    for (const Suggestion& other : found)
      if (sameThing(other.like, entry)) return;
    found.push_back({kind, likeOf(entry)});
  };

  const auto last = std::find_if(history.begin(), history.end(), [&](const Entry& entry) {
    return worthSuggesting(entry) && !entry.running() && !(running && sameThing(entry, *running));
  });
  if (last != history.end()) add("last", *last);

  // The thing begun most often around this time of day; among equals the one done most lately.
  const int minute = zone.minute_of_day(now);
  const Entry* usual = nullptr;
  int most = usual_at_least - 1;
  for (const Entry& entry : history) {
    if (!worthSuggesting(entry)) continue;
    if (minutesApart(zone.minute_of_day(entry.starts_at), minute) > usual_within_minutes) continue;
    const auto times = std::count_if(history.begin(), history.end(), [&](const Entry& other) {
      return sameThing(entry, other) &&
             minutesApart(zone.minute_of_day(other.starts_at), minute) <= usual_within_minutes;
    });
    if (times > most) {
      most = static_cast<int>(times);
      usual = &entry;
    }
  }
  if (usual != nullptr) add("usual", *usual);
  if (pinned) add("pinned", *pinned);
  return found;
}

}  // namespace waymark::app
