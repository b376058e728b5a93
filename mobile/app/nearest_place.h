// The nearest known place to a fix: the agency's places and the employers with coordinates, never homes
// (ui.md, Now).
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <string>

#include "mobile/app/position_provider.h"

namespace waymark::app {

struct NearPlace {
  Place kind = Place::employer_site;
  std::string id;  ///< of the place or the employer
  bool employer = false;
  QString name;
  double metres = 0;
};

/// Farther than this nothing is "here". A place with a larger radius of its own is found within that.
inline constexpr double nearest_within_m = 300;

std::optional<NearPlace> nearestPlace(const Position& position, std::span<const KnownPlace> places,
                                      std::span<const Employer> employers);

}  // namespace waymark::app
