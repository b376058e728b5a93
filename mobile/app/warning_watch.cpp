#include "mobile/app/warning_watch.h"

#include <QLatin1String>
#include <cstdio>

namespace waymark::app {

WarningWatch* WarningWatch::active = nullptr;

WarningWatch::WarningWatch() : outer_(active) {
  active = this;
  previous_ = qInstallMessageHandler(&WarningWatch::handle);
}

WarningWatch::~WarningWatch() {
  qInstallMessageHandler(previous_);
  active = outer_;
}

int WarningWatch::count() const {
  const std::lock_guard lock(mutex_);
  return count_;
}

void WarningWatch::add(const QString& text) {
  const std::lock_guard lock(mutex_);
  ++count_;
  std::fprintf(stderr, "%s\n", qPrintable(text));
}

void WarningWatch::handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  const QLatin1String category(context.category);
  // The platform without a screen says what it cannot do; that is no fault of a page.
  const bool platform =
      category.startsWith(QLatin1String("qt.qpa")) || text.contains(QLatin1String("propagateSizeHints"));
  if (type != QtDebugMsg && type != QtInfoMsg && !platform && active != nullptr) active->add(text);
}

}  // namespace waymark::app
