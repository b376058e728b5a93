#include "mobile/app/application.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "mobile/app/app_options.h"
#include "mobile/app/app_window.h"
#include "mobile/app/foundation.h"
#include "mobile/app/next_frame.h"
#include "mobile/app/screen_sheets.h"
#include "mobile/app/screenshots.h"
#include "mobile/app/script_runner.h"
#include "mobile/app/self_test.h"

namespace waymark::app {
namespace {

constexpr int exit_failed = 1;
constexpr int exit_usage = 2;
constexpr int exit_cannot_open = 3;
constexpr QSize picture_size(390, 844);
/// A window that nobody sees draws no frame: what waits for two of them begins all the same.
constexpr std::chrono::seconds frame_at_latest{5};

/// Two heaps for all threads: at a start the one that loads types and this one both need theirs all the time.
/// More would keep what each of them leaves.
void shareHeaps() {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
}

void complain(const QString& sentence) {
  std::fprintf(stderr, "waymark: %s\n", qPrintable(sentence));
}

constexpr const char* no_display =
    "No display can be opened: start Waymark from a desktop session, or see waymark --help for what works "
    "without one.";

/// What the command line and the environment say about drawing, before Qt is there to ask.
struct Drawing {
  bool in_memory = false;   ///< nobody looks: pictures, scripts, the self-test, --help
  bool no_display = false;  ///< there is none to open
};

Drawing chooseDrawing(int argc, char** argv) {
  const auto any = [&](const auto& is) { return std::any_of(argv + 1, argv + argc, is); };
  Drawing drawing;
  drawing.in_memory = any([](const char* argument) {
    const std::string_view word(argument);
    return word.starts_with("--self-test") || word.starts_with("--script") || word.starts_with("--screens") ||
           word == "--help" || word == "-h" || word == "--version" || word == "-v";
  });
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
  const bool chosen = !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") ||
                      any([](const char* argument) { return std::string_view(argument) == "-platform"; });
  drawing.no_display =
      !chosen && qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
  const bool offscreen = !chosen && (drawing.in_memory || drawing.no_display);
#else
  const bool offscreen = drawing.in_memory && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#endif
  if (offscreen) qputenv("QT_QPA_PLATFORM", "offscreen");
  if (drawing.in_memory) QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
  return drawing;
}

/// Qt ends a program whose display it cannot open with abort(). Said in one sentence of ours instead, which
/// no crash report follows.
void whileOpeningDisplay(QtMsgType type, const QMessageLogContext&, const QString&) {
  if (type != QtFatalMsg) return;
  std::fprintf(stderr, "waymark: %s\n", no_display);
  std::_Exit(exit_cannot_open);
}

void apply(const AppOptions& options, AppSettings& settings) {
  if (!options.theme.isEmpty()) settings.overrideTheme(options.theme);
  if (!options.language.isEmpty() && !AppSettings::speaks(options.language))
    complain(QStringLiteral("This Waymark was built without that language: it shows English."));
  if (!options.language.isEmpty()) settings.overrideLanguage(options.language);
  if (options.text_size > 0) settings.overrideTextSize(options.text_size);
}

/// Speaks as the person chose, or as the command line says, for as long as it lives: for what is said before
/// there is a context, which speaks for itself.
class EarlyWords {
 public:
  explicit EarlyWords(const AppOptions& options)
      : settings_(QDir(options.data_dir).filePath(QStringLiteral("settings.ini"))) {
    if (!options.language.isEmpty()) settings_.overrideLanguage(options.language);
    language_.emplace(settings_);
  }

 private:
  AppSettings settings_;
  std::optional<Language> language_;
};

Result<std::unique_ptr<Foundation>> open(const AppOptions& options) {
  const EarlyWords words(options);
  return Foundation::open(options);
}

/// Says why there is no app: on stderr, and to a person who started it from an icon in a window.
int refuseToStart(const Error& error, const AppOptions& options) {
  const QString sentence = QString::fromStdString(error.message);
  complain(sentence);
  const QString platform = QGuiApplication::platformName();
  if (options.headless() || platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
    return exit_cannot_open;
  const EarlyWords words(options);
  QQmlApplicationEngine engine;
  if (QQuickWindow* window = AppWindow::startError(engine, sentence)) {
    window->show();
    QGuiApplication::exec();
  }
  return exit_cannot_open;
}

int runScript(const AppOptions& options, Foundation& foundation) {
  auto commands = readScript(options.script);
  if (!commands) {
    complain(QString::fromStdString(commands.error().message));
    return exit_usage;
  }
  AppContext context(foundation.parts(false));
  apply(options, context.settings());
  std::unique_ptr<Screenshots> screens;
  if (!options.screens_dir.isEmpty())
    screens = std::make_unique<Screenshots>(context, options.screens_dir, options.size.value_or(picture_size),
                                            options.theme);
  ScriptRunner runner(context, foundation.clock(), std::move(*commands),
                      {.enroll_link = options.enroll_link,
                       .screens = screens.get(),
                       .print =
                           [](const QString& line) {
                             std::printf("%s\n", qPrintable(line));
                             std::fflush(stdout);
                           },
                       // As the system kills an app: no destructor runs, no file is closed by us.
                       .kill = [] { std::raise(SIGKILL); }});
  int code = 0;
  QObject::connect(&runner, &ScriptRunner::ended, &runner, [&code](const QString& problem) {
    if (!problem.isEmpty()) {
      complain(problem);
      code = exit_failed;
    }
    QGuiApplication::exit(code);
  });
  runner.start();
  return QGuiApplication::exec();
}

int takePictures(const AppOptions& options, Foundation& foundation) {
  AppContext context(foundation.parts(false));
  apply(options, context.settings());
  Screenshots screens(context, options.screens_dir, options.size.value_or(picture_size), options.theme);
  QTimer::singleShot(0, &screens, [&screens] {
    screens.takeAll([&screens](const QString& problem) {
      for (const QString& file : screens.written()) std::printf("%s\n", qPrintable(file));
      if (!problem.isEmpty()) complain(problem);
      QGuiApplication::exit(problem.isEmpty() ? 0 : exit_failed);
    });
  });
  return QGuiApplication::exec();
}

/// What can wait until the first page is on the screen.
void beginInBackground(AppContext& context, const AppOptions& options) {
  context.log().setStarting(false);
  SyncRunner& runner = context.runner();
  context.network().start();
  QObject::connect(
      qGuiApp, &QGuiApplication::applicationStateChanged, &runner,
      [&runner](Qt::ApplicationState state) { runner.setForeground(state == Qt::ApplicationActive); });
  if (!options.enroll_link.isEmpty() && !context.log().identity()) {
    context.enrol().setLink(options.enroll_link);
    context.enrol().enrol();
  }
}

int runWindow(const AppOptions& options, Foundation& foundation, std::unique_ptr<WindowTypes> types) {
  AppContext context(foundation.parts(true));
  apply(options, context.settings());
  context.log().setStarting(true);
  context.state().setOpened(false);  // it also hears of failures from the first read on
  AppWindow window(context, options.size, std::move(types));
  if (window.window() == nullptr) {
    complain(QStringLiteral("The window cannot be made: install the QML modules that scripts/deps names."));
    return exit_cannot_open;
  }
  afterNextFrame(*window.window(), frame_at_latest, [&] {
    context.state().setOpened(true);
    afterNextFrame(*window.window(), frame_at_latest, [&] { beginInBackground(context, options); });
  });
  window.window()->show();
  return QGuiApplication::exec();
}

}  // namespace

int runApplication(int argc, char** argv) {
  shareHeaps();
  const Drawing drawing = chooseDrawing(argc, argv);
  // Its name, and not QQuickStyle: that would have the library of the controls loaded before the first frame,
  // which shows none. Every page names the style it imports; this is for what the toolkit makes by itself.
  qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
  QGuiApplication::setOrganizationName(QStringLiteral("Waymark"));
  QGuiApplication::setApplicationName(QStringLiteral("waymark"));
  QGuiApplication::setApplicationVersion(QStringLiteral(WAYMARK_VERSION));
  const QtMessageHandler usual = qInstallMessageHandler(whileOpeningDisplay);
  QGuiApplication app(argc, argv);
  qInstallMessageHandler(usual);

  const auto options = parseOptions(QGuiApplication::arguments());
  if (!options) {
    complain(QString::fromStdString(options.error().message));
    return exit_usage;
  }
  if (options->help || options->version) {
    std::printf("%s", qPrintable(options->text));
    return 0;
  }
  if (options->self_test) return runSelfTest();
  if (!options->sample.isEmpty()) return drawSheets(*options);

  if (drawing.no_display && !options->headless()) {
    complain(QString::fromLatin1(no_display));
    return exit_cannot_open;
  }

  std::unique_ptr<WindowTypes> types;
  if (!options->headless()) types = std::make_unique<WindowTypes>();
  auto foundation = open(*options);
  if (!foundation) return refuseToStart(foundation.error(), *options);
  if (!options->script.isEmpty()) return runScript(*options, **foundation);
  if (!options->screens_dir.isEmpty()) return takePictures(*options, **foundation);
  return runWindow(*options, **foundation, std::move(types));
}

}  // namespace waymark::app
