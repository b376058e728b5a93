// The one seam through which every text that may hold health information passes on its way to the file and
// back: record bodies, frozen ops, names, drafts, undo states. Beside sealed texts only ids, times and states
// are columns, so encryption at rest is another BodySeal and a change nowhere else (domain.md, Privacy).
#pragma once

#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark::device {

class BodySeal {
 public:
  virtual ~BodySeal() = default;
  /// What is written to the file for `plain`. Thread-safe.
  virtual std::string seal(std::string_view plain) const = 0;
  /// The text that was sealed; `corrupt` if `sealed` was not made by this seal. Thread-safe.
  virtual Result<std::string> open(std::string_view sealed) const = 0;
};

/// Writes texts as they are: for platforms whose storage is encrypted by the system.
class PlainSeal final : public BodySeal {
 public:
  std::string seal(std::string_view plain) const override { return std::string(plain); }
  Result<std::string> open(std::string_view sealed) const override { return std::string(sealed); }
};

}  // namespace waymark::device
