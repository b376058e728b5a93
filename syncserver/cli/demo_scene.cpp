#include "syncserver/cli/demo_scene.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/time/week.h"
#include "shared/time/zone.h"
#include "syncserver/accounts/password.h"
#include "syncserver/store/team_desk.h"

namespace waymark::server {

namespace {

using std::chrono::minutes;

// Which of the specialists, who take turns in their ways of working every eight.
constexpr std::size_t silent_specialist = 6;
constexpr std::size_t busy_specialist = 1;
constexpr std::size_t conflict_specialist = 4;
constexpr std::size_t held_specialist = 0;
constexpr std::size_t returned_specialist = 4;

std::string random_text(RandomSource& random, std::string_view alphabet, std::size_t length) {
  std::vector<std::uint8_t> bytes(length);
  random.fill(bytes);
  std::string text;
  for (const auto byte : bytes) text += alphabet[byte % alphabet.size()];
  return text;
}

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

/// A phone that enrols and syncs once, at the instant the clock shows.
Result<void> hear_from_phone(CentralStore& store, const Clock& clock, const Person& person,
                             std::int64_t waiting, RandomSource& random) {
  constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const auto code = store.create_code(person.id, 60, {});
  if (!code) return tl::unexpected(code.error());
  EnrollRequest enroll;
  enroll.code = code->code;
  enroll.token = random_text(random, base64url, 43);
  enroll.device_name = person.name.substr(0, person.name.find(' ')) + "'s phone";
  enroll.platform = "android";
  enroll.app = WAYMARK_VERSION;
  if (const auto enrolled = store.enroll(enroll); !enrolled) return tl::unexpected(enrolled.error());
  SyncRequest request;
  request.app = enroll.app;
  request.device_time = clock.now();
  request.limit = 1;
  request.waiting = waiting;
  if (waiting > 0) request.oldest_waiting_at = clock.now() - minutes(50);
  const auto synced = store.sync(store.device_by_token(enroll.token).device, request);
  if (!synced) return tl::unexpected(synced.error());
  return {};
}

/// The Tuesday two to eight days ago, ten past four in the afternoon.
Instant last_tuesday(const Zone& zone, Instant now) {
  auto day = add_days(zone.date_of(now), -2);
  while (weekday_index(day) != 1) day = add_days(day, -1);
  return zone.at(day, 16 * 60 + 10);
}

Result<void> hear_from_phones(CentralStore& store, StageClock& clock, std::span<const Person> specialists,
                              const Zone& zone, RandomSource& random) {
  const auto now = clock.now();
  std::vector<std::pair<Instant, std::size_t>> contacts;
  for (std::size_t i = 0; i < specialists.size(); ++i)
    contacts.emplace_back(
        i == silent_specialist ? last_tuesday(zone, now) : now - minutes(4 + 23 * static_cast<int>(i % 16)),
        i);
  std::sort(contacts.begin(), contacts.end());
  for (const auto& [at, i] : contacts) {
    clock.set(at);
    const auto heard = hear_from_phone(store, clock, specialists[i], i == busy_specialist ? 3 : 0, random);
    clock.set(now);
    if (!heard) return heard;
  }
  return {};
}

/// The op that made an entry of this person within the span, and that entry.
const AuthoredOp* entry_between(std::span<const AuthoredOp> operations, const SampleAgency& agency,
                                const std::string& person, Span span) {
  for (const auto& entry : agency.entries) {
    if (entry.specialist_id != person || entry.activity != Activity::job_coaching ||
        entry.starts_at < span.begin || entry.starts_at >= span.end)
      continue;
    const auto found = std::find_if(operations.begin(), operations.end(),
                                    [&](const AuthoredOp& one) { return one.op.rid == entry.id; });
    if (found != operations.end()) return &*found;
  }
  return nullptr;
}

/// Another version of the entry, made from the op it was first written with.
AuthoredOp edit_of(const AuthoredOp& first, int later_minutes, std::string note, RandomSource& random) {
  auto entry = read_stored<Entry>(first.op.body, first.op.rid).value();
  if (entry.ends_at) *entry.ends_at += minutes(later_minutes);
  entry.note = std::move(note);
  AuthoredOp edit = first;
  edit.op.op = make_op_id(random);
  edit.op.parents = {first.op.op};
  edit.op.anc = {first.op.op};
  edit.op.body = to_json(entry);
  edit.received_at.reset();
  return edit;
}

Result<void> edit_entries(CentralStore& store, const SampleAgency& agency,
                          std::span<const Person> specialists, std::span<const AuthoredOp> operations,
                          Span last_week, RandomSource& random) {
  std::vector<AuthoredOp> edits;
  const auto of = [&](std::size_t index) {
    return index < specialists.size() ? entry_between(operations, agency, specialists[index].id, last_week)
                                      : nullptr;
  };
  if (const auto* first = of(conflict_specialist)) {
    edits.push_back(edit_of(*first, 0, "Went well; the employer asked for the same time next week.", random));
    edits.push_back(edit_of(*first, 5, "Stayed for the handover.", random));
  }
  if (const auto* first = of(held_specialist))
    edits.push_back(edit_of(*first, 10, "Ended later than I first wrote.", random));
  if (const auto imported = store.import_ops(edits); !imported) return tl::unexpected(imported.error());
  return {};
}

}  // namespace

Result<std::vector<DemoSignIn>> set_scene(CentralStore& store, StageClock& clock, const SampleAgency& agency,
                                          std::span<const AuthoredOp> operations, RandomSource& random) {
  const auto zone = Zone::find(agency.policy.time_zone);
  if (!zone) return tl::unexpected(zone.error());
  const auto first_other = std::find_if(agency.people.begin(), agency.people.end(),
                                        [](const Person& person) { return person.role != Role::specialist; });
  const std::span<const Person> specialists(agency.people.begin(), first_other);
  const auto week = add_days(week_of(zone->date_of(clock.now()), agency.policy.week_starts_on), -7);
  if (const auto done = hear_from_phones(store, clock, specialists, *zone, random); !done)
    return tl::unexpected(done.error());
  if (const auto done =
          edit_entries(store, agency, specialists, operations, week_frame(week, *zone).span(), random);
      !done)
    return tl::unexpected(done.error());

  PasswordHasher hasher;
  std::vector<DemoSignIn> sign_ins;
  for (auto person = first_other; person != agency.people.end(); ++person) {
    DemoSignIn sign_in{person->name, std::string(to_wire(person->role)), person->team, login_of(*person),
                       random_password(random)};
    const auto hash = hasher.hash(sign_in.password);
    if (!hash) return tl::unexpected(hash.error());
    if (std::any_of(sign_ins.begin(), sign_ins.end(),
                    [&](const auto& one) { return one.login == sign_in.login; }))
      sign_in.login += fmt::format("-{}", sign_in.role);
    if (const auto set = store.set_login(person->id, sign_in.login, *hash, {}); !set)
      return tl::unexpected(set.error());
    if (person->role == Role::lead && returned_specialist < specialists.size() &&
        specialists[returned_specialist].team == person->team)
      if (const auto returned = store.team().return_week(
              specialists[returned_specialist].id, week,
              "Wednesday afternoon overlaps with the team meeting: please look at it again.",
              {person->id, {}});
          !returned)
        return tl::unexpected(returned.error());
    sign_ins.push_back(std::move(sign_in));
  }
  return sign_ins;
}

}  // namespace waymark::server
