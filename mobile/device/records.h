// Reading the phone's records. Every list comes from an index over ids and times: what is not asked for is
// not read, so the first screen costs one week whatever the phone holds. Deleted records are left out unless
// said otherwise. Errors: `corrupt`, `cannot_open`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/device/device_store.h"
#include "shared/tally/week_tally.h"
#include "shared/time/zone.h"

namespace waymark::device {

/// Everything the week page shows, read in one snapshot.
struct WeekReading {
  std::vector<Stored<Entry>> entries;  ///< by start
  WorkPattern pattern;
  Policy policy;  ///< the one in force for the week
  FirstContacts first_contacts;
  WeekTally tally;
  std::string state = "open";  ///< open | submitted | approved | returned
};

/// A part of a long list, for whoever reads all of it without keeping the screen waiting for its turn.
template <class R>
struct RecordPage {
  std::vector<Stored<R>> records;
  std::int64_t next = 0;  ///< where the next part begins; 0: this was the last one
};

class Records {
 public:
  explicit Records(const DeviceStore& store) : store_(store) {}

  // --- entries (this person's own) ------------------------------------------------------------------------
  /// Entries that touch [from, to), by start; running ones reach on without end.
  Result<std::vector<Stored<Entry>>> entries_between(Instant from, Instant to) const;
  /// The running entry with the latest start, if any.
  Result<std::optional<Stored<Entry>>> running_entry() const;
  /// All that run (more than one only after edits on two devices), latest start first.
  Result<std::vector<Stored<Entry>>> running_entries() const;
  /// The `count` entries with the latest starts before `before`, latest first: for suggestions.
  Result<std::vector<Stored<Entry>>> latest_entries(Instant before, int count) const;
  /// By start, latest first.
  Result<std::vector<Stored<Entry>>> entries_at_employer(std::string_view employer_id) const;
  Result<std::vector<Stored<Entry>>> entries_with_participant(std::string_view participant_id) const;
  /// The instant of the first counting contact with each employer (domain.md, Employer contacts).
  Result<FirstContacts> first_contacts() const;
  /// The same for the last one.
  Result<FirstContacts> last_contacts() const;
  /// How many counting contacts with each employer began in [from, to).
  Result<std::map<std::string, int, std::less<>>> contact_counts(Instant from, Instant to) const;

  // --- any record
  // -------------------------------------------------------------------------------------------
  /// One record, deleted or not; none if the phone does not have it. R: Entry, Employer, Participant, Job,
  /// Schedule, Leave, WeekRecord, Approval, Policy, Person, KnownPlace.
  template <class R>
  Result<std::optional<Stored<R>>> find(std::string_view rid) const;
  /// All of one type that are not deleted (not meant for entries), by date where they have one, else by id.
  template <class R>
  Result<std::vector<Stored<R>>> all() const;
  /// Leave, weeks and approvals of this person dated from `first` to `last`, both included, by date.
  template <class R>
  Result<std::vector<Stored<R>>> dated(Date first, Date last) const;
  /// The next `count` of one type after `after` (0: from the beginning), deleted ones too, in the order they
  /// came to this phone. For records without a date and an owner: Employer, Person, KnownPlace.
  template <class R>
  Result<RecordPage<R>> page(std::int64_t after, int count) const;
  /// All of one type with the deleted ones, by date: R is Participant or Job.
  template <class R>
  Result<std::vector<Stored<R>>> all_with_deleted() const;
  /// What the record was on this phone, newest first.
  Result<std::vector<Version>> versions(std::string_view rid) const;

  // --- weeks
  // ------------------------------------------------------------------------------------------------
  /// The policies without their standing; the default policy in `zone` if none has arrived yet.
  Result<std::vector<Policy>> policies(const Zone& zone) const;
  Result<WeekReading> week(Date week_first, const Zone& zone, Instant now) const;
  /// open | submitted | approved | returned (sync.md, Operations: "The state of a week").
  Result<std::string> week_state(Date week_first) const;

 private:
  const DeviceStore& store_;
};

}  // namespace waymark::device
