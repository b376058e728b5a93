// The QML side of one app: engine and main window. Pages are reached by the name the window gives
// them.
#pragma once

#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickWindow>
#include <QSize>
#include <QStringList>
#include <memory>
#include <optional>

#include "mobile/app/app_context.h"

namespace waymark::app {

/// The QML engine with the types that the window is made of. Loading them takes longest of all at a start,
/// and needs neither store nor context, so that those are opened meanwhile.
class WindowTypes {
 public:
  /// Begins, on the engine's own thread, with what Main.qml is made of, and goes on with the first page.
  WindowTypes();
  /// Lets this thread answer what the engine's asks of it. Called now and then while they load.
  void help();
  /// Waits for what Main.qml is made of, with errors or without.
  void wait();

  QQmlEngine& engine() { return engine_; }
  QQmlComponent& main() { return main_; }

 private:
  QQmlEngine engine_;
  QQmlComponent main_{&engine_};
  QQmlComponent first_page_{&engine_};
};

class AppWindow : public QObject {
  Q_OBJECT

 public:
  /// Loads Main.qml; `window()` is null if that failed (the engine has said why).
  AppWindow(AppContext& context, const std::optional<QSize>& size,
            std::unique_ptr<WindowTypes> types = std::make_unique<WindowTypes>());

  QQuickWindow* window() const { return window_; }
  QQmlEngine& engine() { return types_->engine(); }
  QStringList pageNames() const;
  void showPage(const QString& name);
  /// The window as it is drawn now; null if it cannot be.
  QImage grab() const;

  /// A window with nothing but why the app cannot start; null if it cannot be made.
  static QQuickWindow* startError(QQmlApplicationEngine& engine, const QString& sentence);

 private:
  std::unique_ptr<WindowTypes> types_;
  std::unique_ptr<QObject> root_;
  QQuickWindow* window_ = nullptr;
};

}  // namespace waymark::app
