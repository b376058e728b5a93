#include "shared/sample/day_log.h"

namespace waymark::sample {
namespace {

using std::chrono::seconds;

constexpr double jitter_degrees = 0.00018;  // some 20 m: what a phone's fix is off by

}  // namespace

DayLog::DayLog(const FieldWorker& worker, Date date, int start_minute, Spot start, SeededRandom& random)
    : worker_(worker),
      date_(date),
      minute_(start_minute),
      now_(worker.zone->at(date, start_minute) + seconds{random.between(0, 59)}),
      spot_(std::move(start)),
      random_(random) {}

LocationTag DayLog::tag(const Spot& spot, Instant when) {
  LocationTag tag;
  if (is_private_place(spot.kind)) {
    tag.absent = TagAbsence::private_place;
  } else if (worker_.location_denied) {
    tag.absent = TagAbsence::denied;
  } else if (random_.chance(3)) {
    tag.absent = random_.chance(50) ? TagAbsence::no_signal : TagAbsence::timeout;
  } else {
    tag.at = when + seconds{random_.between(1, 9)};
    tag.lat = spot.at.lat + random_.real(-jitter_degrees, jitter_degrees);
    tag.lon = spot.at.lon + random_.real(-jitter_degrees, jitter_degrees);
    tag.accuracy_m = random_.between(40, 280) / 10.0;
    tag.source = random_.chance(92) ? TagSource::gps : TagSource::network;
  }
  return tag;
}

Entry& DayLog::add(Activity activity, int minutes) {
  minute_ += minutes;
  Entry entry;
  entry.id = make_record_id(random_, now_);
  entry.specialist_id = worker_.id;
  entry.activity = activity;
  entry.starts_at = now_;
  now_ = worker_.zone->at(date_, minute_) + seconds{random_.between(0, 59)};
  entry.ends_at = now_;
  entry.utc_offset_min = worker_.zone->offset_minutes(entry.starts_at);
  entry.program = worker_.program;
  entry.recorded_at = entry.starts_at;
  entries_.push_back(std::move(entry));
  return entries_.back();
}

Entry& DayLog::stay(Activity activity, int minutes) {
  auto& entry = add(activity, minutes);
  entry.place = spot_.kind;
  entry.place_id = spot_.id;
  entry.start_tag = tag(spot_, entry.starts_at);
  entry.end_tag = tag(spot_, *entry.ends_at);
  return entry;
}

int DayLog::travel(const Spot& to) {
  const int minutes = drive_minutes(spot_.at, to.at);
  auto& entry = add(Activity::travel, minutes);
  entry.from_place = spot_.kind;
  entry.from_place_id = spot_.id;
  entry.to_place = to.kind;
  entry.to_place_id = to.id;
  entry.start_tag = tag(spot_, entry.starts_at);
  entry.end_tag = tag(to, *entry.ends_at);
  const bool commute = spot_.kind == Place::own_home || to.kind == Place::own_home;
  if (!commute) entry.miles = road_miles(spot_.at, to.at);
  spot_ = to;
  return minutes;
}

void DayLog::skip(int minutes) {
  minute_ += minutes;
  now_ = worker_.zone->at(date_, minute_) + seconds{random_.between(0, 59)};
}

}  // namespace waymark::sample
