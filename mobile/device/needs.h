// What needs a person, worked out from the outbox and from what the server lists (sync.md, "What a device
// does with rows"). Nothing of it is stored: it is a function of rows that are.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/device/database.h"
#include "mobile/device/store_types.h"

namespace waymark::device {

/// None if nothing of this record needs anyone.
std::optional<NeedsYou> assess(Work& work, std::string_view rid);
/// All that need a person, in the order in which it came about.
std::vector<NeedsYou> all_needs(Work& work);

/// The standing of every record that is not simply `sent`. Small: it follows what is pending, not what is
/// stored.
using Standings = std::map<std::string, RecordSync, std::less<>>;
Standings all_standings(Work& work);

/// Settles a record with one of its sides (DeviceStore::settle).
Result<void> settle_need(Work& work, std::string_view rid, Choice choice);
/// Drops the refused edits of a record and shows what is left. not_found if none was refused.
Result<void> discard_refused_edits(Work& work, std::string_view rid);

}  // namespace waymark::device
