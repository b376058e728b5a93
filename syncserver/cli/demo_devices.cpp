#include "syncserver/cli/demo_devices.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <functional>

#include "shared/sync/message_codec.h"
#include "shared/time/week.h"
#include "shared/time/zone.h"

namespace waymark::server {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

// Which of the specialists, who take turns in their ways of working every eight.
constexpr std::size_t held_specialist = 0;
constexpr std::size_t busy_specialist = 1;
// 2: a week that can be approved without a second look.
constexpr std::size_t new_phone_specialist = 3;
constexpr std::size_t conflict_specialist = 4;
constexpr std::size_t refused_specialist = 5;
constexpr std::size_t lost_tablet_specialist = 5;
constexpr std::size_t silent_specialist = 6;
constexpr std::size_t handed_back_specialist = 7;

/// A phone or tablet, enrolled at the instant the clock shows and heard from whenever it is told to.
class SceneDevice {
 public:
  Result<void> enrol(CentralStore& store, const Person& person, std::string_view kind, const Actor& actor,
                     RandomSource& random) {
    constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const auto code = store.create_code(person.id, 60, actor);
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
    request.device_time = now + clock_ahead;
    request.limit = 1;
    request.waiting = waiting;
    request.needs_you = needs_you;
    if (waiting > 0) request.oldest_waiting_at = now - minutes(50);
    if (edit) request.ops.push_back({edit->op, *edit, to_json(*edit)});
    const auto synced = store.sync(identity_, request);
    if (!synced) return tl::unexpected(synced.error());
    return {};
  }

  const std::string& id() const { return identity_.device_id; }

  std::int64_t waiting = 0, needs_you = 0;
  Millis clock_ahead{0};

 private:
  DeviceIdentity identity_;
};

/// The Tuesday two to eight days ago, ten past four in the afternoon.
Instant last_tuesday(const Zone& zone, Instant now) {
  auto day = add_days(zone.date_of(now), -2);
  while (weekday_index(day) != 1) day = add_days(day, -1);
  return zone.at(day, 16 * 60 + 10);
}

/// Ten past two in the last night that is over.
Instant last_night(const Zone& zone, Instant now) {
  const auto tonight = zone.at(zone.date_of(now), 2 * 60 + 10);
  return tonight < now ? tonight : zone.at(add_days(zone.date_of(now), -1), 2 * 60 + 10);
}

/// A job coaching of this person within the span.
const Entry* coaching_of(const SampleAgency& agency, const std::string& person, Span span) {
  const auto found = std::find_if(agency.entries.begin(), agency.entries.end(), [&](const Entry& entry) {
    return entry.specialist_id == person && entry.activity == Activity::job_coaching && entry.ends_at &&
           entry.starts_at >= span.begin && entry.starts_at < span.end;
  });
  return found == agency.entries.end() ? nullptr : &*found;
}

/// Another version of a record, made from the op it was first written with.
template <class R>
Op edit_of(const R& changed, std::span<const AuthoredOp> operations, RandomSource& random) {
  const auto first = std::find_if(operations.begin(), operations.end(),
                                  [&](const AuthoredOp& one) { return one.op.rid == changed.id; });
  Op edit = first->op;
  edit.op = make_op_id(random);
  edit.parents = {first->op.op};
  edit.anc = {first->op.op};
  edit.body = to_json(changed);
  return edit;
}

Entry later_end(Entry entry, int later_minutes, std::string note) {
  *entry.ends_at += minutes(later_minutes);
  entry.note = std::move(note);
  return entry;
}

class SceneOfDevices {
 public:
  SceneOfDevices(CentralStore& store, StageClock& clock, const Zone& zone, const SampleAgency& agency,
                 std::span<const AuthoredOp> operations, RandomSource& random)
      : store_(store),
        clock_(clock),
        zone_(zone),
        agency_(agency),
        operations_(operations),
        now_(clock.now()),
        random_(random) {
    const auto week = add_days(week_of(zone.date_of(now_), agency.policy.week_starts_on), -7);
    last_week_ = week_frame(week, zone).span();
    beginning_ = last_week_.begin + hours(8);
    for (const auto& person : agency.people) {
      if (person.role == Role::specialist) specialists_.push_back(&person);
      if (person.role == Role::admin) admin_.person_id = person.id;
    }
  }

  void plan() {
    for (std::size_t i = 0; i < specialists_.size(); ++i) plan_phone(i);
    if (specialists_.size() > refused_specialist) plan_refused();
    if (specialists_.size() > lost_tablet_specialist) plan_lost_tablet(*specialists_[lost_tablet_specialist]);
    if (specialists_.size() > handed_back_specialist) plan_handed_back(*specialists_[handed_back_specialist]);
    plan_codes();
  }

  void plan_backup(const std::filesystem::path& to) {
    happens(last_night(zone_, now_), [this, to]() -> Result<void> {
      const auto made = store_.backup(to, {});
      if (!made) return tl::unexpected(made.error());
      return {};
    });
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

  void plan_phone(std::size_t i) {
    const auto& person = *specialists_[i];
    auto& phone = devices_.emplace_back();
    if (i == busy_specialist) phone.waiting = 3;
    if (i == new_phone_specialist) {
      plan_replaced(person);
      enrol(phone, person, "phone", now_ - hours(46));
    } else {
      enrol(phone, person, "phone", beginning_);
    }
    if (const auto* entry = coaching_of(agency_, person.id, last_week_)) {
      if (i == held_specialist)
        send(phone, now_ - minutes(180),
             edit_of(later_end(*entry, 10, "Ended later than I first wrote."), operations_, random_));
      if (i == conflict_specialist) plan_conflict(phone, person, *entry);
    }
    if (i == refused_specialist) refused_phone_ = &phone;
    hear_from(phone, i == silent_specialist ? last_tuesday(zone_, now_)
                                            : now_ - minutes(4 + 23 * static_cast<int>(i % 16)));
  }

  void plan_conflict(SceneDevice& phone, const Person& person, const Entry& entry) {
    auto& tablet = devices_.emplace_back();
    tablet.needs_you = 1;
    tablet.clock_ahead = minutes(6);
    enrol(tablet, person, "tablet", beginning_);
    send(phone, *entry.ends_at + minutes(150),
         edit_of(later_end(entry, 0, "Went well; the employer asked for the same time next week."),
                 operations_, random_));
    send(tablet, *entry.ends_at + hours(26),
         edit_of(later_end(entry, 5, "Stayed for the handover."), operations_, random_));
    hear_from(tablet, now_ - minutes(95));
  }

  /// Somebody closes what a colleague looks after now.
  void plan_refused() {
    const auto& colleague = specialists_[busy_specialist]->id;
    const auto theirs = std::find_if(agency_.participants.begin(), agency_.participants.end(),
                                     [&](const Participant& one) { return one.specialist_id == colleague; });
    if (theirs == agency_.participants.end()) return;
    auto closed = *theirs;
    closed.status = "closed";
    refused_phone_->needs_you = 1;
    send(*refused_phone_, now_ - hours(5), edit_of(closed, operations_, random_));
  }

  /// An old phone that still held two edits when it was revoked.
  void plan_replaced(const Person& person) {
    auto& old = devices_.emplace_back();
    old.waiting = 2;
    enrol(old, person, "old phone", beginning_);
    hear_from(old, now_ - hours(52));
    happens(now_ - hours(47), [this, &old] { return store_.revoke_device(old.id(), admin_); });
  }

  /// Ordered to erase itself, revoked, and it has done so.
  void plan_lost_tablet(const Person& person) {
    auto& tablet = devices_.emplace_back();
    enrol(tablet, person, "tablet", beginning_);
    hear_from(tablet, now_ - hours(6 * 24));
    happens(now_ - hours(5 * 24),
            [this, &tablet] { return store_.order_wipe(tablet.id(), WipeOrder::now, admin_); });
    happens(now_ - hours(5 * 24) + minutes(1),
            [this, &tablet] { return store_.revoke_device(tablet.id(), admin_); });
    happens(now_ - hours(4 * 24 + 20), [this, &tablet]() -> Result<void> {
      store_.note_wiped(tablet.id());
      return {};
    });
  }

  /// To erase itself once it has sent the edit it holds, and not heard from since.
  void plan_handed_back(const Person& person) {
    auto& tablet = devices_.emplace_back();
    tablet.waiting = 1;
    enrol(tablet, person, "tablet", beginning_);
    hear_from(tablet, now_ - hours(4 * 24));
    happens(now_ - hours(30),
            [this, &tablet] { return store_.order_wipe(tablet.id(), WipeOrder::drained, admin_); });
  }

  /// One that can still be used and one that nobody used in time.
  void plan_codes() {
    const auto& waits = *specialists_[std::min(silent_specialist, specialists_.size() - 1)];
    const auto& late = *specialists_[std::min(lost_tablet_specialist, specialists_.size() - 1)];
    happens(now_ - hours(2), [this, &waits] { return make_code(waits, 7 * 24 * 60); });
    happens(now_ - hours(26), [this, &late] { return make_code(late, 60); });
  }

  Result<void> make_code(const Person& person, int minutes_good) {
    const auto code = store_.create_code(person.id, minutes_good, admin_);
    if (!code) return tl::unexpected(code.error());
    return {};
  }

  void happens(Instant at, std::function<Result<void>()> what) { events_.push_back({at, std::move(what)}); }
  void enrol(SceneDevice& device, const Person& person, std::string_view kind, Instant at) {
    happens(at,
            [this, &device, &person, kind] { return device.enrol(store_, person, kind, admin_, random_); });
  }
  void send(SceneDevice& device, Instant at, Op edit) {
    at = std::min(at, now_ - minutes(100));
    happens(at, [this, &device, at, edit = std::move(edit)] { return device.sync(store_, at, &edit); });
  }
  void hear_from(SceneDevice& device, Instant at) {
    happens(at, [this, &device, at] { return device.sync(store_, at, nullptr); });
  }

  CentralStore& store_;
  StageClock& clock_;
  const Zone& zone_;
  const SampleAgency& agency_;
  const std::span<const AuthoredOp> operations_;
  const Instant now_;
  RandomSource& random_;
  Span last_week_;
  Instant beginning_;  ///< when most devices were enrolled
  Actor admin_;
  std::vector<const Person*> specialists_;
  std::deque<SceneDevice> devices_;  // events hold on to them
  SceneDevice* refused_phone_ = nullptr;
  std::vector<Event> events_;
};

}  // namespace

std::string random_text(RandomSource& random, std::string_view alphabet, std::size_t length) {
  std::vector<std::uint8_t> bytes(length);
  random.fill(bytes);
  std::string text;
  for (const auto byte : bytes) text += alphabet[byte % alphabet.size()];
  return text;
}

Result<void> play_devices(CentralStore& store, StageClock& clock, const SampleAgency& agency,
                          std::span<const AuthoredOp> operations, const std::filesystem::path& backup,
                          RandomSource& random) {
  const auto zone = Zone::find(agency.policy.time_zone);
  if (!zone) return tl::unexpected(zone.error());
  SceneOfDevices scene(store, clock, *zone, agency, operations, random);
  scene.plan();
  scene.plan_backup(backup);
  return scene.play();
}

}  // namespace waymark::server
