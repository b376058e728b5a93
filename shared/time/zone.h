// An IANA time zone: which local day an instant falls on, and when a local day begins.
#pragma once

#include <string>
#include <string_view>

#include "shared/time/instant.h"

namespace date {
class time_zone;
}

namespace waymark {

class Zone {
 public:
  /// Fails with unknown_zone when this machine's zone data does not have it. `field` is named in the error.
  static Result<Zone> find(std::string_view iana_name, std::string_view field = "time_zone");

  const std::string& name() const { return name_; }
  Date date_of(Instant instant) const;
  /// The first instant of the local day. Where a clock change skips midnight, the instant of the change.
  Instant start_of(Date date) const;
  Span day(Date date) const { return {start_of(date), start_of(add_days(date, 1))}; }
  /// Minutes east of UTC in force at `instant`.
  int offset_minutes(Instant instant) const;
  /// Minutes since local midnight as a wall clock shows them (0–1439).
  int minute_of_day(Instant instant) const;
  /// The instant a wall clock shows `minute` on `date`: the earlier one where it is shown twice, the instant
  /// of the change where it is skipped.
  Instant at(Date date, int minute) const;

 private:
  Zone(std::string name, const date::time_zone* zone) : name_(std::move(name)), zone_(zone) {}
  std::string name_;
  const date::time_zone* zone_;  // owned by the zone database, never freed
};

}  // namespace waymark
