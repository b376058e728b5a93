// Secrets that are gone with the program: for sample phones and tests.
#pragma once

#include <map>
#include <mutex>

#include "mobile/device/key_store.h"

namespace waymark::device {

class MemoryKeyStore : public KeyStore {
 public:
  MemoryKeyStore() = default;
  MemoryKeyStore(const MemoryKeyStore& other) : secrets_(other.secrets()) {}
  MemoryKeyStore& operator=(const MemoryKeyStore& other);
  Result<std::optional<std::string>> load(std::string_view name) const override;
  Result<void> save(std::string_view name, std::string_view secret) override;
  Result<void> erase(std::string_view name) override;
  std::size_t size() const;

 private:
  std::map<std::string, std::string, std::less<>> secrets() const;

  mutable std::mutex mutex_;
  std::map<std::string, std::string, std::less<>> secrets_;
};

}  // namespace waymark::device
