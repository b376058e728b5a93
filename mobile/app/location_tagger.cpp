#include "mobile/app/location_tagger.h"

#include <algorithm>
#include <utility>

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
  soon_.setSingleShot(true);
  soon_.setInterval(0);
  connect(&soon_, &QTimer::timeout, this, [this] {
    attach(std::exchange(answers_, {}));
    if (!busy()) emit idle();
  });
}

LocationTagger::~LocationTagger() {
  provider_.cancel();
}

void LocationTagger::tag(const Entry& entry, TagEnd end) {
  // Time that is not worked is nobody's business: no position is asked for in a break.
  if (entry.activity == Activity::break_) return;
  const Want want{entry.id, end};
  if (hidden(entry, end)) return answerSoon(want, TagAbsence::private_place);
  if (!settings_.locationTags()) return answerSoon(want, TagAbsence::off);
  wants_.push_back(want);
  provider_.request(patience);
}

void LocationTagger::placeChanged(const Entry& entry) {
  std::vector<Answer> ready;
  std::erase_if(held_, [&](const Answer& held) {
    if (held.want.entry_id != entry.id || !device::place_at(entry, held.want.end)) return false;
    ready.push_back(held);
    return true;
  });
  attach(ready);
}

bool LocationTagger::waiting(const std::string& entry_id, TagEnd end) const {
  return std::any_of(wants_.begin(), wants_.end(),
                     [&](const Want& want) { return want.entry_id == entry_id && want.end == end; });
}

std::optional<Position> LocationTagger::startPosition(const std::string& entry_id) const {
  if (!start_position_ || start_position_->first != entry_id) return std::nullopt;
  return start_position_->second;
}

void LocationTagger::answerSoon(const Want& want, TagAbsence reason) {
  answers_.push_back({want, absentTag(reason)});
  soon_.start();
}

void LocationTagger::onFixed(const Position& position) {
  std::vector<Answer> answers;
  for (const Want& want : std::exchange(wants_, {})) {
    if (want.end == TagEnd::start) start_position_ = {want.entry_id, position};
    LocationTag tag;
    tag.at = log_.now();
    tag.lat = position.lat;
    tag.lon = position.lon;
    tag.accuracy_m = position.accuracy_m;
    tag.source = position.source;
    answers.push_back({want, tag});
  }
  attach(answers);
  emit idle();
}

void LocationTagger::onFailed(TagAbsence reason) {
  std::vector<Answer> answers;
  for (const Want& want : std::exchange(wants_, {})) answers.push_back({want, absentTag(reason)});
  attach(answers);
  emit idle();
}

std::optional<LocationTag> LocationTagger::toKeep(const Answer& answer) {
  // What the entry says now decides, not what it said when the fix was asked for.
  const auto stored = log_.entry(answer.want.entry_id);
  if (!stored || stored->deleted) return std::nullopt;  // undone in the meantime: there is nothing to tag
  if (!answer.tag.is_fix()) return answer.tag;
  if (stored->record.activity == Activity::break_) return std::nullopt;
  if (!device::place_at(stored->record, answer.want.end)) {
    held_.push_back(answer);
    return std::nullopt;
  }
  return hidden(stored->record, answer.want.end) ? absentTag(TagAbsence::private_place) : answer.tag;
}

void LocationTagger::attach(const std::vector<Answer>& answers) {
  std::vector<device::ArrivedTag> tags;
  for (const Answer& answer : answers)
    if (auto tag = toKeep(answer)) tags.push_back({answer.want.entry_id, answer.want.end, std::move(*tag)});
  const auto save = [this](const std::vector<device::ArrivedTag>& some) {
    const auto done = log_.book().attach_tags(some);
    if (done || done.error().code == ErrorCode::not_found) return true;
    log_.report(done.error());
    return false;
  };
  // What keeps one from its tag is not to cost another its own.
  if (!tags.empty() && !save(tags) && tags.size() > 1)
    for (const auto& each : tags) save({each});
  for (const Answer& answer : answers) emit tagged(QString::fromStdString(answer.want.entry_id));
}

bool LocationTagger::hidden(const Entry& entry, TagEnd end) const {
  // Asked of the store's own rule: would it keep a fix here?
  Entry probe = entry;
  (end == TagEnd::start ? probe.start_tag : probe.end_tag) = LocationTag{};
  return device::keep_private(probe, log_.policyFor(log_.weekOf(log_.zone().date_of(entry.starts_at))));
}

}  // namespace waymark::app
