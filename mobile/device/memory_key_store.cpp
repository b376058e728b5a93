#include "mobile/device/memory_key_store.h"

namespace waymark::device {

MemoryKeyStore& MemoryKeyStore::operator=(const MemoryKeyStore& other) {
  auto copied = other.secrets();
  const std::lock_guard lock(mutex_);
  secrets_ = std::move(copied);
  return *this;
}

Result<std::optional<std::string>> MemoryKeyStore::load(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  const auto found = secrets_.find(name);
  return found == secrets_.end() ? std::nullopt : std::optional(found->second);
}

Result<void> MemoryKeyStore::save(std::string_view name, std::string_view secret) {
  const std::lock_guard lock(mutex_);
  secrets_.insert_or_assign(std::string(name), std::string(secret));
  return {};
}

Result<void> MemoryKeyStore::erase(std::string_view name) {
  const std::lock_guard lock(mutex_);
  if (const auto found = secrets_.find(name); found != secrets_.end()) secrets_.erase(found);
  return {};
}

std::map<std::string, std::string, std::less<>> MemoryKeyStore::secrets() const {
  const std::lock_guard lock(mutex_);
  return secrets_;
}

std::size_t MemoryKeyStore::size() const {
  const std::lock_guard lock(mutex_);
  return secrets_.size();
}

}  // namespace waymark::device
