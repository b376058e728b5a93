#include "tests/simulation/phone.h"

#include "mobile/device/database.h"
#include "mobile/device/outbox.h"
#include "mobile/device/sync_state.h"
#include "shared/sync/message_codec.h"

namespace waymark::simulation {

using device::Query;
using device::Work;

Phone::Phone(Stage run_stage, Ledger& run_ledger, std::string phone_name, std::unique_ptr<Handset> handset,
             std::uint64_t seed, int number, Peril its_peril)
    : handset_(std::move(handset)),
      stage(run_stage),
      ledger(run_ledger),
      name(std::move(phone_name)),
      folder(handset_->folder),
      clock(handset_->clock),
      random(handset_->random),
      peril(its_peril),
      store_(handset_->store),
      cut_(seed + static_cast<std::uint64_t>(number)) {
  clock.live_in(stage.clock);
  random = SeededRandom(seed, "phone", number);
  if (power_may_fail()) stage.disk.expect_power_cut(folder);
}

Phone::~Phone() {
  if (!handset_) return;
  // Nobody looks at the files again: what closing would write is spared.
  stage.disk.stop(folder);
  close();
  stage.disk.forget(folder);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

std::unique_ptr<Handset> Phone::give_back() {
  if (!is_open() || power_may_fail()) return nullptr;
  held_.reset();
  return std::move(handset_);
}

bool Phone::open() {
  if (store_) return true;
  try {
    start(*handset_);
  } catch (const std::runtime_error& failure) {
    stage.verdict.broken("{} does not open its store: {}", name, failure.what());
  }
  return is_open();
}

void Phone::kill_and_open(bool power_cut) {
  stage.disk.stop(folder);
  close();
  if (power_cut && power_may_fail())
    stage.disk.revive_after_power_cut(folder, cut_);
  else
    stage.disk.revive(folder);
  disk_full = dying = false;
  ++life;
  if (!open()) return;
  // An edit of which the person was not told may be there nevertheless: then it counts like any other.
  note_new_ops();
  const auto kept = hold();
  for (const auto& op : promised_)
    if (!kept->outbox.contains(op))
      stage.verdict.broken("{} lost op {}, which it had acknowledged, when it died", name, op);
  promised_.clear();
  check_whole();
}

PhoneCopy Phone::copy() const {
  stage.disk.write_back(folder);
  return {read_files(folder)};
}

void Phone::put_back(const PhoneCopy& copy) {
  const auto had = hold()->outbox;
  close();
  stage.disk.forget(folder);
  write_files(folder, copy.files);
  if (power_may_fail()) stage.disk.expect_power_cut(folder);
  ++life;
  ++times_put_back_;
  if (!open()) return;
  const auto has = hold()->outbox;
  for (const auto& [op, line] : had)
    if (!has.contains(op)) ledger.excuse(op, "was on a phone whose storage is gone");
  note_all_ops();
  look_up_token();
}

namespace {

Outbox read_outbox(Work& work) {
  Outbox found;
  for (Query query(work.sql, "SELECT no, op, rid, state, status, code, seq, from_row FROM ops");
       query.next();)
    found[query.text(1)] = {query.integer(0), query.text(1), query.text(2),    query.text(3),
                            query.text(4),    query.text(5), query.integer(6), query.flag(7)};
  return found;
}

HeldRecords read_records(Work& work) {
  HeldRecords found;
  Query query(work.sql,
              "SELECT rid, type, tip, body, deleted, row_op, row_body, row_deleted, row_seq FROM records");
  while (query.next()) {
    HeldRecord record;
    record.type = from_wire<RecordType>(query.text(1)).value_or(RecordType::entry);
    record.tip = query.text(2);
    record.has_body = !query.is_null(3);
    if (record.has_body) record.body = work.open(query.blob(3));
    record.deleted = query.flag(4);
    record.row_op = query.text(5);
    if (!query.is_null(6)) record.row_body = work.open(query.blob(6));
    record.row_deleted = query.flag(7);
    record.row_seq = query.integer(8);
    found[query.text(0)] = std::move(record);
  }
  return found;
}

/// Changes when another connection has written; this one, the reader, never does.
std::int64_t version_of(Work& work) {
  Query query(work.sql, "PRAGMA data_version");
  return query.next() ? query.integer(0) : -1;
}

}  // namespace

std::shared_ptr<const Holding> Phone::hold() {
  if (is_dead() || !is_open()) return nothing_;
  const auto read = store_->database().read([this](Work& work) -> Result<std::shared_ptr<const Holding>> {
    const auto version = version_of(work);
    if (held_ && version == held_version_) return held_;
    auto holding = std::make_shared<Holding>();
    holding->outbox = read_outbox(work);
    holding->records = read_records(work);
    for (Query query(work.sql, "SELECT rid, op FROM sides ORDER BY rid, place"); query.next();)
      holding->sides[query.text(0)].push_back(query.text(1));
    held_version_ = version;
    return std::shared_ptr<const Holding>(std::move(holding));
  });
  if (!read) {
    stage.verdict.broken("the store of {} cannot be read: {}", name, read.error().message);
    return nothing_;
  }
  return held_ = *read;
}

std::vector<std::string> Phone::sides(const std::string& rid) {
  const auto holding = hold();
  const auto found = holding->sides.find(rid);
  return found == holding->sides.end() ? std::vector<std::string>{} : found->second;
}

Reading Phone::reading() {
  const auto read = store_->database().read([](Work& work) -> Result<Reading> {
    const auto state = device::load_reading(work);
    return Reading{state.marks.cursor, state.marks.high, state.marks.scope,
                   state.pulling != device::Pulling::changes, device::anything_unsent(work)};
  });
  if (read) return *read;
  stage.verdict.broken("the store of {} cannot be read: {}", name, read.error().message);
  return {};
}

std::string Phone::shown_before(const std::string& op, const std::string& rid) {
  const auto before = store_->database().read([&](Work& work) -> Result<std::string> {
    std::string last;
    bool found = false;
    for (Query query(work.sql, "SELECT op FROM versions WHERE rid = ? ORDER BY no", rid);
         !found && query.next();) {
      auto shown = query.text(0);
      found = shown == op;
      if (!found) last = std::move(shown);
    }
    Query tip(work.sql, "SELECT tip FROM records WHERE rid = ?", rid);
    if (!found && !(tip.next() && tip.text(0) == op)) return std::string();
    // A record that has only held edits shows nothing, of which there is no version: the last one was listed
    // beside it by then.
    const bool beside = Query(work.sql, "SELECT 1 FROM sides WHERE rid = ? AND op = ?", rid, last).next();
    // It stands beside nothing any more where a restored server has lost the record; it is shown no more.
    const bool was_held = ledger.knows(last) && ledger.at(last).held;
    return beside || was_held ? std::string() : last;
  });
  return before.value_or(std::string());
}

std::string Phone::person() {
  const auto identity = store_->identity();
  return identity && *identity ? (*identity)->person_id : std::string();
}

void Phone::look_up_token() {
  token.clear();
  const auto identity = store_->identity();
  if (!identity || !*identity) return;
  const auto known = keys.load(device::device_token_key((*identity)->device_id));
  if (known && *known) token = **known;
}

std::vector<std::string> Phone::note_new_ops() {
  if (is_dead()) return {};
  const auto frozen =
      store_->database().read([&](Work& work) -> Result<std::vector<std::pair<std::string, bool>>> {
        std::vector<std::pair<std::string, bool>> found;
        // Those read from their rows may stand before all others.
        for (Query query(work.sql, "SELECT no, frozen, from_row FROM ops WHERE no > ? OR no < ? ORDER BY no",
                         last_no_, first_no_);
             query.next();) {
          last_no_ = std::max(last_no_, query.integer(0));
          first_no_ = std::min(first_no_, query.integer(0));
          found.emplace_back(work.open(query.blob(1)), query.flag(2));
        }
        return found;
      });
  std::vector<std::string> made;
  if (!frozen) {
    stage.verdict.broken("the outbox of {} cannot be read: {}", name, frozen.error().message);
    return made;
  }
  for (const auto& [text, from_row] : *frozen) {
    auto op = parse_op(text);
    if (!op) {
      stage.verdict.broken("{} holds an op that cannot be read", name);
      continue;
    }
    made.push_back(op->op);
    // Offered again from a row it is the op of whoever made it.
    if (ledger.knows(op->op)) continue;
    // What is offered from a row was not made here, on what this phone shows.
    if (auto before = from_row ? std::string() : shown_before(op->op, op->rid); !before.empty())
      ledger.made_on[op->op] = std::move(before);
    const auto id = op->op;
    ledger.enter(std::move(*op), name);
    ledger.at(id).from_row = from_row;
  }
  return made;
}

void Phone::note_all_ops() {
  last_no_ = first_no_ = 0;
  note_new_ops();
}

void Phone::check_whole() {
  const auto holding = hold();
  const auto& lines = holding->outbox;
  std::map<std::string, const OutboxLine*> newest;  // unsent, by record
  for (const auto& [op, line] : lines) {
    if (line.state != "unsent") continue;
    auto& known = newest[line.rid];
    if (known == nullptr || known->no < line.no) known = &line;
  }
  const auto& held = holding->records;
  for (const auto& [rid, line] : newest)
    if (!held.contains(rid)) return stage.verdict.broken("{} holds an op and not its record {}", name, rid);
  // What an older backup than the newest does not hold is lost to the server, and stays on a phone that never
  // gets the record as a row: a lead's, of somebody else's.
  const auto is_excused = [&](const std::string& op) {
    return ledger.knows(op) && !ledger.at(op).excuse.empty();
  };
  // Another phone's or client's, of a chain the server has lost, is theirs to send again; until a row comes
  // anew, or as long as an edit of this phone's is pending, it is what this one last heard.
  const auto is_another_phones = [&](const std::string& op) {
    return ledger.knows(op) ? ledger.at(op).phone != name : ledger.find_op(op) != nullptr;
  };
  for (const auto& [rid, record] : held)
    if (!record.tip.empty() && record.tip != record.row_op && !lines.contains(record.tip) &&
        !ledger.is_in_backup(record.tip) && !is_excused(record.tip) && !is_another_phones(record.tip))
      return stage.verdict.broken("{} shows an edit of {} that is neither in its outbox nor the server's",
                                  name, rid);
}

}  // namespace waymark::simulation
