// Every combination of what an entry and a policy can say, against domain.md's table written as a list of
// conditions: first match wins.
#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/shared/community/verdicts.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

/// What one row of the table needs to know.
struct Facts {
  const Entry& e;
  const Policy& p;
  Contact contact() const { return e.contact.value_or(Contact::none); }
  bool travels() const { return e.activity == Activity::travel; }
  bool is(std::initializer_list<Activity> activities) const {
    return std::ranges::find(activities, e.activity) != activities.end();
  }
  static bool among_community(std::optional<Place> place) {
    constexpr std::array kinds = {Place::employer_site, Place::vr_office,      Place::library,
                                  Place::school,        Place::cafe,           Place::participant_home,
                                  Place::training_site, Place::other_community};
    return place && std::ranges::find(kinds, *place) != kinds.end();
  }
  bool outside() const { return among_community(e.place); }
};

struct Row {
  std::function<bool(const Facts&)> when;
  std::function<Verdict(const Facts&)> then;
};

Verdict flagged_if(bool counted, Reason reason) {
  return counted ? counts_flagged(reason) : does_not_count(reason);
}

/// The table, top to bottom; the first row that matches decides.
const std::vector<Row>& table() {
  using F = const Facts&;
  using enum Activity;
  static const std::vector<Row> rows = {
      {[](F f) { return f.e.activity == break_; }, [](F) { return no_work(Reason::break_); }},
      {[](F f) { return f.travels() ? !f.e.from_place || !f.e.to_place : !f.e.place; },
       [](F) { return does_not_count(Reason::incomplete); }},
      {[](F f) {
         return f.travels() && (f.e.from_place == Place::own_home || f.e.to_place == Place::own_home) &&
                !f.p.commute_is_work;
       },
       [](F) { return no_work(Reason::commute); }},
      {[](F f) { return f.travels() && Facts::among_community(f.e.to_place); },
       [](F) { return counts(Reason::travel_to_community); }},
      {[](F f) { return f.travels() && Facts::among_community(f.e.from_place); },
       [](F f) { return flagged_if(f.p.return_travel_counts, Reason::travel_back); }},
      {[](F f) { return f.travels(); }, [](F) { return does_not_count(Reason::travel_between_offices); }},
      {[](F f) { return f.e.place == Place::program_site; },
       [](F) { return does_not_count(Reason::program_site); }},
      {[](F f) { return f.e.place == Place::satellite_office; },
       [](F f) {
         const bool service = !f.is({documentation, team_meeting, supervision, training, other_work});
         const bool somebody_there =
             f.e.participant_present || !f.e.participant_id.empty() || !f.e.employer_id.empty();
         return flagged_if(f.p.satellite_service_counts && service && somebody_there &&
                               f.contact() == Contact::in_person && !f.e.no_show,
                           Reason::satellite_office);
       }},
      {[](F f) { return f.e.place == Place::own_home; }, [](F) { return does_not_count(Reason::own_home); }},
      {[](F f) {
         return f.is({documentation}) && f.outside() && f.e.participant_present &&
                f.contact() == Contact::in_person;
       },
       [](F) { return counts(Reason::collaborative_documentation); }},
      {[](F f) { return f.is({documentation}) && f.outside(); },
       [](F) { return does_not_count(Reason::solo_documentation); }},
      {[](F f) {
         return f.is({training, team_meeting, supervision}) && f.outside();
       },
       [](F f) { return flagged_if(f.is({training}) && f.p.staff_training_counts, Reason::staff_activity); }},
      {[](F f) { return f.e.no_show && f.outside(); },
       [](F) {
         return Verdict{TimeKind::community, Reason::no_show_wait, true, 30min};
       }},
      {[](F f) { return f.outside() && (f.contact() == Contact::video || f.contact() == Contact::phone); },
       [](F f) { return flagged_if(f.p.remote_contact_counts, Reason::remote_contact); }},
      {[](F f) { return f.outside() && f.is({other_work}) && f.contact() == Contact::none; },
       [](F) { return does_not_count(Reason::solo_work); }},
      {[](F f) { return f.outside(); }, [](F) { return counts(Reason::community_service); }},
  };
  return rows;
}

template <class E>
std::vector<E> all(E last) {
  std::vector<E> values;
  for (int i = 0; i <= static_cast<int>(last); ++i) values.push_back(static_cast<E>(i));
  return values;
}

template <class E>
std::vector<std::optional<E>> all_and_none(E last) {
  std::vector<std::optional<E>> values = {std::nullopt};
  for (const E value : all(last)) values.emplace_back(value);
  return values;
}

std::vector<Policy> all_policies() {
  std::vector<Policy> policies;
  for (unsigned bits = 0; bits < 32; ++bits) {
    Policy policy;
    policy.commute_is_work = (bits & 1) != 0;
    policy.return_travel_counts = (bits & 2) != 0;
    policy.staff_training_counts = (bits & 4) != 0;
    policy.remote_contact_counts = (bits & 8) != 0;
    policy.satellite_service_counts = (bits & 16) != 0;
    policies.push_back(policy);
  }
  return policies;
}

std::vector<Entry> all_entries() {
  std::vector<Entry> entries;
  const auto places = all_and_none(Place::own_home);
  for (const auto from : places)
    for (const auto to : places)
      for (const auto place : {std::optional<Place>{}, std::optional{Place::library}}) {
        Entry entry;
        entry.activity = Activity::travel;
        entry.from_place = from;
        entry.to_place = to;
        entry.place = place;
        entries.push_back(entry);
      }
  for (const auto activity : all(Activity::break_)) {
    if (activity == Activity::travel) continue;
    for (const auto place : places)
      for (const auto contact : all_and_none(Contact::none))
        for (unsigned bits = 0; bits < 16; ++bits) {
          Entry entry;
          entry.activity = activity;
          entry.place = place;
          entry.contact = contact;
          entry.participant_present = (bits & 1) != 0;
          entry.no_show = (bits & 2) != 0;
          if ((bits & 4) != 0) entry.participant_id = somebody;
          if ((bits & 8) != 0) entry.employer_id = somebody;
          entries.push_back(entry);
        }
  }
  return entries;
}

}  // namespace

TEST_CASE("every combination of codes and switches is what the table says", "[community]") {
  const auto entries = all_entries();
  std::size_t wrong = 0;
  std::array<bool, 16> used{};
  for (const Policy& policy : all_policies()) {
    for (const Entry& entry : entries) {
      const Facts facts{entry, policy};
      const auto row = std::ranges::find_if(table(), [&](const Row& r) { return r.when(facts); });
      REQUIRE(row != table().end());
      used[static_cast<std::size_t>(row - table().begin())] = true;
      if (classify(entry, policy) != row->then(facts)) ++wrong;
    }
  }
  CHECK(wrong == 0);
  CHECK(std::ranges::all_of(used, std::identity{}));
}

TEST_CASE("only community time is ever flagged or capped", "[community]") {
  const auto entries = all_entries();
  for (const Policy& policy : all_policies())
    for (const Entry& entry : entries) {
      const auto verdict = classify(entry, policy);
      if (verdict.time == TimeKind::community) continue;
      REQUIRE_FALSE(verdict.flagged);
      REQUIRE_FALSE(verdict.cap.has_value());
    }
}

TEST_CASE("kinds of time and reasons go over the wire by their names", "[community]") {
  for (const auto kind : all(TimeKind::not_worked)) CHECK(from_wire<TimeKind>(to_wire(kind)) == kind);
  for (const auto reason : all(Reason::community_service))
    CHECK(from_wire<Reason>(to_wire(reason)) == reason);
  CHECK(to_wire(TimeKind::on_site) == "on_site");
  CHECK(to_wire(Reason::break_) == "break");
  CHECK(to_wire(Reason::no_show_wait) == "no_show_wait");
  CHECK(to_wire(Reason::community_service) == "community_service");
}
