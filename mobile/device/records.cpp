#include "mobile/device/records.h"

#include <algorithm>

#include "mobile/device/database.h"
#include "mobile/device/facts.h"
#include "mobile/device/needs.h"
#include "mobile/device/reading.h"
#include "mobile/device/sync_state.h"

namespace waymark::device {
namespace {

constexpr std::chrono::hours longest_entry{24};

FirstContacts contacts(Work& work, const char* sql) {
  FirstContacts found;
  for (Query query(work.sql, sql, person_of(work)); query.next();)
    found.emplace(query.text(0), query.instant(1));
  return found;
}

/// This person's entries that a query finds: its first value is the person.
template <class... Values>
Result<std::vector<Stored<Entry>>> own_entries(const DeviceStore& store, const char* sql,
                                               const Values&... values) {
  return store.database().read([&](Work& work) -> Result<std::vector<Stored<Entry>>> {
    std::vector<Stored<Entry>> entries;
    Query query(work.sql, sql, person_of(work), values...);
    read_shown(work, query, all_standings(work), entries);
    return entries;
  });
}

template <class R>
std::string_view type_name() {
  return to_wire(type_of(Record{R{}}));
}

}  // namespace

// Queries name their index where SQLite, which keeps no statistics of this store, would choose to look
// through all of a person's entries instead: 34 ms with five years on the phone. A query whose index does not
// serve it is refused, and so every test of it fails.

std::vector<Stored<Entry>> read_entries(Work& work, Instant from, Instant to) {
  // No ended entry is longer than a day, so what began before that cannot reach in.
  std::vector<Stored<Entry>> entries;
  const auto person = person_of(work);
  const auto standings = all_standings(work);
  Query running(work.sql,
                "SELECT " SHOWN_COLUMNS
                " FROM records INDEXED BY records_running"
                " WHERE type = 'entry' AND ends_at IS NULL AND deleted = 0"
                " AND owner = ? AND starts_at < ? AND body IS NOT NULL",
                person, to);
  read_shown(work, running, standings, entries);
  Query ended(work.sql,
              "SELECT " SHOWN_COLUMNS
              " FROM records WHERE type = 'entry' AND owner = ? AND starts_at >= ?"
              " AND starts_at < ? AND body IS NOT NULL AND deleted = 0 AND ends_at IS NOT NULL"
              " AND (ends_at > ? OR starts_at >= ?)",
              person, from - longest_entry, to, from, from);
  read_shown(work, ended, standings, entries);
  std::sort(entries.begin(), entries.end(), [](const Stored<Entry>& one, const Stored<Entry>& other) {
    return std::tie(one.record.starts_at, one.record.id) < std::tie(other.record.starts_at, other.record.id);
  });
  return entries;
}

FirstContacts read_first_contacts(Work& work) {
  return contacts(
      work,
      "SELECT contact, min(starts_at) FROM records WHERE owner = ? AND contact IS NOT NULL AND deleted = 0"
      " GROUP BY contact");
}

Result<std::vector<Stored<Entry>>> Records::entries_between(Instant from, Instant to) const {
  return store_.database().read(
      [&](Work& work) -> Result<std::vector<Stored<Entry>>> { return read_entries(work, from, to); });
}

Result<std::vector<Stored<Entry>>> Records::running_entries() const {
  return own_entries(store_, "SELECT " SHOWN_COLUMNS
                             " FROM records INDEXED BY records_running"
                             " WHERE owner = ? AND type = 'entry' AND ends_at IS NULL"
                             " AND deleted = 0 AND body IS NOT NULL ORDER BY starts_at DESC, rid DESC");
}

Result<std::optional<Stored<Entry>>> Records::running_entry() const {
  auto entries = running_entries();
  if (!entries) return tl::unexpected(entries.error());
  if (entries->empty()) return std::optional<Stored<Entry>>{};
  return std::optional{std::move(entries->front())};
}

Result<std::vector<Stored<Entry>>> Records::latest_entries(Instant before, int count) const {
  return own_entries(store_,
                     "SELECT " SHOWN_COLUMNS
                     " FROM records WHERE owner = ? AND type = 'entry' AND starts_at < ?"
                     " AND body IS NOT NULL AND deleted = 0 ORDER BY starts_at DESC LIMIT ?",
                     before, count);
}

Result<std::vector<Stored<Entry>>> Records::entries_at_employer(std::string_view employer_id) const {
  return own_entries(store_,
                     "SELECT " SHOWN_COLUMNS
                     " FROM records INDEXED BY records_by_employer"
                     " WHERE owner = ? AND employer = ? AND type = 'entry'"
                     " AND body IS NOT NULL AND deleted = 0 ORDER BY starts_at DESC",
                     employer_id);
}

Result<std::vector<Stored<Entry>>> Records::entries_with_participant(std::string_view participant_id) const {
  return own_entries(store_,
                     "SELECT " SHOWN_COLUMNS
                     " FROM records INDEXED BY records_by_participant"
                     " WHERE owner = ? AND participant = ? AND type = 'entry'"
                     " AND body IS NOT NULL AND deleted = 0 ORDER BY starts_at DESC",
                     participant_id);
}

Result<FirstContacts> Records::first_contacts() const {
  return store_.database().read(
      [](Work& work) -> Result<FirstContacts> { return read_first_contacts(work); });
}

Result<FirstContacts> Records::last_contacts() const {
  return store_.database().read([](Work& work) -> Result<FirstContacts> {
    return contacts(work,
                    "SELECT contact, max(starts_at) FROM records WHERE owner = ? AND contact IS NOT NULL"
                    " AND deleted = 0 GROUP BY contact");
  });
}

Result<std::map<std::string, int, std::less<>>> Records::contact_counts(Instant from, Instant to) const {
  using Counts = std::map<std::string, int, std::less<>>;
  return store_.database().read([&](Work& work) -> Result<Counts> {
    Counts counts;
    for (Query query(work.sql,
                     "SELECT contact, count(*) FROM records WHERE owner = ? AND contact IS NOT NULL"
                     " AND deleted = 0 AND starts_at >= ? AND starts_at < ? GROUP BY contact",
                     person_of(work), from, to);
         query.next();)
      counts.emplace(query.text(0), static_cast<int>(query.integer(1)));
    return counts;
  });
}

template <class R>
Result<RecordPage<R>> Records::page(std::int64_t after, int count) const {
  return store_.database().read([&](Work& work) -> Result<RecordPage<R>> {
    RecordPage<R> page;
    // A query of its own for where the part ends: records that this version cannot read are left out of it.
    Query ends(work.sql,
               "SELECT max(no), count(*) FROM (SELECT no FROM records WHERE type = ? AND owner IS NULL"
               " AND starts_at IS NULL AND body IS NOT NULL AND no > ? ORDER BY no LIMIT ?)",
               type_name<R>(), after, count);
    if (!ends.next() || ends.integer(1) == 0) return page;
    const auto last = ends.integer(0);
    if (ends.integer(1) == count) page.next = last;
    Query query(work.sql,
                "SELECT " SHOWN_COLUMNS
                " FROM records WHERE type = ? AND owner IS NULL AND starts_at IS NULL"
                " AND body IS NOT NULL AND no > ? AND no <= ? ORDER BY no",
                type_name<R>(), after, last);
    read_shown(work, query, all_standings(work), page.records);
    return page;
  });
}

template <class R>
Result<std::vector<Stored<R>>> Records::all_with_deleted() const {
  return store_.database().read([&](Work& work) -> Result<std::vector<Stored<R>>> {
    std::vector<Stored<R>> records;
    Query query(work.sql,
                "SELECT " SHOWN_COLUMNS
                " FROM records WHERE type = ? AND body IS NOT NULL ORDER BY starts_at, rid",
                type_name<R>());
    read_shown(work, query, all_standings(work), records);
    return records;
  });
}

template <class R>
Result<std::optional<Stored<R>>> Records::find(std::string_view rid) const {
  return store_.database().read([&](Work& work) -> Result<std::optional<Stored<R>>> {
    std::vector<Stored<R>> found;
    Query query(work.sql,
                "SELECT " SHOWN_COLUMNS " FROM records WHERE rid = ? AND type = ? AND body IS NOT NULL", rid,
                type_name<R>());
    read_shown(work, query, all_standings(work), found);
    if (found.empty()) return std::optional<Stored<R>>{};
    return std::optional{std::move(found.front())};
  });
}

template <class R>
Result<std::vector<Stored<R>>> Records::all() const {
  return store_.database().read(
      [](Work& work) -> Result<std::vector<Stored<R>>> { return read_all<R>(work); });
}

template <class R>
Result<std::vector<Stored<R>>> Records::dated(Date first, Date last) const {
  return store_.database().read(
      [&](Work& work) -> Result<std::vector<Stored<R>>> { return read_dated<R>(work, first, last); });
}

template Result<std::vector<Stored<Leave>>> Records::dated(Date, Date) const;
template Result<std::vector<Stored<WeekRecord>>> Records::dated(Date, Date) const;
template Result<std::vector<Stored<Approval>>> Records::dated(Date, Date) const;

template Result<RecordPage<Employer>> Records::page(std::int64_t, int) const;
template Result<RecordPage<Person>> Records::page(std::int64_t, int) const;
template Result<RecordPage<KnownPlace>> Records::page(std::int64_t, int) const;
template Result<std::vector<Stored<Participant>>> Records::all_with_deleted() const;
template Result<std::vector<Stored<Job>>> Records::all_with_deleted() const;

#define WAYMARK_READ(R)                                                            \
  template Result<std::optional<Stored<R>>> Records::find(std::string_view) const; \
  template Result<std::vector<Stored<R>>> Records::all() const;
WAYMARK_READ(Entry)
WAYMARK_READ(Employer)
WAYMARK_READ(Participant)
WAYMARK_READ(Job)
WAYMARK_READ(Schedule)
WAYMARK_READ(Leave)
WAYMARK_READ(WeekRecord)
WAYMARK_READ(Approval)
WAYMARK_READ(Policy)
WAYMARK_READ(Person)
WAYMARK_READ(KnownPlace)
#undef WAYMARK_READ

Result<std::vector<Version>> Records::versions(std::string_view rid) const {
  return store_.database().read([&](Work& work) -> Result<std::vector<Version>> {
    std::vector<Version> versions;
    Query query(work.sql,
                "SELECT tip, shown_at, shown_own, deleted, body, 1 AS now, 0 AS no FROM records"
                " WHERE rid = ?1 AND body IS NOT NULL"
                " UNION ALL SELECT op, at, own, deleted, body, 0, no FROM versions WHERE rid = ?1"
                " ORDER BY now DESC, no DESC",
                rid);
    while (query.next())
      versions.push_back(
          {query.text(0), query.instant(1), query.flag(2), query.flag(3), work.open(query.blob(4))});
    return versions;
  });
}

}  // namespace waymark::device
