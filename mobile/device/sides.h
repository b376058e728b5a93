// The conflicting and held ops the server lists beside a row.
#pragma once

#include <string_view>
#include <vector>

#include "mobile/device/database.h"
#include "shared/sync/messages.h"

namespace waymark::device {

struct ListedSide {
  SideOp side;
  bool held = false;  ///< else in conflict
};

/// Replaces what is listed beside a record.
void save_sides(Work& work, const Row& row);
void drop_sides(Work& work, std::string_view rid);
/// In the server's order: conflicts, then held ones, each oldest first.
std::vector<ListedSide> sides_of(Work& work, std::string_view rid);

}  // namespace waymark::device
