// The end of a day: what is odd about it, and the person's word that it looks right all the same. That word
// is kept on this phone alone, beside what the day looked like when it was given; a day that changes
// afterwards asks again. It is nobody's approval (that is the lead's, by the week) and so is no record that
// is sent.
#pragma once

#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "mobile/app/rows_model.h"
#include "mobile/device/records.h"

namespace waymark::app {

class FieldLog;

/// One thing to look at.
struct DayOddity {
  QString code;      ///< an exception's code, `running` or `unlogged`
  QString text;      ///< "10:42 Travel: no place given"
  QString entry_id;  ///< where it can be mended; "" for the day as a whole
};

/// What is odd about `date`, in the order of the tally's exceptions; `week` is the week it lies in.
std::vector<DayOddity> oddities(const FieldLog& log, Date date, const device::WeekReading& week);

/// What the word rests on: everything that the day's time and verdicts follow from.
QString fingerprintOf(const std::vector<device::Stored<Entry>>& entries);

/// The words given, by day. Read and written whole: a line for each of the latest days.
class LookedAtDays {
 public:
  struct Word {
    Instant at{};
    QString fingerprint;
  };

  explicit LookedAtDays(FieldLog& log) : log_(log) {}
  std::map<Date, Word> all() const;
  std::optional<Word> of(Date date) const;
  /// False if it could not be kept; the log has said why.
  bool keep(Date date, const QString& fingerprint);
  bool drop(Date date);

 private:
  bool save(const std::map<Date, Word>& words);

  FieldLog& log_;
};

}  // namespace waymark::app
