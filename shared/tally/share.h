// A share is the pair (community, work) in seconds, compared as integers and shown rounded down (domain.md,
// tally rules 4 and 5): a share is never shown, and never judged, better than it is. The two thresholds it is
// held against are S1's and S2's.
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

/// Σ community ÷ Σ work: of one person's weeks, or of a team (domain.md, tally rule 7). Whom to leave out
/// (`too_little`, no work) is the caller's choice.
Share pooled(std::span<const Share> shares);
/// The mean of the exact ratios, the fidelity scale's way for a team (rule 7), floored to one decimal at the
/// end; shares with no work are left out; none if all are.
std::optional<std::string> mean_share(std::span<const Share> shares);

}  // namespace waymark
