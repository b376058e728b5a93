// Short ways to say what a week of one specialist looked like, for the tests of the tally.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/tally/week_tally.h"

namespace waymark::testing {

constexpr Date day_of(int year, int month, int day) {
  return std::chrono::year{year} / month / day;
}

inline const Zone& new_york() {
  static const Zone zone = Zone::find("America/New_York").value();
  return zone;
}

/// What a New York wall clock shows.
inline Instant at(Date date, int hour, int minute = 0) {
  return new_york().at(date, hour * 60 + minute);
}

inline Entry stretch(std::string id, Activity activity, std::optional<Place> place, Instant from,
                     std::optional<Instant> to) {
  Entry entry;
  entry.id = std::move(id);
  entry.activity = activity;
  entry.place = place;
  entry.contact = Contact::in_person;
  entry.starts_at = from;
  entry.ends_at = to;
  entry.recorded_at = from;
  return entry;
}

inline Entry travel(std::string id, Place from_place, Place to_place, Instant from,
                    std::optional<Instant> to) {
  Entry entry = stretch(std::move(id), Activity::travel, std::nullopt, from, to);
  entry.from_place = from_place;
  entry.to_place = to_place;
  entry.contact = Contact::none;
  return entry;
}

/// Community time without a flag.
inline Entry visit(std::string id, Instant from, std::optional<Instant> to) {
  return stretch(std::move(id), Activity::employer_visit, Place::employer_site, from, to);
}

/// On-site time.
inline Entry office(std::string id, Instant from, std::optional<Instant> to) {
  return stretch(std::move(id), Activity::documentation, Place::program_site, from, to);
}

/// Time that is no work.
inline Entry lunch(std::string id, Instant from, std::optional<Instant> to) {
  return stretch(std::move(id), Activity::break_, std::nullopt, from, to);
}

/// Community time that rests on a policy choice.
inline Entry call_from_library(std::string id, Instant from, std::optional<Instant> to) {
  Entry entry = stretch(std::move(id), Activity::follow_along, Place::library, from, to);
  entry.contact = Contact::phone;
  return entry;
}

inline Entry no_show(std::string id, Instant from, std::optional<Instant> to) {
  Entry entry = stretch(std::move(id), Activity::engagement, Place::cafe, from, to);
  entry.no_show = true;
  return entry;
}

inline LocationTag fix(Instant when) {
  LocationTag tag;
  tag.at = when;
  tag.lat = 42.65;
  tag.lon = -73.75;
  return tag;
}

inline LocationTag no_fix(TagAbsence why) {
  LocationTag tag;
  tag.absent = why;
  return tag;
}

/// The same minutes from Monday to Friday.
inline WorkPattern weekdays(int minutes, Date from = day_of(2020, 1, 1)) {
  Schedule schedule;
  schedule.effective_from = from;
  schedule.minutes = {minutes, minutes, minutes, minutes, minutes, 0, 0};
  return {{schedule}, {}};
}

inline Leave leave(Date date, int minutes) {
  Leave row;
  row.date = date;
  row.minutes = minutes;
  return row;
}

inline Policy new_york_policy() {
  Policy policy;
  policy.time_zone = "America/New_York";
  return policy;
}

/// A week of which nothing is missing: everything else default.
struct Case {
  Date week = day_of(2026, 5, 4);  // a Monday
  std::vector<Entry> entries;
  WorkPattern pattern;
  Policy policy = new_york_policy();
  FirstContacts first_contacts;
  std::optional<Instant> now;  // none: long after

  WeekTally tally() const {
    return tally_week(week, entries, pattern, policy, new_york(), first_contacts,
                      now.value_or(new_york().start_of(add_days(week, 30))));
  }
};

constexpr std::int64_t minutes_s(std::int64_t minutes) {
  return minutes * 60;
}
constexpr std::int64_t hours_s(std::int64_t hours) {
  return hours * 3600;
}

}  // namespace waymark::testing
