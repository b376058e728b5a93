#include "mobile/app/location_tagger.h"

#include <algorithm>

#include "mobile/app/app_settings.h"
#include "mobile/app/field_log.h"

namespace waymark::app {

using device::TagEnd;

namespace {

LocationTag absentTag(TagAbsence reason) {
  LocationTag tag;
  tag.absent = reason;
  return tag;
}

}  // namespace

LocationTagger::LocationTagger(FieldLog& log, AppSettings& settings, PositionProvider& provider,
                               QObject* parent)
    : QObject(parent), log_(log), settings_(settings), provider_(provider) {
  connect(&provider_, &PositionProvider::fixed, this, &LocationTagger::onFixed);
  connect(&provider_, &PositionProvider::failed, this, &LocationTagger::onFailed);
}

LocationTagger::~LocationTagger() {
  provider_.cancel();
}

void LocationTagger::tag(const Entry& entry, TagEnd end) {
  // Time that is not worked is nobody's business: no position is asked for in a break.
  if (entry.activity == Activity::break_) return;
  const Want want{entry.id, end};
  if (hidden(entry, end)) {
    attach(want, absentTag(TagAbsence::private_place));
    return;
  }
  if (!settings_.locationTags()) {
    attach(want, absentTag(TagAbsence::off));
    return;
  }
  wants_.push_back(want);
  provider_.request(patience);
}

void LocationTagger::placeChanged(const Entry& entry) {
  for (auto held = held_.begin(); held != held_.end();) {
    if (held->want.entry_id == entry.id && device::place_at(entry, held->want.end)) {
      const Held ready = *held;
      held = held_.erase(held);
      attach(ready.want, ready.tag);
    } else {
      ++held;
    }
  }
}

bool LocationTagger::waiting(const std::string& entry_id, TagEnd end) const {
  return std::any_of(wants_.begin(), wants_.end(),
                     [&](const Want& want) { return want.entry_id == entry_id && want.end == end; });
}

std::optional<Position> LocationTagger::startPosition(const std::string& entry_id) const {
  if (!start_position_ || start_position_->first != entry_id) return std::nullopt;
  return start_position_->second;
}

void LocationTagger::onFixed(const Position& position) {
  const auto wants = std::exchange(wants_, {});
  for (const Want& want : wants) {
    if (want.end == TagEnd::start) start_position_ = {want.entry_id, position};
    LocationTag tag;
    tag.at = log_.now();
    tag.lat = position.lat;
    tag.lon = position.lon;
    tag.accuracy_m = position.accuracy_m;
    tag.source = position.source;
    attach(want, tag);
  }
  emit idle();
}

void LocationTagger::onFailed(TagAbsence reason) {
  const auto wants = std::exchange(wants_, {});
  for (const Want& want : wants) attach(want, absentTag(reason));
  emit idle();
}

void LocationTagger::attach(const Want& want, const LocationTag& tag) {
  // What the entry says now decides, not what it said when the fix was asked for.
  const auto stored = log_.entry(want.entry_id);
  if (!stored || stored->deleted) return;  // undone in the meantime: there is nothing to tag
  LocationTag kept = tag;
  if (tag.is_fix()) {
    if (stored->record.activity == Activity::break_) return;
    if (!device::place_at(stored->record, want.end)) {
      held_.push_back({want, tag});
      emit tagged(QString::fromStdString(want.entry_id));
      return;
    }
    if (hidden(stored->record, want.end)) kept = absentTag(TagAbsence::private_place);
  }
  const auto attached = log_.book().attach_tag(want.entry_id, want.end, kept);
  if (!attached && attached.error().code != ErrorCode::not_found) log_.report(attached.error());
  emit tagged(QString::fromStdString(want.entry_id));
}

bool LocationTagger::hidden(const Entry& entry, TagEnd end) const {
  // Asked of the store's own rule: would it keep a fix here?
  Entry probe = entry;
  (end == TagEnd::start ? probe.start_tag : probe.end_tag) = LocationTag{};
  return device::keep_private(probe, log_.policyFor(log_.weekOf(log_.zone().date_of(entry.starts_at))));
}

}  // namespace waymark::app
