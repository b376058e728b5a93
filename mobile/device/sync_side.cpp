#include "mobile/device/sync_side.h"

#include <boost/json.hpp>

#include "mobile/device/needs.h"
#include "mobile/device/outbox.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

/// From here on they may be at the server: none of them changes any more.
std::vector<std::string> offer_oldest(Work& work, int max_ops, std::size_t max_bytes) {
  std::vector<std::string> frozen;
  std::vector<std::int64_t> first_offered;
  std::size_t bytes = 0;
  Query query(work.sql,
              rule_holds(Rule::sent_in_order) ? "SELECT frozen, size, no, offered FROM ops WHERE state <> "
                                                "'acked' AND state = 'unsent' ORDER BY no LIMIT ?"
                                              : "SELECT frozen, size, no, offered FROM ops WHERE state <> "
                                                "'acked' AND state = 'unsent' ORDER BY no DESC LIMIT ?",
              max_ops);
  while (query.next()) {
    bytes += static_cast<std::size_t>(query.integer(1)) + 1;  // and its comma
    if (!frozen.empty() && bytes > max_bytes) break;
    frozen.push_back(work.open(query.blob(0)));
    if (!query.flag(3) && rule_holds(Rule::sent_ops_frozen)) first_offered.push_back(query.integer(2));
  }
  for (const auto no : first_offered) Query(work.sql, "UPDATE ops SET offered = 1 WHERE no = ?", no).run();
  return frozen;
}

/// All that belongs to a person; the tables stay.
void erase_all(Work& work) {
  for (const char* sql :
       {"DELETE FROM records", "DELETE FROM ops", "DELETE FROM sides", "DELETE FROM versions",
        "DELETE FROM actions", "DELETE FROM action_entries", "DELETE FROM drafts", "DELETE FROM team_weeks",
        "DELETE FROM state", "INSERT INTO state (id) VALUES (1)"})
    Query(work.sql, sql).run();
}

StoreChange everything_changed() {
  StoreChange change;
  for (std::size_t i = 0; i < wire_names<RecordType>().size(); ++i)
    change.types.insert(static_cast<RecordType>(i));
  change.outbox = true;
  change.identity = true;
  return change;
}

}  // namespace

SyncCounts count(Work& work) {
  SyncCounts counts;
  Query query(work.sql, "SELECT count(*), min(made_at) FROM ops WHERE state <> 'acked' AND state = 'unsent'");
  if (query.next()) {
    counts.waiting = query.integer(0);
    counts.oldest_waiting_at = query.maybe_instant(1);
  }
  for (const auto& need : all_needs(work)) {
    if (need.answered) continue;
    ++counts.needs_you;
    if (need.reason != NeedReason::held) ++counts.to_settle;
  }
  const auto reading = load_reading(work);
  counts.last_contact_at = reading.last_contact_at;
  counts.last_success_at = reading.last_success_at;
  return counts;
}

Result<SyncBatch> SyncSide::next_batch(int max_ops, std::size_t max_bytes) {
  return database_.write([&](Work& work) -> Result<SyncBatch> {
    const auto reading = load_reading(work);
    SyncBatch batch{reading.marks, work.clock.now(), count(work), {}};
    // A restored server is read to its end first: only then is it known what it lacks, and a participant goes
    // before what names them.
    if (reading.pulling != Pulling::divergence || !rule_holds(Rule::offered_after_read))
      batch.ops = offer_oldest(work, max_ops, max_bytes);
    return batch;
  });
}

Result<Applied> SyncSide::apply(const SyncBatch& batch, const SyncResponse& answer) {
  auto applied =
      database_.write([&](Work& work) { return apply_answer(work, batch.marks, batch.made_at, answer); });
  if (applied && !applied->dropped) {
    StoreChange change;
    change.types = applied->types;
    change.outbox = true;
    changed_(change);
  }
  return applied;
}

Result<void> SyncSide::remember_enrolment(const PendingEnrolment& pending) {
  return database_.write([&](Work& work) -> Result<void> {
    const boost::json::object object{{"server", pending.server}, {"code", pending.code}};
    Query(work.sql, "UPDATE state SET enrolling = ? WHERE id = 1", work.seal(boost::json::serialize(object)))
        .run();
    return {};
  });
}

Result<std::optional<PendingEnrolment>> SyncSide::pending_enrolment() {
  return database_.read([](Work& work) -> Result<std::optional<PendingEnrolment>> {
    Query query(work.sql, "SELECT enrolling FROM state WHERE id = 1 AND enrolling IS NOT NULL");
    if (!query.next()) return std::nullopt;
    boost::system::error_code wrong;
    const auto value = boost::json::parse(work.open(query.blob(0)), wrong);
    const auto* object = wrong ? nullptr : value.if_object();
    const auto* server = object == nullptr ? nullptr : object->if_contains("server");
    const auto* code = object == nullptr ? nullptr : object->if_contains("code");
    // What cannot be read is as if it had not been tried: a new code helps.
    if (server == nullptr || code == nullptr || !server->is_string() || !code->is_string())
      return std::nullopt;
    return PendingEnrolment{std::string(server->get_string()), std::string(code->get_string())};
  });
}

Result<void> SyncSide::become(const Identity& identity) {
  bool erased = false;
  auto became = database_.write([&](Work& work) -> Result<void> {
    const auto person = person_of(work);
    if (!person.empty() && person != identity.person_id) {
      if (rule_holds(Rule::drained_before_another) &&
          Query(work.sql, "SELECT 1 FROM ops WHERE state <> 'acked' LIMIT 1").next())
        return fail(ErrorCode::forbidden,
                    "Edits of the person this phone belongs to have not arrived yet: sync or discard them, "
                    "then enrol "
                    "again with the same code.",
                    "person");
      if (rule_holds(Rule::kept_until_safe) && anything_unsafe(work, load_reading(work).safe_seq))
        return fail(ErrorCode::forbidden,
                    "Edits of the person this phone belongs to are in no backup yet: ask your admin to make "
                    "one, sync once, then enrol again with the same code.",
                    "person");
      erase_all(work);
      erased = true;
    }
    save_identity(work, identity);
    return {};
  });
  if (!became) return became;
  // The first person's texts are gone from the tables; this takes them from the file's free space too. A
  // failure leaves free pages that secure_delete has overwritten.
  if (erased) (void)database_.compact();
  auto change = everything_changed();
  if (!erased) change.types.clear();
  changed_(change);
  return {};
}

Result<bool> SyncSide::erase(WipeOrder order) {
  auto erased = database_.write([&](Work& work) -> Result<bool> {
    if (order == WipeOrder::drained && rule_holds(Rule::drained_before_wiped) && anything_unsent(work))
      return false;
    const auto identity = load_identity(work);
    erase_all(work);
    if (identity)
      Query(work.sql, "UPDATE state SET wiped_from = ? WHERE id = 1",
            work.seal(identity->device_id + ' ' + identity->server))
          .run();
    return true;
  });
  if (!erased || !*erased) return erased;
  (void)database_.compact();  // see become()
  changed_(everything_changed());
  return true;
}

Result<std::optional<Identity>> SyncSide::wiped_from() {
  return database_.read([](Work& work) -> Result<std::optional<Identity>> {
    Query query(work.sql, "SELECT wiped_from FROM state WHERE id = 1 AND wiped_from IS NOT NULL");
    if (!query.next()) return std::nullopt;
    const auto text = work.open(query.blob(0));
    const auto space = text.find(' ');
    Identity identity;
    identity.device_id = text.substr(0, space);
    if (space != std::string::npos) identity.server = text.substr(space + 1);
    return identity;
  });
}

Result<void> SyncSide::told_wiped() {
  return database_.write([](Work& work) -> Result<void> {
    Query(work.sql, "UPDATE state SET wiped_from = NULL WHERE id = 1").run();
    return {};
  });
}

}  // namespace waymark::device
