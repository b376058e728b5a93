#include "mobile/app/app_options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

namespace waymark::app {
namespace {

std::optional<QSize> parseSize(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral(R"(^(\d{3,4})x(\d{3,4})$)"));
  const auto match = pattern.match(text);
  if (!match.hasMatch()) return std::nullopt;
  return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

tl::unexpected<Error> wrong(const char* sentence) {
  return fail(ErrorCode::bad_request, sentence);
}

}  // namespace

Result<AppOptions> parseOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Waymark: an offline field log for employment specialists."));
  const QCommandLineOption data("data", "Keep the store and the settings in DIR.", "DIR");
  const QCommandLineOption key_file("key-file", "Keep the sign-in in FILE instead of the key chain.", "FILE");
  const QCommandLineOption nmea("nmea", "Take positions from FILE, a receiver's capture, in real time.",
                                "FILE");
  const QCommandLineOption size("size", "Open the window this large, e.g. 390x844.", "WxH");
  const QCommandLineOption enroll("enroll", "Enroll with a waymark:// LINK.", "LINK");
  const QCommandLineOption script("script", "Run the taps in FILE with a clock of its own, then end.",
                                  "FILE");
  const QCommandLineOption screens("screens", "Write a picture of every page to DIR, then end.", "DIR");
  const QCommandLineOption sample("sample",
                                  "With --screens: show a sample phone, in every size and theme that is "
                                  "not given, and draw contact sheets.",
                                  "empty|ordinary|full");
  const QCommandLineOption theme("theme", "Show the light or the dark theme.", "light|dark");
  const QCommandLineOption language("language", "Show English or Spanish.", "en|es");
  const QCommandLineOption text_size("text-size", "Show text at N percent, 100 to 200.", "N");
  const QCommandLineOption self_test("self-test",
                                     "Load every page with an empty and a full store, then end.");
  parser.addOptions(
      {data, key_file, nmea, size, enroll, script, screens, sample, theme, language, text_size, self_test});
  const auto help = parser.addHelpOption();
  const auto version = parser.addVersionOption();

  AppOptions options;
  if (!parser.parse(arguments))
    return fail(ErrorCode::bad_request,
                parser.errorText().toStdString() + " Run waymark --help to see what there is.");
  if (!parser.positionalArguments().isEmpty()) {
    // A link opened from elsewhere comes as the only argument.
    const QString first = parser.positionalArguments().first();
    if (!first.startsWith(QLatin1String("waymark://")) || parser.positionalArguments().size() > 1)
      return wrong("Everything begins with two dashes here: run waymark --help to see what there is.");
    options.enroll_link = first;
  }
  options.help = parser.isSet(help);
  options.version = parser.isSet(version);
  options.text = options.help ? parser.helpText() : QStringLiteral("waymark " WAYMARK_VERSION "\n");
  options.data_dir = parser.isSet(data) ? QDir(parser.value(data)).absolutePath()
                                        : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  options.key_file = parser.value(key_file);
  options.nmea = parser.value(nmea);
  if (parser.isSet(enroll)) options.enroll_link = parser.value(enroll);
  options.script = parser.value(script);
  options.screens_dir = parser.value(screens);
  options.sample = parser.value(sample);
  if (parser.isSet(sample) && !QStringList{"empty", "ordinary", "full"}.contains(options.sample))
    return wrong("Write --sample empty, --sample ordinary or --sample full.");
  if (parser.isSet(sample) && (options.screens_dir.isEmpty() || !options.script.isEmpty()))
    return wrong("Give --screens DIR with --sample, and no --script: it is for pictures.");
  options.self_test = parser.isSet(self_test);
  if (parser.isSet(size)) {
    options.size = parseSize(parser.value(size));
    if (!options.size) return wrong("Write --size as width x height in pixels, e.g. 390x844.");
  }
  options.theme = parser.value(theme);
  if (parser.isSet(theme) && options.theme != QLatin1String("light") &&
      options.theme != QLatin1String("dark"))
    return wrong("Write --theme light or --theme dark.");
  options.language = parser.value(language);
  if (parser.isSet(language) && options.language != QLatin1String("en") &&
      options.language != QLatin1String("es"))
    return wrong("Write --language en or --language es.");
  if (parser.isSet(text_size)) {
    bool ok = false;
    options.text_size = parser.value(text_size).toInt(&ok);
    if (!ok || options.text_size < 100 || options.text_size > 200)
      return wrong("Write --text-size as a number from 100 to 200.");
  }
  return options;
}

}  // namespace waymark::app
