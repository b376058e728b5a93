// The command line of `waymark` (ui.md, last paragraph).
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

#include "shared/error.h"

namespace waymark::app {

struct AppOptions {
  QString data_dir;  ///< where the store and the settings are; the user's data folder unless given
  QString key_file;  ///< "" : the platform's key chain
  QString nmea;      ///< "" : the platform's position source
  std::optional<QSize> size;
  QString enroll_link;  ///< waymark://enroll?…
  QString script;       ///< taps with a handed-in clock
  QString screens_dir;  ///< pictures are written here
  QString sample;       ///< empty | ordinary | full: whose pictures; "" : this phone's
  QString theme;        ///< "" : as set
  QString language;     ///< "" : as set
  int text_size = 0;    ///< 0 : as set
  bool self_test = false;
  bool help = false;     ///< `text` holds what to print
  bool version = false;  ///< the same
  QString text;

  /// Nobody looks at a window: no display is needed.
  bool headless() const { return self_test || !script.isEmpty() || !screens_dir.isEmpty(); }
};

/// Fails with bad_request and a sentence that names the option.
Result<AppOptions> parseOptions(const QStringList& arguments);

}  // namespace waymark::app
