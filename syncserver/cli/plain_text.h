// Rows and times as a terminal shows them.
#pragma once

#include <string>
#include <vector>

#include "shared/time/instant.h"
#include "shared/time/zone.h"

namespace waymark::server {

/// Columns of equal width under their heads; the last one runs free. Lines have no newline at the end.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> heads) { rows_.push_back(std::move(heads)); }
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.size() == 1; }
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// "2026-11-22 06:45", by the wall clock of the zone.
std::string local_time_text(Instant instant, const Zone& zone);
}  // namespace waymark::server
