#include "mobile/app/nearest_place.h"

#include <QGeoCoordinate>
#include <algorithm>

namespace waymark::app {

std::optional<NearPlace> nearestPlace(const Position& position, std::span<const KnownPlace> places,
                                      std::span<const Employer> employers) {
  const QGeoCoordinate here(position.lat, position.lon);
  // A poor fix may be off by its accuracy; what is farther away than that is not offered.
  const double slack = position.accuracy_m.value_or(0);
  std::optional<NearPlace> nearest;
  const auto consider = [&](NearPlace place, double lat, double lon, double within) {
    place.metres = here.distanceTo(QGeoCoordinate(lat, lon));
    if (place.metres > std::max(within, nearest_within_m) + slack) return;
    if (!nearest || place.metres < nearest->metres) nearest = std::move(place);
  };
  for (const KnownPlace& place : places) {
    if (is_private_place(place.kind)) continue;
    consider({place.kind, place.id, false, QString::fromStdString(place.name), 0}, place.lat, place.lon,
             place.radius_m);
  }
  for (const Employer& employer : employers) {
    if (!employer.lat || !employer.lon) continue;
    consider({Place::employer_site, employer.id, true, QString::fromStdString(employer.name), 0},
             *employer.lat, *employer.lon, 0);
  }
  return nearest;
}

}  // namespace waymark::app
