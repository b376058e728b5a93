// A share is the pair (community, work), compared as integers and shown rounded down (domain.md, tally rules
// 4, 5).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace waymark {

struct Share {
  std::int64_t community_s = 0;
  std::int64_t work_s = 0;

  /// community·100 ≥ percent·work. With no work nothing is reached.
  bool reaches(int percent) const { return work_s > 0 && community_s * 100 >= percent * work_s; }
  /// "61.1": percent with one decimal, rounded down (64.96 is "64.9"); none when there was no work.
  std::optional<std::string> text() const;
  /// Tenths of a percent, rounded down, for pictures; none when there was no work.
  std::optional<int> tenths() const;
  friend bool operator==(const Share&, const Share&) = default;
};

enum class Standing { recommended, minimum, below, too_little };

/// Σ community ÷ Σ work (domain.md, tally rule 7).
Share pooled(std::span<const Share> shares);
/// The mean of the exact ratios, floored to one decimal at the end; shares with no work are left out; none if
/// all are.
std::optional<std::string> mean_share(std::span<const Share> shares);

}  // namespace waymark
