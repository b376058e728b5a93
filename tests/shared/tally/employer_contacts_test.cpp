#include <catch2/catch.hpp>

#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

const Date monday = day_of(2026, 5, 4);

Entry call_on(std::string id, std::string employer, Instant from) {
  Entry entry = visit(std::move(id), from, from + 30min);
  entry.employer_id = std::move(employer);
  return entry;
}

}  // namespace

TEST_CASE("a contact is a visit in person with an employer", "[tally]") {
  const Entry contact = call_on("a", "bakery", at(monday, 9));
  CHECK(is_employer_contact(contact));
  auto other = contact;
  other.contact = Contact::phone;
  CHECK_FALSE(is_employer_contact(other));
  other = contact;
  other.contact.reset();
  CHECK_FALSE(is_employer_contact(other));
  other = contact;
  other.employer_id.clear();
  CHECK_FALSE(is_employer_contact(other));
  other = contact;
  other.activity = Activity::job_coaching;
  CHECK_FALSE(is_employer_contact(other));
}

TEST_CASE("contacts are counted by visit and kept apart", "[tally]") {
  Case week;
  week.policy.employer_contacts_per_week = 7;
  auto boss = call_on("a", "bakery", at(monday, 9));
  boss.hiring_authority = true;
  auto for_somebody = call_on("b", "bakery", at(monday, 15));
  for_somebody.participant_id = "p";
  week.entries = {for_somebody, boss, call_on("c", "garage", at(add_days(monday, 2), 9)),
                  visit("d", at(monday, 11), at(monday, 12))};
  const EmployerContacts expected{
      .total = 3, .hiring_authority = 1, .for_participant = 1, .returning = 1, .goal = 7};
  CHECK(week.tally().employer_contacts == expected);
}

TEST_CASE("a contact belongs to the week its start lies in", "[tally]") {
  Case week;
  week.entries = {call_on("a", "bakery", at(add_days(monday, 6), 23, 50)),
                  call_on("b", "garage", at(monday, 0)), call_on("c", "school", at(monday, 0) - 1ms)};
  CHECK(week.tally().employer_contacts.total == 2);
  week.week = add_days(monday, 7);
  CHECK(week.tally().employer_contacts.total == 0);
}

TEST_CASE("a visit is a return visit after an earlier contact with the same employer", "[tally]") {
  Case week;
  week.entries = {call_on("a", "bakery", at(monday, 9)), call_on("b", "garage", at(monday, 11))};
  CHECK(week.tally().employer_contacts.returning == 0);
  SECTION("known from history") {
    week.first_contacts = {{"bakery", at(monday, 9) - 1ms}};
    CHECK(week.tally().employer_contacts.returning == 1);
  }
  SECTION("history that is this very visit does not make it a return") {
    week.first_contacts = {{"bakery", at(monday, 9)}, {"garage", at(monday, 12)}};
    CHECK(week.tally().employer_contacts.returning == 0);
  }
  SECTION("an entry of an earlier week") {
    week.entries.push_back(call_on("c", "garage", at(add_days(monday, -20), 11)));
    CHECK(week.tally().employer_contacts.total == 2);
    CHECK(week.tally().employer_contacts.returning == 1);
  }
  SECTION("an earlier call by phone is no contact") {
    auto phone = call_on("c", "garage", at(add_days(monday, -20), 11));
    phone.contact = Contact::phone;
    week.entries.push_back(phone);
    CHECK(week.tally().employer_contacts.returning == 0);
  }
  SECTION("of two at the same instant one is the first") {
    week.entries.push_back(call_on("c", "garage", at(monday, 11)));
    CHECK(week.tally().employer_contacts.returning == 1);
  }
}
