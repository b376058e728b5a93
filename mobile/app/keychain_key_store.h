// The token in the platform's key chain (QtKeychain). Never in the clear: where no key chain answers, saving
// fails with a sentence that names --key-file.
#pragma once

#include <QThread>
#include <map>
#include <memory>
#include <mutex>

#include "mobile/device/key_store.h"

namespace waymark::app {

class KeychainKeyStore final : public device::KeyStore {
 public:
  /// How long the key chain may take to answer before it counts as absent; a person may have to unlock it
  /// first.
  static constexpr int patience_ms = 60'000;

  KeychainKeyStore();
  ~KeychainKeyStore() override;

  Result<std::optional<std::string>> load(std::string_view name) const override;
  Result<void> save(std::string_view name, std::string_view secret) override;
  Result<void> erase(std::string_view name) override;

 private:
  mutable std::mutex mutex_;
  /// Read once; the key chain is slow, and asked for every request otherwise.
  mutable std::map<std::string, std::string, std::less<>> known_;
  mutable QThread thread_;
  std::unique_ptr<QObject> worker_;  ///< lives in thread_, whose event loop the key chain's jobs need
};

}  // namespace waymark::app
