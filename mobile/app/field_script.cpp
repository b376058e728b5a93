#include "mobile/app/field_script.h"

#include <QFile>
#include <array>

namespace waymark::app {
namespace {

struct Verb {
  const char* name;
  int fewest;  ///< words that must follow
  int most;
};

constexpr int any_number = 100;
constexpr auto verbs = std::to_array<Verb>({
    {"at", 1, 2},    {"enroll", 0, 1},  {"start", 1, any_number}, {"here", 0, 0},   {"set", 1, any_number},
    {"stop", 0, 0},  {"undo", 0, 0},    {"earlier", 1, 1},        {"leave", 3, 3},  {"submit", 1, 1},
    {"visit", 1, 1}, {"contact", 1, 1}, {"next-step", 2, 3},      {"open", 2, 2},   {"wait", 1, 2},
    {"sync", 0, 0},  {"show", 1, 2},    {"expect", 2, 2},         {"screen", 1, 3}, {"say", 1, 1},
    {"kill", 0, 0},
});

tl::unexpected<Error> wrong(int line, const QString& what) {
  return fail(ErrorCode::bad_request,
              QStringLiteral("Line %1 of the script: %2").arg(line).arg(what).toStdString());
}

/// Words with spaces stand in double quotes, also after detail=. None for a quote that is not closed.
std::optional<QStringList> wordsOf(const QString& line) {
  QStringList words;
  QString word;
  bool quoted = false, begun = false;
  for (const QChar c : line) {
    if (c == u'"') {
      quoted = !quoted;
      begun = true;
    } else if (!quoted && c == u'#') {
      break;
    } else if (!quoted && c.isSpace()) {
      if (begun) words << word;
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (quoted) return std::nullopt;
  if (begun) words << word;
  return words;
}

}  // namespace

Result<std::vector<ScriptCommand>> parseScript(const QString& text) {
  std::vector<ScriptCommand> commands;
  int number = 0;
  for (const QString& line : text.split(u'\n')) {
    ++number;
    const auto words = wordsOf(line);
    if (!words) return wrong(number, QStringLiteral("a double quote is not closed."));
    if (words->isEmpty()) continue;
    ScriptCommand command{number, words->first(), words->mid(1)};
    const auto verb = std::find_if(verbs.begin(), verbs.end(),
                                   [&](const Verb& v) { return command.verb == QLatin1String(v.name); });
    if (verb == verbs.end())
      return wrong(number,
                   QStringLiteral("\"%1\" is no command; see docs/field-script.md.").arg(command.verb));
    if (command.words.size() < verb->fewest || command.words.size() > verb->most)
      return wrong(
          number,
          QStringLiteral("\"%1\" needs other words after it; see docs/field-script.md.").arg(command.verb));
    commands.push_back(std::move(command));
  }
  return commands;
}

Result<std::vector<ScriptCommand>> readScript(const QString& file) {
  QFile input(file);
  if (!input.open(QIODevice::ReadOnly | QIODevice::Text))
    return fail(ErrorCode::cannot_open, "The script cannot be read: check the path after --script.");
  return parseScript(QString::fromUtf8(input.readAll()));
}

}  // namespace waymark::app
