#include "shared/tally/employer_contacts.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace waymark {
namespace {

std::vector<const Entry*> contacts_by_employer(std::span<const Entry> entries) {
  std::vector<const Entry*> contacts;
  for (const Entry& entry : entries)
    if (is_employer_contact(entry)) contacts.push_back(&entry);
  std::ranges::sort(contacts, [](const Entry* a, const Entry* b) {
    return std::tie(a->employer_id, a->starts_at, a->id) < std::tie(b->employer_id, b->starts_at, b->id);
  });
  return contacts;
}

bool met_before(const FirstContacts& first_contacts, const Entry& contact) {
  const auto first = first_contacts.find(contact.employer_id);
  return first != first_contacts.end() && first->second < contact.starts_at;
}

}  // namespace

bool is_employer_contact(const Entry& entry) {
  return entry.activity == Activity::employer_visit && entry.contact == Contact::in_person &&
         !entry.employer_id.empty();
}

EmployerContacts employer_contacts(std::span<const Entry> entries, const FirstContacts& first_contacts,
                                   const WeekFrame& week, const Policy& policy) {
  EmployerContacts sum;
  sum.goal = policy.employer_contacts_per_week;
  const auto contacts = contacts_by_employer(entries);
  const Entry* previous = nullptr;
  for (const Entry* contact : contacts) {
    const bool first_here = previous == nullptr || previous->employer_id != contact->employer_id;
    previous = contact;
    if (!week.day_index(contact->starts_at)) continue;
    ++sum.total;
    if (contact->hiring_authority) ++sum.hiring_authority;
    if (!contact->participant_id.empty()) ++sum.for_participant;
    if (!first_here || met_before(first_contacts, *contact)) ++sum.returning;
  }
  return sum;
}

}  // namespace waymark
