// How SQLite finds what a program asks it for. It keeps no statistics of our stores, and silently walks
// through a whole table where no index fits a query, or where a query does not name a partial index's
// condition.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace waymark::test {

/// Listens to every connection that this process opens as long as it lives. One at a time.
class StatementsHeard {
 public:
  StatementsHeard();
  ~StatementsHeard();
  StatementsHeard(const StatementsHeard&) = delete;
  StatementsHeard& operator=(const StatementsHeard&) = delete;

  /// Begins anew.
  void forget();
  /// Every statement run since, as it was written.
  std::set<std::string> texts() const;
};

/// What SQLite says of each step of these statements on the store at `path`: "SEARCH t USING …", "SCAN t".
std::set<std::string> plan_steps(const std::filesystem::path& path, const std::set<std::string>& statements);

}  // namespace waymark::test
