// A phone that belongs to a specialist of the sample agency, with its server in memory: for the self-test and
// for pictures. Everything in it is invented.
#pragma once

#include <QDir>
#include <QTemporaryDir>
#include <memory>
#include <optional>

#include "mobile/app/app_clock.h"
#include "mobile/app/app_context.h"
#include "mobile/app/sample_server.h"
#include "mobile/device/device_store.h"
#include "mobile/device/memory_key_store.h"

namespace waymark::app {

enum class SampleStore {
  not_enrolled,
  empty,     ///< enrolled this minute, nothing recorded yet
  received,  ///< a quarter of a year came with the first sync, nothing tapped yet
  ordinary,  ///< a quarter of a year, a day under way, a few changes that wait
  full       ///< five years, and on its last day everything that can be wrong at once
};

/// empty | ordinary | full; none for another word.
std::optional<SampleStore> sampleStoreOf(const QString& name);

/// What may be chosen of a sample phone; what is left out is as its SampleStore says.
struct SampleSetting {
  QString directory = {};           ///< stays when the phone is gone; "" for one that goes with it
  int weeks = 0;                    ///< of work before this one
  std::optional<Instant> now = {};  ///< where the clock stands
  /// Of the person whose phone it is. A lead who works in the field too has every page there is.
  Role role = Role::lead;
};

class SamplePhone {
 public:
  /// The clock stands: on a Thursday morning, or for the full store on a Friday when the day should be over.
  static Result<std::unique_ptr<SamplePhone>> make(SampleStore store, SampleSetting setting = {});
  ~SamplePhone();

  AppContext& context() { return *context_; }
  AppClock& clock() { return clock_; }
  SampleServer& server() { return *server_; }
  /// One sync, waited for. An error: it did not reach its end.
  Result<void> sync();

 private:
  explicit SamplePhone(const QString& directory);
  Result<void> fill(SampleStore store, int weeks, Role role);
  Result<void> enrol();
  void liveThroughDay();
  Result<void> makeTrouble();

  std::optional<QTemporaryDir> temporary_;
  QDir directory_;
  AppClock clock_;
  SystemRandom random_;
  device::PlainSeal seal_;
  std::unique_ptr<device::DeviceStore> store_;
  device::MemoryKeyStore keys_;
  std::unique_ptr<PositionProvider> positions_;
  std::unique_ptr<SampleServer> server_;
  std::unique_ptr<AppContext> context_;
};

}  // namespace waymark::app
