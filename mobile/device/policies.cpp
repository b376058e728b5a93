#include "mobile/device/policies.h"

#include "shared/records/record_codec.h"

namespace waymark::device {

std::vector<Policy> load_policies(Work& work) {
  Query query(work.sql,
              "SELECT rid, body FROM records WHERE type = 'policy' AND owner IS NULL AND body IS NOT NULL"
              " AND deleted = 0 ORDER BY starts_at, rid");
  std::vector<Policy> policies;
  while (query.next())
    if (auto policy = read_stored<Policy>(work.open(query.blob(1)), query.text(0)))
      policies.push_back(std::move(*policy));
  return policies;
}

}  // namespace waymark::device
