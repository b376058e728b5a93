// Starting, stopping and switching entries, and taking the last action back (ui.md, Now). Each action is one
// transaction, committed when the function returns; a position fix arrives later and never blocks it.
// Nothing here asks for the network or for a complete entry: what is missing is asked after the start.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/device/device_store.h"
#include "mobile/device/entry_privacy.h"

namespace waymark::device {

/// What one action did.
struct EntryAction {
  Entry entry;                 ///< the entry started, stopped or saved, as stored
  std::optional<Entry> ended;  ///< switch: the entry that was running, as ended
  /// The ended entry had run for longer than an entry may last (24 h), so it was ended at that limit and not
  /// at the present; its true end needs the person.
  bool cut = false;
};

/// A fix, or the reason why there is none, for one end of an entry.
struct ArrivedTag {
  std::string entry_id;
  TagEnd end = TagEnd::start;
  LocationTag tag;
};

class EntryBook {
 public:
  explicit EntryBook(DeviceStore& store) : store_(store) {}

  // Empty members of `entry` are filled: id, specialist_id (this person), recorded_at (now), clock_skew_ms
  // (last known). starts_at must be set; utc_offset_min is the caller's.

  /// Starts an entry beside whatever runs.
  Result<EntryAction> start(Entry entry);
  /// Ends what runs at the new entry's start, and starts it: one transaction. With nothing running it is
  /// start(). end_before_start, field `starts_at`, if what runs began after the new start.
  Result<EntryAction> switch_to(Entry entry);
  /// Ends a running entry. not_found if it is not running; end_before_start or span_too_long, field
  /// `ends_at`.
  Result<EntryAction> stop(std::string_view entry_id, Instant at);
  /// Saves an entry of the editor, running or ended, new or known. A tag that arrived while the editor was
  /// open stays: tags are taken away by remove_tag only (and by a place where none may be kept).
  Result<EntryAction> put(Entry entry);
  Result<void> remove(std::string_view entry_id);
  Result<void> bring_back(std::string_view entry_id);
  /// Saves several entries as one action (Trim earlier, Trim this).
  Result<void> put_all(std::vector<Entry> entries);

  /// Takes back the newest action of this book: what it touched is put back to what it was before, as new
  /// edits. Called again, the one before it, up to 20. Returns the ids of those entries. not_found if there
  /// is nothing to take back: no action, or one of its entries was changed since by something other than its
  /// tags.
  Result<std::vector<std::string>> undo_last();
  /// True if undo_last() would find something.
  Result<bool> can_undo() const;

  /// Adds the fix, or the reason why there is none, after the commit of the start or stop it belongs to.
  /// A deleted entry and an entry that is no longer there take no tag: not_found. Not an action of its own:
  /// an undo of the start or stop takes the tag with it.
  Result<void> attach_tag(std::string_view entry_id, TagEnd end, const LocationTag& tag);
  /// The same for all that arrived together (one fix serves the end of what ran and the start of what
  /// follows), in one transaction. Entries that take no tag are left out; not_found if none takes one.
  Result<void> attach_tags(const std::vector<ArrivedTag>& tags);
  /// Removes a tag: the specialist may delete any of theirs (domain.md, Privacy).
  Result<void> remove_tag(std::string_view entry_id, TagEnd end);

 private:
  DeviceStore& store_;
};

}  // namespace waymark::device
