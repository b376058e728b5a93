// The contexts under which a translator finds the words of code that belongs to no QObject. Written as
// `CodeTexts::tr("…")`, which is a form lupdate finds; scripts/translations says when it does not.
#pragma once

#include <QCoreApplication>

namespace waymark::app {

struct CodeTexts {
  Q_DECLARE_TR_FUNCTIONS(CodeTexts)
};
struct DetailTexts {
  Q_DECLARE_TR_FUNCTIONS(DetailTexts)
};
struct RecordTexts {
  Q_DECLARE_TR_FUNCTIONS(RecordTexts)
};
struct ReviewTexts {
  Q_DECLARE_TR_FUNCTIONS(ReviewTexts)
};
struct SyncTexts {
  Q_DECLARE_TR_FUNCTIONS(SyncTexts)
};
struct TeamTexts {
  Q_DECLARE_TR_FUNCTIONS(TeamTexts)
};
struct TileTexts {
  Q_DECLARE_TR_FUNCTIONS(TileTexts)
};
struct TimeTexts {
  Q_DECLARE_TR_FUNCTIONS(TimeTexts)
};
struct WeekTexts {
  Q_DECLARE_TR_FUNCTIONS(WeekTexts)
};

}  // namespace waymark::app
