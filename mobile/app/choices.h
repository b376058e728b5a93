// The chips a field can be set with: codes with their texts, those used lately first. Rows have the roles
// code, text, selected.
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mobile/app/rows_model.h"
#include "shared/records/records.h"

namespace waymark::app {

class FieldLog;

/// How many of the latest entries say what was used lately.
inline constexpr int recent_history = 40;

using Choices = std::vector<RowsModel::Row>;

/// A kind of place, and the known place or employer it is, if any. As a code: "library" or "library@<id>".
struct PlaceChoice {
  std::optional<Place> kind;
  std::string id;
  friend bool operator==(const PlaceChoice&, const PlaceChoice&) = default;
};
QString placeCode(const PlaceChoice& choice);
/// None for a code that is no kind of place; "" is the choice of nothing.
std::optional<PlaceChoice> parsePlaceCode(const QString& code);

/// The latest entries, for the orders below; read once by whoever builds several lists.
std::vector<Entry> recentEntries(const FieldLog& log);

Choices activityChoices(std::optional<Activity> selected, std::span<const Entry> recent);
/// Lists of people, places and employers stop here: a network of thousands is found by typing, not by
/// scrolling. Without `find` they begin with the chosen one and those used lately; with it they hold only
/// what matches.
inline constexpr int named_choices = 24;
/// Named places used lately, then the kinds, then the other known places and employers. Home has no name, yet
/// a day's first journey begins there and its last one ends there: `home_at` is its place in the list, none
/// for among the kinds.
Choices placeChoices(const FieldLog& log, const PlaceChoice& selected, std::span<const Entry> recent,
                     const QString& find = {}, std::optional<std::size_t> home_at = std::nullopt);
inline constexpr std::size_t home_of_start = 0;
inline constexpr std::size_t home_of_end = 2;
Choices contactChoices(std::optional<Contact> selected);
Choices participantChoices(const FieldLog& log, const std::string& selected, std::span<const Entry> recent,
                           const QString& find = {});
Choices employerChoices(const FieldLog& log, const std::string& selected, std::span<const Entry> recent,
                        const QString& find = {});
Choices programChoices(const Policy& policy, const std::string& selected);
Choices leaveKindChoices();

}  // namespace waymark::app
