#include "syncserver/cli/demo_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <functional>

#include "shared/sync/message_codec.h"
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

/// A phone or tablet, enrolled at the instant the clock shows and heard from whenever it is told to.
class SceneDevice {
 public:
  Result<void> enrol(CentralStore& store, const Person& person, std::string_view kind, RandomSource& random) {
    constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const auto code = store.create_code(person.id, 60, {});
    if (!code) return tl::unexpected(code.error());
    EnrollRequest enroll;
    enroll.code = code->code;
    enroll.token = random_text(random, base64url, 43);
    enroll.device_name = fmt::format("{}'s {}", person.name.substr(0, person.name.find(' ')), kind);
    enroll.platform = "android";
    enroll.app = WAYMARK_VERSION;
    if (const auto enrolled = store.enroll(enroll); !enrolled) return tl::unexpected(enrolled.error());
    identity_ = store.device_by_token(enroll.token).device;
    return {};
  }

  /// Sends this edit, or nothing, and says how many edits are left and how many need their person.
  Result<void> sync(CentralStore& store, Instant now, const Op* edit) {
    SyncRequest request;
    request.app = WAYMARK_VERSION;
    request.device_time = now;
    request.limit = 1;
    request.waiting = waiting;
    request.needs_you = needs_you;
    if (waiting > 0) request.oldest_waiting_at = now - minutes(50);
    if (edit) request.ops.push_back({edit->op, *edit, to_json(*edit)});
    const auto synced = store.sync(identity_, request);
    if (!synced) return tl::unexpected(synced.error());
    return {};
  }

  std::int64_t waiting = 0, needs_you = 0;

 private:
  DeviceIdentity identity_;
};

/// The Tuesday two to eight days ago, ten past four in the afternoon.
Instant last_tuesday(const Zone& zone, Instant now) {
  auto day = add_days(zone.date_of(now), -2);
  while (weekday_index(day) != 1) day = add_days(day, -1);
  return zone.at(day, 16 * 60 + 10);
}

/// A job coaching of this person within the span.
const Entry* coaching_of(const SampleAgency& agency, const std::string& person, Span span) {
  const auto found = std::find_if(agency.entries.begin(), agency.entries.end(), [&](const Entry& entry) {
    return entry.specialist_id == person && entry.activity == Activity::job_coaching && entry.ends_at &&
           entry.starts_at >= span.begin && entry.starts_at < span.end;
  });
  return found == agency.entries.end() ? nullptr : &*found;
}

/// Another version of the entry, made from the op it was first written with.
Op edit_of(const Entry& entry, std::span<const AuthoredOp> operations, int later_minutes, std::string note,
           RandomSource& random) {
  const auto first = std::find_if(operations.begin(), operations.end(),
                                  [&](const AuthoredOp& one) { return one.op.rid == entry.id; });
  auto changed = entry;
  *changed.ends_at += minutes(later_minutes);
  changed.note = std::move(note);
  Op edit = first->op;
  edit.op = make_op_id(random);
  edit.parents = {first->op.op};
  edit.anc = {first->op.op};
  edit.body = to_json(changed);
  return edit;
}

/// What happened on the devices in the last two weeks, each at its time.
class SceneOfDevices {
 public:
  SceneOfDevices(CentralStore& store, StageClock& clock, const Zone& zone, RandomSource& random)
      : store_(store), clock_(clock), zone_(zone), now_(clock.now()), random_(random) {}

  void plan(const SampleAgency& agency, std::span<const Person> specialists,
            std::span<const AuthoredOp> operations, Span last_week) {
    for (std::size_t i = 0; i < specialists.size(); ++i) {
      auto& phone = devices_.emplace_back();
      const auto& person = specialists[i];
      const auto* entry = coaching_of(agency, person.id, last_week);
      enrol(phone, person, "phone", last_week.begin + minutes(8 * 60));
      if (i == busy_specialist) phone.waiting = 3;
      if (entry && i == held_specialist)
        send(phone, now_ - minutes(180),
             edit_of(*entry, operations, 10, "Ended later than I first wrote.", random_));
      if (entry && i == conflict_specialist) {
        auto& tablet = devices_.emplace_back();
        tablet.needs_you = 1;
        enrol(tablet, person, "tablet", last_week.begin + minutes(8 * 60));
        send(phone, *entry->ends_at + minutes(150),
             edit_of(*entry, operations, 0, "Went well; the employer asked for the same time next week.",
                     random_));
        send(tablet, *entry->ends_at + minutes(26 * 60),
             edit_of(*entry, operations, 5, "Stayed for the handover.", random_));
        hear_from(tablet, now_ - minutes(95));
      }
      hear_from(phone, i == silent_specialist ? last_tuesday(zone_, now_)
                                              : now_ - minutes(4 + 23 * static_cast<int>(i % 16)));
    }
  }

  Result<void> play() {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& a, const Event& b) { return a.at < b.at; });
    for (const auto& event : events_) {
      clock_.set(event.at);
      const auto happened = event.happens();
      clock_.set(now_);
      if (!happened) return happened;
    }
    return {};
  }

 private:
  struct Event {
    Instant at;
    std::function<Result<void>()> happens;
  };

  void enrol(SceneDevice& device, const Person& person, std::string_view kind, Instant at) {
    events_.push_back(
        {at, [this, &device, &person, kind] { return device.enrol(store_, person, kind, random_); }});
  }
  void send(SceneDevice& device, Instant at, Op edit) {
    at = std::min(at, now_ - minutes(100));
    events_.push_back(
        {at, [this, &device, at, edit = std::move(edit)] { return device.sync(store_, at, &edit); }});
  }
  void hear_from(SceneDevice& device, Instant at) {
    events_.push_back({at, [this, &device, at] { return device.sync(store_, at, nullptr); }});
  }

  CentralStore& store_;
  StageClock& clock_;
  const Zone& zone_;
  const Instant now_;
  RandomSource& random_;
  std::deque<SceneDevice> devices_;  // events hold on to them
  std::vector<Event> events_;
};

}  // namespace

Result<std::vector<DemoSignIn>> set_scene(CentralStore& store, StageClock& clock, const SampleAgency& agency,
                                          std::span<const AuthoredOp> operations, RandomSource& random) {
  const auto zone = Zone::find(agency.policy.time_zone);
  if (!zone) return tl::unexpected(zone.error());
  const auto first_other = std::find_if(agency.people.begin(), agency.people.end(),
                                        [](const Person& person) { return person.role != Role::specialist; });
  const std::span<const Person> specialists(agency.people.begin(), first_other);
  const auto week = add_days(week_of(zone->date_of(clock.now()), agency.policy.week_starts_on), -7);
  SceneOfDevices devices(store, clock, *zone, random);
  devices.plan(agency, specialists, operations, week_frame(week, *zone).span());
  if (const auto played = devices.play(); !played) return tl::unexpected(played.error());

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
        specialists[returned_specialist].team == person->team) {
      const auto& specialist = specialists[returned_specialist].id;
      const auto read = store.team().person_week({person->id}, specialist, week);
      if (!read) return tl::unexpected(read.error());
      if (const auto returned = store.team().return_week(
              {specialist, week, read->row.mark,
               "Wednesday afternoon overlaps with the team meeting: please look at it again."},
              {person->id, {}});
          !returned)
        return tl::unexpected(returned.error());
    }
    sign_ins.push_back(std::move(sign_in));
  }
  return sign_ins;
}

}  // namespace waymark::server
