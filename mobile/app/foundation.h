// What a running app stands on: its clock, store, keys, transport and positions, opened from the command
// line's choices.
#pragma once

#include <memory>

#include "mobile/app/app_clock.h"
#include "mobile/app/app_context.h"
#include "mobile/app/app_options.h"
#include "mobile/app/desktop_notifier.h"
#include "mobile/device/spare_room.h"
#include "mobile/device/transport.h"

namespace waymark::app {

class Foundation {
 public:
  /// Fails with a sentence for the person who started the app: no such directory, no right to write, another
  /// Waymark at work there, a damaged store or one of a newer version, no positions in the file. Nothing is
  /// changed then.
  static Result<std::unique_ptr<Foundation>> open(const AppOptions& options);
  ~Foundation();

  AppClock& clock() { return clock_; }
  device::DeviceStore& store() { return *store_; }
  device::KeyStore& keys() { return *keys_; }
  /// The parts of a context. `live`: somebody uses it, so it syncs by itself and notifies the desktop.
  AppParts parts(bool live);

 private:
  Foundation() = default;

  AppClock clock_;
  SystemRandom random_;
  device::PlainSeal seal_;
  std::unique_ptr<device::DeviceStore> store_;
  std::unique_ptr<device::KeyStore> keys_;
  std::unique_ptr<device::SpareRoom> spare_;
  std::unique_ptr<device::Transport> transport_;
  std::unique_ptr<PositionProvider> positions_;
  DesktopNotifier notifier_;
  QString data_dir_;
};

}  // namespace waymark::app
