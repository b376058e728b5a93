#include "mobile/app/self_test.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <cstdio>

#include "mobile/app/app_window.h"
#include "mobile/app/open_details.h"
#include "mobile/app/sample_phone.h"
#include "mobile/app/warning_watch.h"

namespace waymark::app {
namespace {

const char* nameOf(SampleStore store) {
  switch (store) {
    case SampleStore::not_enrolled:
      return "a phone that is not enrolled";
    case SampleStore::empty:
      return "an empty store";
    case SampleStore::received:
    case SampleStore::ordinary:
    case SampleStore::full:
      return "a full store";
  }
  return "";
}

/// One page drawn in one shape: let the event loop turn until nothing is left to do, then draw it.
void visit(AppContext& context, AppWindow& window, const QString& page) {
  window.showPage(page);
  context.settle();
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
        for (const QString& page : pages) visit(context, window, page);
      }
    }
  }
  context.settings().overrideLanguage(QStringLiteral("es"));
  for (const QString& page : pages) visit(context, window, page);
  context.settings().overrideLanguage(QStringLiteral("en"));
  std::printf("%s: %lld pages\n", qPrintable(what), static_cast<long long>(pages.size()));
}

void test(SampleStore store, WarningWatch& watch) {
  const QString what = QString::fromLatin1(nameOf(store));
  const auto phone = SamplePhone::make(store);
  if (!phone) return watch.add(QString::fromStdString(phone.error().message));
  AppContext& context = (*phone)->context();
  openDetails(context);
  visitAll(context, watch, what);
}

}  // namespace

int runSelfTest() {
  WarningWatch watch;
  for (const SampleStore store : {SampleStore::not_enrolled, SampleStore::empty, SampleStore::ordinary})
    test(store, watch);
  if (watch.count() == 0) {
    std::printf("Self-test passed\n");
    return 0;
  }
  std::fprintf(stderr, "Self-test: %d warnings\n", watch.count());
  return 1;
}

}  // namespace waymark::app
