// A script of taps with a handed-in clock: what the demo, the pictures and tests drive the app with.
// docs/field-script.md describes the language.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "shared/error.h"

namespace waymark::app {

struct ScriptCommand {
  int line = 0;
  QString verb;
  QStringList words;  ///< what follows the verb
};

/// Reads a script; bad_request with a sentence that names the line for a word that is no command.
Result<std::vector<ScriptCommand>> parseScript(const QString& text);
Result<std::vector<ScriptCommand>> readScript(const QString& file);

}  // namespace waymark::app
