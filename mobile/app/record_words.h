// A record as labelled lines a person can compare: for the two sides of a conflict and for an entry's
// history.
#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "shared/records/records.h"

namespace waymark::app {

class FieldLog;

struct Line {
  QString label;
  QString value;
  friend bool operator==(const Line&, const Line&) = default;
};

/// Every field that is given, in a fixed order. A body that cannot be read gives one line that says so.
std::vector<Line> linesOf(const FieldLog& log, RecordType type, const std::string& rid,
                          const std::string& body, bool deleted);
/// What to call the record in a list: "Employer visit, Thu 19 Nov 10:42".
QString titleOf(const FieldLog& log, RecordType type, const std::string& rid, const std::string& body);

/// Two sides laid beside each other: only the lines in which they differ.
struct Comparison {
  QStringList labels, mine, theirs;
};
Comparison compare(const std::vector<Line>& mine, const std::vector<Line>& theirs);

/// What became different from `before` to `after`, as one text: "Start 10:37 · Place Library".
QString changesText(const std::vector<Line>& before, const std::vector<Line>& after);

}  // namespace waymark::app
