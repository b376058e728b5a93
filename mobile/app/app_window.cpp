#include "mobile/app/app_window.h"

#include <QImage>

#include "mobile/app/app_fonts.h"

namespace waymark::app {
namespace {

const char* const import_path = "qrc:/qt/qml";

}  // namespace

AppWindow::AppWindow(AppContext& context, const std::optional<QSize>& size, QObject* parent)
    : QObject(parent) {
  useAppFonts();
  context.attachTo(engine_);
  connect(&context.language(), &Language::changed, &engine_, &QQmlEngine::retranslate);
  engine_.addImportPath(QString::fromLatin1(import_path));
  if (size) engine_.setInitialProperties({{"width", size->width()}, {"height", size->height()}});
  engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Waymark/Main.qml")));
  if (!engine_.rootObjects().isEmpty())
    window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().constFirst());
}

QStringList AppWindow::pageNames() const {
  return window_ == nullptr ? QStringList() : window_->property("pageNames").toStringList();
}

void AppWindow::showPage(const QString& name) {
  if (window_ != nullptr) window_->setProperty("page", name);
}

QImage AppWindow::grab() const {
  return window_ == nullptr ? QImage() : window_->grabWindow();
}

QQuickWindow* AppWindow::startError(QQmlApplicationEngine& engine, const QString& sentence) {
  useAppFonts();
  engine.addImportPath(QString::fromLatin1(import_path));
  engine.setInitialProperties({{"message", sentence}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Waymark/StartError.qml")));
  return engine.rootObjects().isEmpty() ? nullptr
                                        : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
}

}  // namespace waymark::app
