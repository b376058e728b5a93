#include "mobile/device/entry_privacy.h"

namespace waymark::device {
namespace {

bool may_keep(Place place, const Policy& policy) {
  if (place == Place::participant_home) return policy.tag_participant_homes;
  return !is_private_place(place);
}

bool hide(std::optional<LocationTag>& tag, std::optional<Place> place, const Policy& policy) {
  if (!tag || !tag->is_fix() || !place || may_keep(*place, policy)) return false;
  tag = LocationTag{};
  tag->absent = TagAbsence::private_place;
  return true;
}

}  // namespace

std::optional<Place> place_at(const Entry& entry, TagEnd end) {
  if (entry.activity != Activity::travel) return entry.place;
  return end == TagEnd::start ? entry.from_place : entry.to_place;
}

bool keep_private(Entry& entry, const Policy& policy) {
  const bool start = hide(entry.start_tag, place_at(entry, TagEnd::start), policy);
  const bool end = hide(entry.end_tag, place_at(entry, TagEnd::end), policy);
  return start || end;
}

}  // namespace waymark::device
