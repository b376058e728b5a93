// Half-filled forms as rows, so that a killed app loses nothing typed. The text is the form's own affair; it
// is sealed like a body.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/device/device_store.h"

namespace waymark::device {

struct Draft {
  std::string key;  ///< which form: an entry's id, "new-entry", …; ids and fixed words only, it is not sealed
  Instant saved_at{};
  std::string text;
};

class Drafts {
 public:
  explicit Drafts(DeviceStore& store) : store_(store) {}
  /// Durable when it returns; replaces an earlier draft of that key. too_large over 64 KiB.
  Result<void> save(std::string_view key, std::string_view text);
  Result<std::optional<Draft>> find(std::string_view key) const;
  /// Latest first.
  Result<std::vector<Draft>> all() const;
  Result<void> drop(std::string_view key);

 private:
  DeviceStore& store_;
};

}  // namespace waymark::device
