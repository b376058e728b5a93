// The QML side of one app: engine and main window. Pages are reached by the name the window gives
// them.
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSize>
#include <QStringList>
#include <optional>

#include "mobile/app/app_context.h"

namespace waymark::app {

class AppWindow : public QObject {
  Q_OBJECT

 public:
  /// Loads Main.qml; `window()` is null if that failed (the engine has said why).
  AppWindow(AppContext& context, const std::optional<QSize>& size, QObject* parent = nullptr);

  QQuickWindow* window() const { return window_; }
  QQmlEngine& engine() { return engine_; }
  QStringList pageNames() const;
  void showPage(const QString& name);
  /// The window as it is drawn now; null if it cannot be.
  QImage grab() const;

  /// A window with nothing but why the app cannot start; null if it cannot be made.
  static QQuickWindow* startError(QQmlApplicationEngine& engine, const QString& sentence);

 private:
  QQmlApplicationEngine engine_;
  QQuickWindow* window_ = nullptr;
};

}  // namespace waymark::app
