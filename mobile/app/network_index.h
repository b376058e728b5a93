// The employer network in memory, searched as fast as one types: built once away from the screen's thread and
// never changed, so that any thread may read it. One piece for the Employers page, the editor's and Now's
// choices, and names by id.
#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/device/store_types.h"

namespace waymark::app {

/// A text as it is searched and compared: without case, accents and punctuation, one space between words.
/// "Café Río" and "CAFE RIO" are the same; "O'Brien's" is "obriens".
std::string foldText(const QString& text);
std::string foldText(const std::string& text);

class NetworkIndex {
 public:
  NetworkIndex() = default;
  explicit NetworkIndex(std::vector<device::Stored<Employer>> employers);

  /// Those in the network, by name; positions below are into `all`, which has the removed ones after them.
  std::span<const Employer> employers() const { return std::span(employers_).first(live_); }
  int count() const { return static_cast<int>(live_); }
  int removedCount() const { return static_cast<int>(employers_.size() - live_); }
  const Employer& at(int position) const { return employers_[static_cast<std::size_t>(position)]; }
  const device::RecordSync& syncAt(int position) const { return sync_[static_cast<std::size_t>(position)]; }
  bool removedAt(int position) const { return static_cast<std::size_t>(position) >= live_; }
  /// -1 if there is none.
  int find(std::string_view id) const;
  /// True if an edit of any of them is not simply sent.
  bool anyPending() const { return pending_; }

  /// Positions of the employers in which every word of `query` is found in name, contact, industry or
  /// address, the likeliest first: names that begin with it, names with a word that does, other fields, then
  /// parts of words; each by name. An empty query finds all.
  std::vector<int> search(const QString& query, bool with_removed = false) const;
  /// Those whose name is the same once folded, then those it begins: to be offered before a new one is made.
  std::vector<int> namesakes(const QString& name, int most) const;

 private:
  /// Which pairs of letters a text has, one bit for several pairs: what lacks a pair of the query's is not
  /// read.
  using Pairs = std::array<std::uint64_t, 4>;
  static void addPairs(std::string_view text, Pairs& pairs);

  std::string_view textAt(std::size_t position) const;

  std::vector<Employer> employers_;
  std::vector<device::RecordSync> sync_;
  std::size_t live_ = 0;
  bool pending_ = false;
  std::string texts_;                ///< of each: " name\n contact\n industry\n address\n", folded
  std::vector<std::size_t> begins_;  ///< where each begins in texts_, and where the last one ends
  std::vector<std::size_t> names_;   ///< how long each name is
  std::vector<Pairs> pairs_;
  std::map<std::string, int, std::less<>> by_id_;
};

}  // namespace waymark::app
