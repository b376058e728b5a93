// What a device is given: the current state of the records its person may see, a page at a time.
#pragma once

#include <vector>

#include "shared/sync/messages.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

struct Page {
  std::vector<Row> rows;
  Mark next;
  Mark high;
};

/// The records changed after `after` that this person may see, by seq, at most `limit`. Read inside the
/// caller's snapshot.
Page read_page(Connection& connection, std::int64_t person, std::int64_t after, int limit);

/// Raised whenever older records enter or leave this person's sight.
std::int64_t scope_of(Connection& connection, std::int64_t person);

}  // namespace waymark::server
