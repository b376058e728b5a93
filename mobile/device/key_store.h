// Where the device token lives, apart from the store: the platform's key chain, or a file only its owner
// reads. Never part of a backup of the phone (sync.md, invariant 11).
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark::device {

/// Small secrets by name. Implementations are thread-safe; failures are `cannot_open` with a sentence.
class KeyStore {
 public:
  virtual ~KeyStore() = default;
  /// None if nothing was saved under `name`.
  virtual Result<std::optional<std::string>> load(std::string_view name) const = 0;
  /// Durable when it returns; replaces what was there.
  virtual Result<void> save(std::string_view name, std::string_view secret) = 0;
  /// No error if there was none.
  virtual Result<void> erase(std::string_view name) = 0;
};

// The names under which this program keeps secrets.

/// The token of an enrolled device. By the device's id, so that a new enrolment takes effect with the commit
/// of the new identity and at no other instant.
inline std::string device_token_key(std::string_view device_id) {
  return "waymark-device-" + std::string(device_id);
}
/// The token of an enrolment whose answer has not arrived yet (enrolment.h).
inline constexpr std::string_view enrolling_token_key = "waymark-enrolling-token";

/// `--key-file FILE`: lines of `name secret` in a file of mode 0600, replaced as a whole by rename.
class FileKeyStore final : public KeyStore {
 public:
  explicit FileKeyStore(std::filesystem::path file) : file_(std::move(file)) {}
  Result<std::optional<std::string>> load(std::string_view name) const override;
  Result<void> save(std::string_view name, std::string_view secret) override;
  Result<void> erase(std::string_view name) override;

 private:
  std::filesystem::path file_;
  mutable std::mutex mutex_;
};

}  // namespace waymark::device
