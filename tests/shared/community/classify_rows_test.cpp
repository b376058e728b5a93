// Each row of domain.md's table by example, on both sides of every switch of the policy.
#include <functional>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/shared/community/verdicts.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

struct Case {
  std::string what;
  std::function<void(Entry&)> entry;
  std::function<void(Policy&)> policy;
  Verdict expected;
};

void as_is(Policy&) {}

std::function<void(Entry&)> travel(std::optional<Place> from, std::optional<Place> to) {
  return [=](Entry& e) {
    e.activity = Activity::travel;
    e.from_place = from;
    e.to_place = to;
  };
}

std::function<void(Entry&)> at(Activity activity, std::optional<Place> place,
                               std::optional<Contact> contact = {}) {
  return [=](Entry& e) {
    e.activity = activity;
    e.place = place;
    e.contact = contact;
  };
}

std::function<void(Entry&)> with(std::function<void(Entry&)> base, std::function<void(Entry&)> more) {
  return [=](Entry& e) {
    base(e);
    more(e);
  };
}

void participant_present(Entry& e) {
  e.participant_present = true;
}
void participant_named(Entry& e) {
  e.participant_id = somebody;
}
void employer_named(Entry& e) {
  e.employer_id = somebody;
}
void no_show(Entry& e) {
  e.no_show = true;
}

void commute_is_work(Policy& p) {
  p.commute_is_work = true;
}
void return_does_not_count(Policy& p) {
  p.return_travel_counts = false;
}
void commute_is_work_without_return(Policy& p) {
  p.commute_is_work = true;
  p.return_travel_counts = false;
}
void training_counts(Policy& p) {
  p.staff_training_counts = true;
}
void remote_does_not_count(Policy& p) {
  p.remote_contact_counts = false;
}
void satellite_counts(Policy& p) {
  p.satellite_service_counts = true;
}
void no_waiting(Policy& p) {
  p.no_show_cap_minutes = 0;
}
void an_hour_of_waiting(Policy& p) {
  p.no_show_cap_minutes = 60;
}

std::vector<Case> cases() {
  using enum Reason;
  constexpr auto doc = Activity::documentation;
  constexpr auto person = Contact::in_person;
  return {
      // 1
      {"a break in a café", at(Activity::break_, Place::cafe, person), as_is, no_work(break_)},
      {"a break without a place", at(Activity::break_, {}), as_is, no_work(break_)},
      // 2
      {"a visit without a place", at(Activity::employer_visit, {}, person), as_is,
       does_not_count(incomplete)},
      {"a travel without a destination", travel(Place::program_site, {}), as_is, does_not_count(incomplete)},
      {"a travel without an origin", travel({}, Place::library), as_is, does_not_count(incomplete)},
      {"a travel from home to nowhere", travel(Place::own_home, {}), as_is, does_not_count(incomplete)},
      {"a travel with a place of its own but no ends",
       with(travel({}, {}), [](Entry& e) { e.place = Place::library; }), as_is, does_not_count(incomplete)},
      // 3
      {"from home to an employer", travel(Place::own_home, Place::employer_site), as_is, no_work(commute)},
      {"from an employer home", travel(Place::employer_site, Place::own_home), as_is, no_work(commute)},
      {"from home to the program site", travel(Place::own_home, Place::program_site), as_is,
       no_work(commute)},
      {"from home to home", travel(Place::own_home, Place::own_home), as_is, no_work(commute)},
      {"from home to an employer where the commute is work", travel(Place::own_home, Place::employer_site),
       commute_is_work, counts(travel_to_community)},
      {"from an employer home where the commute is work", travel(Place::employer_site, Place::own_home),
       commute_is_work, counts_flagged(travel_back)},
      {"from an employer home where the commute is work and the way back does not count",
       travel(Place::employer_site, Place::own_home), commute_is_work_without_return,
       does_not_count(travel_back)},
      {"from home to the program site where the commute is work",
       travel(Place::own_home, Place::program_site), commute_is_work, does_not_count(travel_between_offices)},
      // 4
      {"from the program site to a library", travel(Place::program_site, Place::library), as_is,
       counts(travel_to_community)},
      {"between two community places", travel(Place::employer_site, Place::participant_home), as_is,
       counts(travel_to_community)},
      {"to a community place where the way back does not count",
       travel(Place::employer_site, Place::vr_office), return_does_not_count, counts(travel_to_community)},
      {"a travel whose own place is the program site",
       with(travel(Place::program_site, Place::cafe), [](Entry& e) { e.place = Place::program_site; }), as_is,
       counts(travel_to_community)},
      // 5
      {"back to the program site", travel(Place::library, Place::program_site), as_is,
       counts_flagged(travel_back)},
      {"back to the satellite office", travel(Place::school, Place::satellite_office), as_is,
       counts_flagged(travel_back)},
      {"back to the program site where that does not count", travel(Place::library, Place::program_site),
       return_does_not_count, does_not_count(travel_back)},
      // 6
      {"between offices", travel(Place::program_site, Place::satellite_office), as_is,
       does_not_count(travel_between_offices)},
      {"round the program site", travel(Place::program_site, Place::program_site), as_is,
       does_not_count(travel_between_offices)},
      // 7
      {"coaching at the program site", at(Activity::job_coaching, Place::program_site, person), as_is,
       does_not_count(program_site)},
      {"a no-show at the program site", with(at(Activity::engagement, Place::program_site, person), no_show),
       as_is, does_not_count(program_site)},
      // 8
      {"a participant at the satellite office",
       with(at(Activity::engagement, Place::satellite_office, person), participant_named), as_is,
       does_not_count(satellite_office)},
      {"a named participant at a satellite office that counts",
       with(at(Activity::engagement, Place::satellite_office, person), participant_named), satellite_counts,
       counts_flagged(satellite_office)},
      {"a participant who is present at a satellite office that counts",
       with(at(Activity::assessment, Place::satellite_office, person), participant_present), satellite_counts,
       counts_flagged(satellite_office)},
      {"an employer at a satellite office that counts",
       with(at(Activity::employer_visit, Place::satellite_office, person), employer_named), satellite_counts,
       counts_flagged(satellite_office)},
      {"nobody named at a satellite office that counts",
       at(Activity::engagement, Place::satellite_office, person), satellite_counts,
       does_not_count(satellite_office)},
      {"a call from a satellite office that counts",
       with(at(Activity::engagement, Place::satellite_office, Contact::phone), participant_named),
       satellite_counts, does_not_count(satellite_office)},
      {"no contact at a satellite office that counts",
       with(at(Activity::job_search, Place::satellite_office), participant_named), satellite_counts,
       does_not_count(satellite_office)},
      {"a no-show at a satellite office that counts",
       with(with(at(Activity::engagement, Place::satellite_office, person), participant_named), no_show),
       satellite_counts, does_not_count(satellite_office)},
      {"documentation with the participant at a satellite office that counts",
       with(at(doc, Place::satellite_office, person), participant_present), satellite_counts,
       does_not_count(satellite_office)},
      {"a team meeting at a satellite office that counts",
       with(at(Activity::team_meeting, Place::satellite_office, person), participant_named), satellite_counts,
       does_not_count(satellite_office)},
      {"training at a satellite office where both would count",
       with(at(Activity::training, Place::satellite_office, person), participant_named),
       [](Policy& p) { p.satellite_service_counts = p.staff_training_counts = true; },
       does_not_count(satellite_office)},
      // 9
      {"a call from the own home", at(Activity::follow_along, Place::own_home, Contact::phone), as_is,
       does_not_count(own_home)},
      // 10
      {"documentation with the participant at hand",
       with(at(doc, Place::library, person), participant_present), as_is,
       counts(collaborative_documentation)},
      {"documentation with the participant at hand comes before a no-show",
       with(with(at(doc, Place::library, person), participant_present), no_show), as_is,
       counts(collaborative_documentation)},
      // 11
      {"documentation alone in a café", at(doc, Place::cafe), as_is, does_not_count(solo_documentation)},
      {"documentation about a participant who is not there",
       with(at(doc, Place::cafe, person), participant_named), as_is, does_not_count(solo_documentation)},
      {"documentation with the participant on the phone",
       with(at(doc, Place::cafe, Contact::phone), participant_present), as_is,
       does_not_count(solo_documentation)},
      // 12
      {"training in a school", at(Activity::training, Place::school, person), as_is,
       does_not_count(staff_activity)},
      {"training in a school where it counts", at(Activity::training, Place::school, person), training_counts,
       counts_flagged(staff_activity)},
      {"a team meeting in a library where training counts",
       at(Activity::team_meeting, Place::library, person), training_counts, does_not_count(staff_activity)},
      {"supervision in a café where training counts", at(Activity::supervision, Place::cafe, person),
       training_counts, does_not_count(staff_activity)},
      // 13
      {"a no-show at a participant's home",
       with(at(Activity::engagement, Place::participant_home, person), no_show),
       as_is,
       {TimeKind::community, no_show_wait, true, 30min}},
      {"a no-show where an hour's wait counts",
       with(at(Activity::engagement, Place::cafe), no_show),
       an_hour_of_waiting,
       {TimeKind::community, no_show_wait, true, 60min}},
      {"a no-show where no wait counts", with(at(Activity::engagement, Place::cafe), no_show), no_waiting,
       does_not_count(no_show_wait)},
      {"a no-show comes before a phone contact",
       with(at(Activity::engagement, Place::cafe, Contact::phone), no_show),
       remote_does_not_count,
       {TimeKind::community, no_show_wait, true, 30min}},
      {"a no-show comes before other work alone",
       with(at(Activity::other_work, Place::cafe), no_show),
       as_is,
       {TimeKind::community, no_show_wait, true, 30min}},
      // 14
      {"a video call from a library", at(Activity::benefits_counseling, Place::library, Contact::video),
       as_is, counts_flagged(remote_contact)},
      {"a phone call from a café", at(Activity::other_work, Place::cafe, Contact::phone), as_is,
       counts_flagged(remote_contact)},
      {"a phone call where that does not count", at(Activity::follow_along, Place::cafe, Contact::phone),
       remote_does_not_count, does_not_count(remote_contact)},
      // 15
      {"other work alone", at(Activity::other_work, Place::cafe, Contact::none), as_is,
       does_not_count(solo_work)},
      {"other work where nobody said with whom", at(Activity::other_work, Place::cafe), as_is,
       does_not_count(solo_work)},
      // 16
      {"other work with somebody", at(Activity::other_work, Place::cafe, person), as_is,
       counts(community_service)},
      {"an employer visit", at(Activity::employer_visit, Place::employer_site, person), as_is,
       counts(community_service)},
      {"job search in a library with nobody there", at(Activity::job_search, Place::library), as_is,
       counts(community_service)},
      {"coaching at a participant's training site", at(Activity::job_coaching, Place::training_site, person),
       as_is, counts(community_service)},
      {"a meeting with a VR counselor", at(Activity::partner_meeting, Place::vr_office, person), as_is,
       counts(community_service)},
  };
}

}  // namespace

TEST_CASE("each row of the table, on both sides of its switch", "[community]") {
  for (const Case& one : cases()) {
    CAPTURE(one.what);
    Entry entry;
    Policy policy;
    one.entry(entry);
    one.policy(policy);
    const Verdict verdict = classify(entry, policy);
    CAPTURE(to_wire(verdict.time), to_wire(verdict.reason), verdict.flagged);
    CHECK(verdict == one.expected);
  }
}
