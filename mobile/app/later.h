// Work the first page can do without.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

namespace waymark::app {

class FieldLog;

/// Calls `work` once for any number of requests: when the event loop turns, and not before the first page is
/// on the screen (FieldLog::starting). `log` must outlive it.
class Later : public QObject {
 public:
  Later(FieldLog& log, std::function<void()> work);
  void request();

 private:
  FieldLog& log_;
  QTimer turn_;
  bool wanted_ = false;
};

}  // namespace waymark::app
