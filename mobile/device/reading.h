// Reading what is shown, inside one transaction: shared by the classes that offer it.
#pragma once

#include <string_view>
#include <vector>

#include "mobile/device/database.h"
#include "mobile/device/facts.h"
#include "mobile/device/needs.h"
#include "mobile/device/sync_state.h"
#include "shared/tally/week_tally.h"

namespace waymark::device {

// The columns read_shown() takes, in its order.
#define SHOWN_COLUMNS "rid, tip, deleted, body"

/// Appends the records of a query. One that this version cannot read (a newer app wrote it) is left out.
template <class R>
void read_shown(Work& work, Query& query, const Standings& standings, std::vector<Stored<R>>& into) {
  while (query.next()) {
    const auto rid = query.text(0);
    auto record = read_stored<R>(work.open(query.blob(3)), rid);
    if (!record) continue;
    Stored<R> stored{std::move(*record), query.text(1), query.flag(2), {}};
    if (const auto standing = standings.find(rid); standing != standings.end())
      stored.sync = standing->second;
    into.push_back(std::move(stored));
  }
}

/// All of one type that are not deleted, by date where they have one, else by id.
template <class R>
std::vector<Stored<R>> read_all(Work& work) {
  std::vector<Stored<R>> records;
  Query query(work.sql,
              "SELECT " SHOWN_COLUMNS
              " FROM records WHERE type = ? AND body IS NOT NULL AND deleted = 0"
              " ORDER BY starts_at, rid",
              to_wire(type_of(Record{R{}})));
  read_shown(work, query, all_standings(work), records);
  return records;
}

/// This person's dated records from `first` to `last`, both included.
template <class R>
std::vector<Stored<R>> read_dated(Work& work, Date first, Date last) {
  std::vector<Stored<R>> records;
  Query query(work.sql,
              "SELECT " SHOWN_COLUMNS
              " FROM records WHERE type = ? AND owner = ? AND starts_at BETWEEN ? AND ?"
              " AND body IS NOT NULL AND deleted = 0 ORDER BY starts_at, rid",
              to_wire(type_of(Record{R{}})), person_of(work), date_column(first), date_column(last));
  read_shown(work, query, all_standings(work), records);
  return records;
}

/// This person's entries that touch [from, to), by start.
std::vector<Stored<Entry>> read_entries(Work& work, Instant from, Instant to);
FirstContacts read_first_contacts(Work& work);

}  // namespace waymark::device
