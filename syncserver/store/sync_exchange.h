// One `POST /v1/sync`: the checks that come before anything is applied, the ops through the writer, the page
// through a reader.
#pragma once

#include "shared/sync/messages.h"
#include "syncserver/store/device_health.h"
#include "syncserver/store/reader_pool.h"
#include "syncserver/store/store_types.h"
#include "syncserver/store/writer.h"

namespace waymark::server {

class SyncExchange {
 public:
  SyncExchange(Writer& writer, ReaderPool& readers, HealthBook& health, const Clock& clock)
      : writer_(writer), readers_(readers), health_(health), clock_(clock) {}

  Result<SyncResponse> run(const DeviceIdentity& device, const SyncRequest& request);

 private:
  struct Applied {
    SyncResponse response;  ///< diverged, rescope or results
    bool applied = false;
  };
  Result<Applied> apply_ops(const DeviceIdentity& device, const SyncRequest& request);
  /// How the device stands once it has read `response`.
  void note_health(const DeviceIdentity& device, const SyncRequest& request, const SyncResponse& response,
                   Instant now);

  Writer& writer_;
  ReaderPool& readers_;
  HealthBook& health_;
  const Clock& clock_;
};

}  // namespace waymark::server
