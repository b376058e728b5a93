// The pen that writes a sample day: keeps the clock and the place, and makes entries that follow one another
// without gaps. Between sample_day.cpp and day_log.cpp.
#pragma once

#include "shared/sample/sample_day.h"

namespace waymark::sample {

class DayLog {
 public:
  DayLog(const FieldWorker& worker, Date date, int start_minute, Spot start, SeededRandom& random);

  int minute() const { return minute_; }  ///< since local midnight
  const Spot& spot() const { return spot_; }

  /// Something done where one is. The reference is good until the next entry.
  Entry& stay(Activity activity, int minutes);
  /// A drive; how many minutes it took.
  int travel(const Spot& to);
  /// Time nobody wrote down.
  void skip(int minutes);

  std::vector<Entry> take() { return std::move(entries_); }

 private:
  Entry& add(Activity activity, int minutes);
  LocationTag tag(const Spot& spot, Instant when);

  const FieldWorker& worker_;
  Date date_;
  int minute_;
  Instant now_;
  Spot spot_;
  SeededRandom& random_;
  std::vector<Entry> entries_;
};

}  // namespace waymark::sample
