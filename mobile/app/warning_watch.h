// Warnings of QML, from wherever they come: the engine, a binding loop, a console.warn.
#pragma once

#include <QString>
#include <QtGlobal>
#include <mutex>

namespace waymark::app {

/// Counts them, on stderr too, for as long as it lives. One within another hears them instead of it.
class WarningWatch {
 public:
  WarningWatch();
  ~WarningWatch();
  WarningWatch(const WarningWatch&) = delete;
  WarningWatch& operator=(const WarningWatch&) = delete;

  int count() const;
  void add(const QString& text);

 private:
  static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text);

  // Qt's message handler is a plain function, so the watch that listens must be found without an object.
  static WarningWatch* active;
  mutable std::mutex mutex_;
  int count_ = 0;
  WarningWatch* outer_;
  QtMessageHandler previous_;
};

}  // namespace waymark::app
