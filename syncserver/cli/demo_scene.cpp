#include "syncserver/cli/demo_scene.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/time/week.h"
#include "shared/time/zone.h"
#include "syncserver/accounts/password.h"
#include "syncserver/cli/demo_devices.h"
#include "syncserver/store/team_desk.h"

namespace waymark::server {

namespace {

// Whose last week is approved and has an entry in conflict.
constexpr std::size_t returned_specialist = 4;

/// 60 random bits in letters that are not mistaken for one another.
std::string random_password(RandomSource& random) {
  constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  return fmt::format("{}-{}-{}", random_text(random, letters, 4), random_text(random, letters, 4),
                     random_text(random, letters, 4));
}

std::string login_of(const Person& person) {
  std::string login;
  for (const char c : person.name.substr(0, person.name.find(' ')))
    login += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return login;
}

/// Makes it possible to sign in to the pages as this person.
Result<DemoSignIn> let_sign_in(CentralStore& store, const Person& person, std::span<const DemoSignIn> others,
                               PasswordHasher& hasher, RandomSource& random) {
  DemoSignIn sign_in{person.name, std::string(to_wire(person.role)), person.team, login_of(person),
                     random_password(random)};
  if (std::any_of(others.begin(), others.end(), [&](const auto& one) { return one.login == sign_in.login; }))
    sign_in.login += fmt::format("-{}", sign_in.role);
  const auto hash = hasher.hash(sign_in.password);
  if (!hash) return tl::unexpected(hash.error());
  if (const auto set = store.set_login(person.id, sign_in.login, *hash, {}); !set)
    return tl::unexpected(set.error());
  return sign_in;
}

/// The lead of that specialist's team sends last week back, with a note.
Result<void> return_last_week(CentralStore& store, const Zone& zone, Instant now, const SampleAgency& agency,
                              const Person& specialist) {
  const auto lead = std::find_if(agency.people.begin(), agency.people.end(), [&](const Person& person) {
    return person.role == Role::lead && person.team == specialist.team;
  });
  const auto week = add_days(week_of(zone.date_of(now), agency.policy.week_starts_on), -7);
  const auto read = store.team().person_week({lead->id}, specialist.id, week);
  if (!read) return tl::unexpected(read.error());
  return store.team().return_week(
      {specialist.id, week, read->row.mark,
       "Wednesday afternoon overlaps with the team meeting: please look at it again."},
      {lead->id, {}});
}

/// Somebody who signed in once and left.
Result<void> add_former_admin(CentralStore& store, PasswordHasher& hasher, RandomSource& random) {
  const auto hash = hasher.hash(random_password(random));
  if (!hash) return tl::unexpected(hash.error());
  const auto added = store.add_person({"Noor Haddad", Role::admin, "", "noor", *hash}, {});
  if (!added) return tl::unexpected(added.error());
  return store.disable_person(added->person_id, {});
}

}  // namespace

Result<std::vector<DemoSignIn>> set_scene(CentralStore& store, StageClock& clock, const SampleAgency& agency,
                                          std::span<const AuthoredOp> operations,
                                          const std::filesystem::path& backup, RandomSource& random) {
  const auto zone = Zone::find(agency.policy.time_zone);
  if (!zone) return tl::unexpected(zone.error());
  if (const auto played = play_devices(store, clock, agency, operations, backup, random); !played)
    return tl::unexpected(played.error());
  if (agency.people.size() > returned_specialist &&
      agency.people[returned_specialist].role == Role::specialist) {
    const auto returned =
        return_last_week(store, *zone, clock.now(), agency, agency.people[returned_specialist]);
    if (!returned) return tl::unexpected(returned.error());
  }

  PasswordHasher hasher;
  std::vector<DemoSignIn> sign_ins;
  for (const auto& person : agency.people) {
    if (person.role == Role::specialist) continue;
    auto sign_in = let_sign_in(store, person, sign_ins, hasher, random);
    if (!sign_in) return tl::unexpected(sign_in.error());
    sign_ins.push_back(std::move(*sign_in));
  }
  if (const auto added = add_former_admin(store, hasher, random); !added)
    return tl::unexpected(added.error());
  return sign_ins;
}

}  // namespace waymark::server
