// Small values that several view models show: texts ready for the screen beside the codes they come from.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

namespace waymark::app {

/// The week's bullet bar: one measure, two marks, and the words beside it (look.md).
class WeekBar {
  Q_GADGET
  QML_VALUE_TYPE(weekBar)
  Q_PROPERTY(QString shareText MEMBER shareText)
  Q_PROPERTY(QString hoursText MEMBER hoursText)
  Q_PROPERTY(qreal fraction MEMBER fraction)
  Q_PROPERTY(qreal minimumMark MEMBER minimumMark)
  Q_PROPERTY(qreal recommendedMark MEMBER recommendedMark)
  Q_PROPERTY(QString minimumText MEMBER minimumText)
  Q_PROPERTY(QString recommendedText MEMBER recommendedText)
  Q_PROPERTY(QString standing MEMBER standing)
  Q_PROPERTY(QString standingText MEMBER standingText)
  Q_PROPERTY(QString sentence MEMBER sentence)
  Q_PROPERTY(bool hasSchedule MEMBER hasSchedule)

 public:
  QString shareText;             ///< "61.1 %", or "–" when nothing was worked
  QString hoursText;             ///< "18 h 20 m of 30 h 00 m"
  qreal fraction = 0;            ///< 0…1, the length of the bar
  qreal minimumMark = 0.5;       ///< 0…1, the heavy mark
  qreal recommendedMark = 0.65;  ///< 0…1, the light mark
  QString minimumText;           ///< "50"
  QString recommendedText;       ///< "65"
  QString standing;              ///< recommended | minimum | below | too_little
  QString standingText;          ///< "Recommended", "Meets minimum", "Below", "Too little data"
  QString sentence;              ///< "So far 61.1 % · 6 h 03 m more this week reaches 65 %"
  bool hasSchedule = false;      ///< false: work is what was logged, and the page says so

  friend bool operator==(const WeekBar&, const WeekBar&) = default;
};

/// What classify() says of an entry, with the words for it.
class VerdictText {
  Q_GADGET
  QML_VALUE_TYPE(verdictText)
  Q_PROPERTY(QString time MEMBER time)
  Q_PROPERTY(QString timeText MEMBER timeText)
  Q_PROPERTY(QString reason MEMBER reason)
  Q_PROPERTY(QString reasonText MEMBER reasonText)
  Q_PROPERTY(bool flagged MEMBER flagged)
  Q_PROPERTY(QString flagText MEMBER flagText)
  Q_PROPERTY(QString sentence MEMBER sentence)

 public:
  QString time;          ///< community | on_site | not_worked
  QString timeText;      ///< "Counts as community", "Does not count", "Not worked"
  QString reason;        ///< the reason's code
  QString reasonText;    ///< "travel to a community place"
  bool flagged = false;  ///< rests on a policy choice
  QString flagText;      ///< "" or "by agency policy"
  QString sentence;      ///< "Counts as community: travel to a community place"

  friend bool operator==(const VerdictText&, const VerdictText&) = default;
};

}  // namespace waymark::app
