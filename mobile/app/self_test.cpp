#include "mobile/app/self_test.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <mutex>

#include "mobile/app/app_clock.h"
#include "mobile/app/app_window.h"
#include "mobile/app/sample_server.h"
#include "shared/sample/sample_agency.h"

namespace waymark::app {
namespace {

/// Warnings of QML, from wherever they come: the engine, a binding loop, a console.warn.
class WarningWatch {
 public:
  WarningWatch() {
    active = this;
    previous_ = qInstallMessageHandler(&WarningWatch::handle);
  }
  ~WarningWatch() {
    qInstallMessageHandler(previous_);
    active = nullptr;
  }
  int count() const {
    const std::lock_guard lock(mutex_);
    return count_;
  }
  void add(const QString& text) {
    const std::lock_guard lock(mutex_);
    ++count_;
    std::fprintf(stderr, "%s\n", qPrintable(text));
  }

 private:
  static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const QLatin1String category(context.category);
    // The platform without a screen says what it cannot do; that is no fault of a page.
    const bool platform =
        category.startsWith(QLatin1String("qt.qpa")) || text.contains(QLatin1String("propagateSizeHints"));
    if (type != QtDebugMsg && type != QtInfoMsg && !platform && active != nullptr) active->add(text);
  }

  // Qt's message handler is a plain function, so the watch that listens must be found without an object.
  static WarningWatch* active;
  mutable std::mutex mutex_;
  int count_ = 0;
  QtMessageHandler previous_ = nullptr;
};

WarningWatch* WarningWatch::active = nullptr;

/// No positions: pages are looked at, nothing is tagged.
class NoPositions final : public PositionProvider {
 public:
  void request(Millis) override { emit failed(TagAbsence::no_signal); }
  void cancel() override {}
};

class Keys final : public device::KeyStore {
 public:
  Result<std::optional<std::string>> load(std::string_view name) const override {
    const std::lock_guard lock(mutex_);
    const auto found = secrets_.find(name);
    return found == secrets_.end() ? std::nullopt : std::optional(found->second);
  }
  Result<void> save(std::string_view name, std::string_view secret) override {
    const std::lock_guard lock(mutex_);
    secrets_.insert_or_assign(std::string(name), std::string(secret));
    return {};
  }
  Result<void> erase(std::string_view name) override {
    const std::lock_guard lock(mutex_);
    if (const auto found = secrets_.find(name); found != secrets_.end()) secrets_.erase(found);
    return {};
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string, std::less<>> secrets_;
};

enum class Filling { not_enrolled, empty, full };

const char* nameOf(Filling filling) {
  switch (filling) {
    case Filling::not_enrolled:
      return "a phone that is not enrolled";
    case Filling::empty:
      return "an empty store";
    case Filling::full:
      return "a full store";
  }
  return "";
}

/// One page drawn in one shape: let the event loop turn until nothing is left to do, then draw it.
void visit(AppWindow& window, const QString& page) {
  window.showPage(page);
  QCoreApplication::sendPostedEvents();
  QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
  if (window.grab().isNull()) qWarning("%s could not be drawn", qPrintable(page));
}

void visitAll(AppContext& context, WarningWatch& watch, const QString& what) {
  AppWindow window(context, QSize(390, 844));
  if (window.window() == nullptr)
    return watch.add(QStringLiteral("Main.qml was not loaded with %1").arg(what));
  window.window()->show();
  const QStringList pages = window.pageNames();
  if (pages.isEmpty()) return watch.add(QStringLiteral("Main.qml names no page with %1").arg(what));
  // The shapes of ui.md.
  for (const QSize size :
       {QSize(390, 844), QSize(320, 568), QSize(844, 390), QSize(800, 1280), QSize(1280, 800)}) {
    window.window()->resize(size);
    for (const int text_size : {100, 200}) {
      context.settings().overrideTextSize(text_size);
      for (const char* theme : {"light", "dark"}) {
        context.settings().overrideTheme(QString::fromLatin1(theme));
        for (const QString& page : pages) visit(window, page);
      }
    }
  }
  context.settings().overrideLanguage(QStringLiteral("es"));
  for (const QString& page : pages) visit(window, page);
  context.settings().overrideLanguage(QStringLiteral("en"));
  std::printf("%s: %lld pages\n", qPrintable(what), static_cast<long long>(pages.size()));
}

/// Runs the event loop until `done` or a minute has passed.
template <class Sender, class Signal>
bool await(Sender& sender, Signal signal, const std::function<void()>& begin) {
  QEventLoop loop;
  bool came = false;
  QObject::connect(&sender, signal, &loop, [&] {
    came = true;
    loop.quit();
  });
  QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
  begin();
  if (!came) loop.exec();
  return came;
}

void fillDay(AppContext& context) {
  // Something of everything: a finished visit, a journey without an answer, an overlap and what runs.
  NowModel& now = context.now();
  now.start(QStringLiteral("employer_visit"));
  now.start(QStringLiteral("travel"));
  now.start(QStringLiteral("participant"));
  context.log().deliverChanges();
  const auto latest = context.log().records().latest_entries(context.log().now() + Millis{1}, 1);
  if (latest && !latest->empty()) context.editor().open(QString::fromStdString(latest->front().record.id));
}

void test(Filling filling, WarningWatch& watch) {
  const QString what = QString::fromLatin1(nameOf(filling));
  QTemporaryDir directory;
  AppClock clock;
  SystemRandom random;
  device::PlainSeal seal;
  auto store = device::DeviceStore::open(directory.filePath(QStringLiteral("waymark.db")).toStdString(),
                                         clock, random, seal);
  if (!store) return watch.add(QString::fromStdString(store.error().message));
  const auto agency = sample_agency({.seed = 1, .specialists = 2, .weeks = 14, .now = clock.now()});
  if (!agency) return watch.add(QString::fromStdString(agency.error().message));
  auto records = all_records(*agency);
  if (filling == Filling::empty)
    std::erase_if(records, [](const Record& r) { return !std::holds_alternative<Policy>(r); });
  SampleServer server(agency->people.front(), agency->name, agency->policy.time_zone, records, random, clock);
  Keys keys;
  NoPositions positions;
  AppContext context({**store, keys, server, random, positions, directory.path(), false});
  if (filling != Filling::not_enrolled) {
    const bool enrolled = await(context.enroller(), &Enroller::succeeded, [&] {
      context.enroller().start(Enroller::requestFor(QStringLiteral("https://sample.invalid"),
                                                    QStringLiteral("00000000"), QStringLiteral("Self-test")));
    });
    if (!enrolled) return watch.add(QStringLiteral("Enrolling failed with %1").arg(what));
    context.log().deliverChanges();
    if (!await(context.runner(), &SyncRunner::finished, [&] { context.runner().requestNow(); }))
      return watch.add(QStringLiteral("The first sync did not end with %1").arg(what));
    const auto& outcome = *context.runner().lastOutcome();
    if (outcome.error) return watch.add(QString::fromStdString(outcome.error->message));
    context.log().deliverChanges();
  }
  if (filling == Filling::full) fillDay(context);
  visitAll(context, watch, what);
}

}  // namespace

int runSelfTest() {
  WarningWatch watch;
  for (const Filling filling : {Filling::not_enrolled, Filling::empty, Filling::full}) test(filling, watch);
  if (watch.count() == 0) {
    std::printf("Self-test passed\n");
    return 0;
  }
  std::fprintf(stderr, "Self-test: %d warnings\n", watch.count());
  return 1;
}

}  // namespace waymark::app
