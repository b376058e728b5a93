// A phone that belongs to a specialist of the sample agency, with its server in memory: for the self-test and
// for pictures. Everything in it is invented.
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <optional>

#include "mobile/app/app_clock.h"
#include "mobile/app/app_context.h"
#include "mobile/app/sample_server.h"
#include "mobile/device/device_store.h"

namespace waymark::app {

enum class SampleStore {
  not_enrolled,
  empty,     ///< enrolled this minute, nothing recorded yet
  ordinary,  ///< a quarter of a year, a day under way, a few changes that wait
  full       ///< five years, and on its last day everything that can be wrong at once
};

/// empty | ordinary | full; none for another word.
std::optional<SampleStore> sampleStoreOf(const QString& name);

class SamplePhone {
 public:
  /// The clock stands: on a Thursday morning, or for the full store on a Friday when the day should be over.
  static Result<std::unique_ptr<SamplePhone>> make(SampleStore store);
  ~SamplePhone();

  AppContext& context() { return *context_; }

 private:
  SamplePhone();
  Result<void> fill(SampleStore store);
  Result<void> enrol();
  Result<void> sync();
  void liveThroughDay();
  Result<void> makeTrouble();

  QTemporaryDir directory_;
  AppClock clock_;
  SystemRandom random_;
  device::PlainSeal seal_;
  std::unique_ptr<device::DeviceStore> store_;
  std::unique_ptr<device::KeyStore> keys_;
  std::unique_ptr<PositionProvider> positions_;
  std::unique_ptr<SampleServer> server_;
  std::unique_ptr<AppContext> context_;
};

}  // namespace waymark::app
