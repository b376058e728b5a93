#include "mobile/device/actions.h"

#include <utility>
#include <vector>

namespace waymark::device {
namespace {

constexpr int kept_actions = 20;

struct Touched {
  std::string rid, tip_before, tip_after;
  bool deleted_before = false;
  std::optional<Blob> body_before;
};

std::int64_t new_action(Work& work) {
  Query(work.sql, "INSERT INTO actions DEFAULT VALUES").run();
  const auto no = work.sql.raw().getLastInsertRowid();
  Query(work.sql, "DELETE FROM actions WHERE no <= ?", no - kept_actions).run();
  Query(work.sql, "DELETE FROM action_entries WHERE action <= ?", no - kept_actions).run();
  return no;
}

std::int64_t newest_action(Work& work) {
  Query query(work.sql, "SELECT coalesce(max(no), 0) FROM actions");
  return query.next() ? query.integer(0) : 0;
}

std::vector<Touched> touched_by(Work& work, std::int64_t action) {
  Query query(
      work.sql,
      "SELECT rid, tip_before, tip_after, deleted_before, body_before FROM action_entries WHERE action = ?",
      action);
  std::vector<Touched> touched;
  while (query.next())
    touched.push_back({query.text(0), query.text(1), query.text(2), query.flag(3), query.maybe_blob(4)});
  return touched;
}

bool all_unchanged(Work& work, const std::vector<Touched>& touched) {
  for (const auto& entry : touched) {
    const auto record = load_record(work, entry.rid);
    if (!record || !record->body || record->tip != entry.tip_after) return false;
  }
  return !touched.empty();
}

/// An entry that was not there becomes a deleted one: a delete is an edit like any other (sync.md, invariant
/// 13).
Result<std::string> put_back(Work& work, const Touched& entry) {
  const auto record = load_record(work, entry.rid);
  const auto body = work.open(entry.body_before ? *entry.body_before : *record->body);
  const bool deleted = entry.body_before ? entry.deleted_before : true;
  return make_edit(work, {record->type, entry.rid, body, deleted});
}

}  // namespace

Result<std::string> Action::edit(const Edit& edit) {
  const auto before = load_record(work_, edit.rid);
  auto made = make_edit(work_, edit);
  if (!made || (before && before->tip == *made)) return made;
  if (no_ == 0) no_ = new_action(work_);
  const bool was_there = before && before->body;
  Query(work_.sql,
        "INSERT INTO action_entries (action, rid, tip_before, tip_after, deleted_before, body_before)"
        " VALUES (?,?,?,?,?,?) ON CONFLICT (action, rid) DO UPDATE SET tip_after = excluded.tip_after",
        no_, edit.rid, was_there ? before->tip : std::string(), *made, was_there && before->deleted,
        was_there ? before->body : std::nullopt)
      .run();
  return made;
}

Result<Ids> undo_newest(Work& work) {
  const auto no = newest_action(work);
  const auto touched = touched_by(work, no);
  if (!all_unchanged(work, touched)) return fail(ErrorCode::not_found, "There is nothing to take back.");
  Ids rids;
  for (const auto& entry : touched) {
    const auto made = put_back(work, entry);
    if (!made) return tl::unexpected(made.error());
    // An earlier action that led to the state now restored can be taken back in its turn.
    if (!entry.tip_before.empty())
      Query(work.sql, "UPDATE action_entries SET tip_after = ? WHERE rid = ? AND tip_after = ?", *made,
            entry.rid, entry.tip_before)
          .run();
    rids.push_back(entry.rid);
  }
  Query(work.sql, "DELETE FROM action_entries WHERE action = ?", no).run();
  Query(work.sql, "DELETE FROM actions WHERE no = ?", no).run();
  return rids;
}

bool can_undo(Work& work) {
  return all_unchanged(work, touched_by(work, newest_action(work)));
}

void tag_changed(Work& work, std::string_view rid, std::string_view before, std::string_view after) {
  Query(work.sql, "UPDATE action_entries SET tip_after = ? WHERE rid = ? AND tip_after = ?", after, rid,
        before)
      .run();
}

void rewrite_past(Work& work, std::string_view rid, Past which,
                  const std::function<std::string(const std::string&)>& change) {
  std::vector<std::pair<std::int64_t, std::string>> actions, versions;
  for (Query query(work.sql,
                   "SELECT action, body_before FROM action_entries WHERE rid = ? AND body_before IS NOT NULL",
                   rid);
       query.next();)
    actions.emplace_back(query.integer(0), work.open(query.blob(1)));
  for (Query query(work.sql, "SELECT no, body FROM versions WHERE rid = ?", rid);
       which == Past::undo_and_versions && query.next();)
    versions.emplace_back(query.integer(0), work.open(query.blob(1)));
  for (const auto& [action, body] : actions)
    if (const auto changed = change(body); !changed.empty())
      Query(work.sql, "UPDATE action_entries SET body_before = ? WHERE action = ? AND rid = ?",
            work.seal(changed), action, rid)
          .run();
  for (const auto& [no, body] : versions)
    if (const auto changed = change(body); !changed.empty())
      Query(work.sql, "UPDATE versions SET body = ? WHERE no = ?", work.seal(changed), no).run();
}

}  // namespace waymark::device
