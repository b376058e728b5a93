// What this machine can tell of its connection. What can't be told counts as online and not metered (ui.md).
#pragma once

#include <QObject>

#include "mobile/device/sync_schedule.h"

namespace waymark::app {

class NetworkState : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Begins to look: loading what knows of connections takes time that the first frame should not wait for.
  void look();

  device::Connectivity connectivity() const;
  /// False where no part of the system tells metered connections from others: Settings says so.
  bool canTellMetered() const;

 signals:
  void changed();
};

}  // namespace waymark::app
