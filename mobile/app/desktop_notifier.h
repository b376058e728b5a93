// Notifications of a desktop, over D-Bus (org.freedesktop.Notifications, version 1.2 of that specification).
#pragma once

#include <QString>

#include "mobile/app/notifier.h"

namespace waymark::app {

class DesktopNotifier final : public Notifier {
 public:
  /// `bus`: the address of a message bus; "" is the session's.
  explicit DesktopNotifier(QString bus = {});
  ~DesktopNotifier() override;

  /// Silent where there is no bus, or nobody on it who shows notifications.
  void notify(const QString& title, const QString& text) override;

 private:
  QString bus_;
};

}  // namespace waymark::app
