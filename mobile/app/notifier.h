// Where a reminder goes when nobody looks at the app: handed in, so that tests see what would be said.
#pragma once

#include <QString>

namespace waymark::app {

class Notifier {
 public:
  virtual ~Notifier() = default;
  /// Shows a notification, or does nothing where there is nobody to show it. Never blocks. The text is read
  /// by whoever sees the screen: no name of a participant may be in it.
  virtual void notify(const QString& title, const QString& text) = 0;
};

}  // namespace waymark::app
