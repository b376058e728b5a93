// A script of taps with a handed-in clock: what the demo, the pictures and tests drive the app with.
//
// One command a line; blank lines and what follows a # are skipped. Words with spaces stand in double quotes.
// Times are in the agency's zone; the clock stands still between `at` lines.
//
//   at 2026-11-19T08:30 | at yesterday 08:30 | at today 08:30 | at 09:15 | at +12m      sets the clock
//   enroll [LINK]                        enrols (the --enroll link unless given) and waits for the answer
//   start TILE|ACTIVITY [detail=value…]  one tap, then its details: place= from= to= contact= employer=
//   participant=
//                                        program= note= present=yes hiring=yes no_show=yes; names or codes
//   set detail=value…                    details of what runs
//   stop | undo | earlier 5 | earlier 08:20 | earlier last-stop
//   leave DATE HOURS KIND | submit DATE|this-week
//   wait fix [SECONDS]                   until the position asked for has come or is given up (60 s)
//   wait SECONDS                         real ones: a replayed drive goes on meanwhile
//   sync                                 one sync, with the system's clock while it runs
//   show now|day [DATE]|week|waiting     prints it as the page says it
//   expect running ACTIVITY|none · expect waiting N · expect needs-you N · expect sync done|waiting|needs_you
//   expect share 61.1 · expect verdict community|on_site|not_worked · expect tag STATE
//   screen PAGE [as NAME]                a picture of the page, NAME.png (PAGE.png) in the --screens
//   directory say "TEXT"                           prints TEXT kill                                 ends the
//   program as a killed one ends: nothing is tidied up
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
