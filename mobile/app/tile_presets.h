// What one tap on a tile means, in codes (ui.md: "Tiles set codes").
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <string_view>

#include "shared/records/records.h"

namespace waymark::app {

struct Preset {
  Activity activity = Activity::other_work;
  std::optional<Place> place;  ///< none: asked after the start (not for breaks)
  std::optional<Contact> contact;
};

/// The six tiles in the order they are shown: employer_visit, job_coaching, participant, travel, office,
/// break.
std::span<const std::string_view> tileCodes();
QString tileText(std::string_view tile);
std::optional<Preset> presetOf(const QString& tile);
/// Any activity with its usual place and contact ("More").
Preset usualPresetOf(Activity activity);
/// The tile that shows as active while an entry of this activity runs; "" if none does.
std::string_view tileOf(const Entry& entry);

/// An entry from a preset: nothing but its codes and its start.
Entry entryFrom(const Preset& preset, Instant starts_at);

}  // namespace waymark::app
