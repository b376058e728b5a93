#include "mobile/device/entry_book.h"

#include <algorithm>

#include "mobile/device/actions.h"
#include "mobile/device/policies.h"
#include "mobile/device/sync_state.h"

namespace waymark::device {
namespace {

constexpr std::chrono::hours longest_entry{24};

tl::unexpected<Error> no_such_entry() {
  return fail(ErrorCode::not_found, "This entry is no longer on this phone.");
}

Policy policy_of(Work& work, const Entry& entry) {
  const auto policies = load_policies(work);
  if (policies.empty()) return {};
  const auto identity = load_identity(work);
  const auto zone = Zone::find(identity ? identity->time_zone : std::string());
  const auto date =
      zone ? zone->date_of(entry.starts_at) : Date{std::chrono::floor<std::chrono::days>(entry.starts_at)};
  return policy_for(policies, week_of(date, policies.front().week_starts_on));
}

Result<Entry> read_entry(Work& work, const RecordRow& record) {
  if (record.type != RecordType::entry || !record.body) return no_such_entry();
  return read_stored<Entry>(work.open(*record.body), record.rid);
}

Result<Entry> find_entry(Work& work, std::string_view id) {
  const auto record = load_record(work, id);
  if (!record) return no_such_entry();
  return read_entry(work, *record);
}

/// Takes one tag out of everything an undo or the history would bring back: a tag removed is gone from this
/// phone's past too. (What was sent already is in the server's record of what happened.)
void scrub_tags(Work& work, const std::string& rid, bool start, bool end) {
  const auto scrubbed = [&](const std::string& body) -> std::string {
    auto past = read_stored<Entry>(body, rid);
    if (!past) return "";
    const auto scrub = [](std::optional<LocationTag>& tag) {
      if (!tag || !tag->is_fix()) return false;
      tag.reset();
      return true;
    };
    const bool start_gone = start && scrub(past->start_tag);
    const bool end_gone = end && scrub(past->end_tag);
    return start_gone || end_gone ? to_json(*past) : "";
  };
  rewrite_past(work, rid, Past::undo_and_versions, scrubbed);
  rewrite_unoffered(work, rid, scrubbed);
}

/// Fills what the caller left out. `unauthorized` before enrolment: there is nobody whose entry it could be.
Result<Entry> fill(Work& work, Entry entry) {
  if (entry.specialist_id.empty()) entry.specialist_id = person_of(work);
  if (entry.specialist_id.empty())
    return fail(ErrorCode::unauthorized,
                "This phone is not enrolled yet: enter the code your agency gave you.");
  const auto now = work.clock.now();
  if (entry.id.empty()) entry.id = make_record_id(work.random, now);
  if (entry.recorded_at == Instant{}) {
    entry.recorded_at = now;
    entry.clock_skew_ms = load_reading(work).skew.count();
  }
  return entry;
}

Result<Entry> save(Work& work, Action& action, Entry entry) {
  const bool hidden = keep_private(entry, policy_of(work, entry));
  const auto made = action.edit({RecordType::entry, entry.id, to_json(entry), false});
  if (!made) return tl::unexpected(made.error());
  if (hidden)
    scrub_tags(work, entry.id, entry.start_tag && !entry.start_tag->is_fix(),
               entry.end_tag && !entry.end_tag->is_fix());
  return entry;
}

std::vector<Entry> running(Work& work) {
  Query query(work.sql,
              "SELECT rid, body FROM records INDEXED BY records_running"
              " WHERE type = 'entry' AND ends_at IS NULL AND deleted = 0 AND owner = ?"
              " AND body IS NOT NULL ORDER BY starts_at DESC",
              person_of(work));
  std::vector<Entry> entries;
  while (query.next())
    if (auto entry = read_stored<Entry>(work.open(query.blob(1)), query.text(0)))
      entries.push_back(std::move(*entry));
  return entries;
}

Result<EntryAction> switch_within(Work& work, Entry entry) {
  auto filled = fill(work, std::move(entry));
  if (!filled) return tl::unexpected(filled.error());
  Action action(work);
  EntryAction done;
  for (auto& before : running(work)) {
    if (before.starts_at > filled->starts_at)
      return fail(ErrorCode::end_before_start, "What is running began after that: choose a later time.",
                  "starts_at");
    if (before.id == filled->id) continue;
    const auto limit = before.starts_at + longest_entry;
    before.ends_at = std::min(filled->starts_at, limit);
    done.cut = done.cut || *before.ends_at < filled->starts_at;
    auto ended = save(work, action, std::move(before));
    if (!ended) return tl::unexpected(ended.error());
    if (!done.ended) done.ended = std::move(*ended);
  }
  auto started = save(work, action, std::move(*filled));
  if (!started) return tl::unexpected(started.error());
  done.entry = std::move(*started);
  return done;
}

/// Tags that arrived while the editor held an older state of the entry.
void keep_arrived_tags(Work& work, Entry& entry) {
  const auto shown = find_entry(work, entry.id);
  if (!shown) return;
  if (!entry.start_tag && shown->starts_at == entry.starts_at) entry.start_tag = shown->start_tag;
  if (!entry.end_tag && shown->ends_at == entry.ends_at) entry.end_tag = shown->end_tag;
}

Result<EntryAction> put_within(Work& work, Action& action, Entry entry) {
  auto filled = fill(work, std::move(entry));
  if (!filled) return tl::unexpected(filled.error());
  keep_arrived_tags(work, *filled);
  auto saved = save(work, action, std::move(*filled));
  if (!saved) return tl::unexpected(saved.error());
  return EntryAction{std::move(*saved), std::nullopt, false};
}

Result<void> set_deleted(Work& work, std::string_view id, bool deleted) {
  const auto record = load_record(work, id);
  if (!record || record->type != RecordType::entry || !record->body) return no_such_entry();
  const auto made = Action(work).edit({RecordType::entry, id, work.open(*record->body), deleted});
  if (!made) return tl::unexpected(made.error());
  return {};
}

std::optional<LocationTag>& tag_at(Entry& entry, TagEnd end) {
  return end == TagEnd::start ? entry.start_tag : entry.end_tag;
}

/// Gives what an undo would bring back the tag too, where it has the same start or end.
void tag_past(Work& work, const Entry& entry, TagEnd end) {
  rewrite_past(work, entry.id, Past::undo, [&](const std::string& body) -> std::string {
    auto past = read_stored<Entry>(body, entry.id);
    if (!past || tag_at(*past, end)) return "";
    const bool same = end == TagEnd::start ? past->starts_at == entry.starts_at
                                           : past->ends_at && past->ends_at == entry.ends_at;
    if (!same) return "";
    auto tagged = entry;
    tag_at(*past, end) = tag_at(tagged, end);
    return to_json(*past);
  });
}

/// Edits an entry's tag outside of any action.
Result<void> change_tag(Work& work, std::string_view id, TagEnd end, const std::optional<LocationTag>& tag) {
  const auto record = load_record(work, id);
  if (!record || record->deleted) return no_such_entry();
  auto entry = read_entry(work, *record);
  if (!entry) return tl::unexpected(entry.error());
  tag_at(*entry, end) = tag;
  keep_private(*entry, policy_of(work, *entry));
  const auto made = make_edit(work, {RecordType::entry, id, to_json(*entry), false});
  if (!made) return tl::unexpected(made.error());
  tag_changed(work, id, record->tip, *made);
  if (tag)
    tag_past(work, *entry, end);
  else
    scrub_tags(work, entry->id, end == TagEnd::start, end == TagEnd::end);
  return {};
}

StoreChange entries_changed() {
  StoreChange change;
  change.types.insert(RecordType::entry);
  change.outbox = true;
  change.local = true;
  return change;
}

/// Runs one action in one transaction and tells of it after the commit.
template <class Body>
auto act(DeviceStore& store, Body&& body) -> std::invoke_result_t<Body, Work&> {
  auto done = store.database().write(std::forward<Body>(body));
  if (done) store.notify(entries_changed());
  return done;
}

}  // namespace

Result<EntryAction> EntryBook::start(Entry entry) {
  return put(std::move(entry));
}

Result<EntryAction> EntryBook::switch_to(Entry entry) {
  return act(store_, [&](Work& work) { return switch_within(work, std::move(entry)); });
}

Result<EntryAction> EntryBook::stop(std::string_view entry_id, Instant at) {
  return act(store_, [&](Work& work) -> Result<EntryAction> {
    const auto record = load_record(work, entry_id);
    auto entry = find_entry(work, entry_id);
    if (!entry) return tl::unexpected(entry.error());
    if (record->deleted || !entry->running())
      return fail(ErrorCode::not_found, "This entry is not running any more.");
    entry->ends_at = at;
    Action action(work);
    return put_within(work, action, std::move(*entry));
  });
}

Result<EntryAction> EntryBook::put(Entry entry) {
  return act(store_, [&](Work& work) {
    Action action(work);
    return put_within(work, action, std::move(entry));
  });
}

Result<void> EntryBook::put_all(std::vector<Entry> entries) {
  return act(store_, [&](Work& work) -> Result<void> {
    Action action(work);
    for (auto& entry : entries) {
      auto saved = put_within(work, action, std::move(entry));
      if (!saved) return tl::unexpected(saved.error());
    }
    return {};
  });
}

Result<void> EntryBook::remove(std::string_view entry_id) {
  return act(store_, [&](Work& work) { return set_deleted(work, entry_id, true); });
}

Result<void> EntryBook::bring_back(std::string_view entry_id) {
  return act(store_, [&](Work& work) { return set_deleted(work, entry_id, false); });
}

Result<std::vector<std::string>> EntryBook::undo_last() {
  return act(store_, [](Work& work) { return undo_newest(work); });
}

Result<bool> EntryBook::can_undo() const {
  return store_.database().read([](Work& work) -> Result<bool> { return device::can_undo(work); });
}

Result<void> EntryBook::attach_tag(std::string_view entry_id, TagEnd end, const LocationTag& tag) {
  return attach_tags({{std::string(entry_id), end, tag}});
}

Result<void> EntryBook::attach_tags(const std::vector<ArrivedTag>& tags) {
  return act(store_, [&](Work& work) -> Result<void> {
    bool attached = false;
    for (const auto& each : tags) {
      const auto changed = change_tag(work, each.entry_id, each.end, each.tag);
      if (!changed && changed.error().code != ErrorCode::not_found) return changed;
      attached = attached || changed;
    }
    if (!attached) return no_such_entry();
    return {};
  });
}

Result<void> EntryBook::remove_tag(std::string_view entry_id, TagEnd end) {
  return act(store_, [&](Work& work) { return change_tag(work, entry_id, end, std::nullopt); });
}

}  // namespace waymark::device
