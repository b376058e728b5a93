#include "mobile/app/app_window.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QImage>

#include "mobile/app/app_fonts.h"

namespace waymark::app {
namespace {

const char* const import_path = "qrc:/qt/qml";

}  // namespace

WindowTypes::WindowTypes() {
  engine_.addImportPath(QString::fromLatin1(import_path));
  main_.loadUrl(QUrl(QStringLiteral("qrc:/qt/qml/Waymark/Main.qml")), QQmlComponent::Asynchronous);
  first_page_.loadUrl(QUrl(QStringLiteral("qrc:/qt/qml/Waymark/ways/NowWays.qml")),
                      QQmlComponent::Asynchronous);
}

void WindowTypes::help() {
  QCoreApplication::sendPostedEvents();
}

void WindowTypes::wait() {
  while (main_.isLoading()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

AppWindow::AppWindow(AppContext& context, const std::optional<QSize>& size,
                     std::unique_ptr<WindowTypes> types)
    : types_(std::move(types)) {
  types_->help();
  useAppFonts();
  types_->wait();
  context.attachTo(engine());
  connect(&context.language(), &Language::changed, &engine(), &QQmlEngine::retranslate);
  QVariantMap given;
  if (size) given = {{"width", size->width()}, {"height", size->height()}};
  root_.reset(types_->main().createWithInitialProperties(given));
  for (const QQmlError& error : types_->main().errors()) qWarning().noquote() << error.toString();
  window_ = qobject_cast<QQuickWindow*>(root_.get());
  // Rows made ahead of a list that scrolls are made between frames.
  if (window_ != nullptr) engine().setIncubationController(window_->incubationController());
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
