// What no schedule comes to by itself, and what no phone does: a server's journal and the restore with it,
// clients that keep less than a phone or name records as they like, a tally that turns wrong in its file.
#include <SQLiteCpp/SQLiteCpp.h>

#include <utility>

#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "shared/sync/message_codec.h"
#include "tests/simulation/world.h"

namespace waymark::simulation {
// --- the journal
// -----------------------------------------------------------------------------------------------------

void World::restore_with_journal() {
  if (site_->backups() == 0 || !site_->is_up() || !site_->keeps_journal()) return;
  // The newest: after a restore without it a journal begins anew, and goes on from no older one.
  const auto which = site_->backups() - 1;
  trace_.step("the server's disk is lost: backup {} and the journal take its place", which + 1);
  trace_.count(Happening::restored_with_journal);
  site_->restore_with_journal(which);
}

void World::server_dies_in_journal() {
  if (!site_->is_up() || !site_->may_die() || !site_->keeps_journal()) return;
  const auto call = dice_.between(1, 4);
  const bool power_cut = dice_.chance(50);
  trace_.step("the server is to die at call {} of its journal's disk in the next request", call);
  trace_.count(Happening::killed_in_journal);
  site_->plan_death_in_journal(call, power_cut);
  exchange();
}

void World::journal_fills() {
  if (!site_->is_up() || !site_->keeps_journal()) return;
  trace_.step("there is no room for the server's journal");
  trace_.count(Happening::journal_full);
  site_->fill_journal(true);
  exchange();
  site_->fill_journal(false);
  // What was committed and told to nobody is written down with the next group.
  if (going_on() && site_->is_up())
    site_->write_record(RecordType::place, numbered_id(900), to_json(library_named(dice_.between(1, 9))),
                        false);
}

void ServerSite::restore_with_journal(std::size_t which) {
  const auto& backup = backups_[which];
  const auto had = model_.ops();
  put_in_place(backup, true);
  if (!stage_.verdict.ok()) return;
  model_.restored_with_journal(backup.model);
  boot();
  if (!is_up()) return;
  if (!is_as_before()) stage_.verdict.broken("a server restored with its journal is not what it was");
  for (const auto& [op, known] : had)
    if (model_.find(op) == nullptr)
      return stage_.verdict.broken("op {} was accepted, and a restore with the journal lacks it", op);
  outcome_.restored(model_);
}

// --- what everybody edits
// --------------------------------------------------------------------------------------------

void World::employer_edited() {
  auto& phone = any_phone();
  if (phone.is_open() && !phone.person().empty()) edit_employer(phone);
}

// --- other clients
// ---------------------------------------------------------------------------------------------------

/// It reads on to the end whenever it reads, since without a highest mark it can tell from there only that
/// the server was restored; then it forgets all it read. It sends no scope, and is told of no change of
/// sight.
void World::reader_reads() {
  if (!site_->is_up()) return;
  if (!reader_) {
    const auto person = dice_.pick(std::array{made_.agency.ana, made_.agency.ben, made_.agency.cid});
    const auto token = token_of(person);
    if (!token) return;
    reader_ = Reader{*token, person, {}, {}};
  }
  const auto limit = dice_.pick(std::array{1, 5, 500});
  trace_.step("another client of {} asks from {} for {} rows", made_.agency.name_of(reader_->person),
              reader_->cursor.seq, limit);
  bool more = true;
  while (more && going_on()) {
    const auto answer = read_page(limit);
    if (!answer) return reader_.reset();
    if (answer->diverged) {
      trace_.count(Happening::reader_found_restore);
      reader_ = Reader{reader_->token, reader_->person, {}, {}};
      continue;
    }
    for (const auto& row : answer->rows) reader_->heads[row.rid] = row.op;
    reader_->cursor = answer->next;
    more = answer->more;
  }
}

std::optional<SyncResponse> World::read_page(int limit) {
  SyncRequest request;
  request.app = "reader";
  request.device_time = clock_.now();
  request.cursor = reader_->cursor;
  request.limit = limit;
  device::HttpRequest http;
  http.path = "/v1/sync";
  http.token = reader_->token;
  http.body = to_json(request, {});
  const auto answer = site_->handle(http);
  if (!answer || answer->status != 200) return std::nullopt;
  auto read = parse_sync_response(answer->body);
  if (!read) verdict_.broken("an answer cannot be read: {}", read.error().message);
  return read ? std::optional(std::move(*read)) : std::nullopt;
}

void World::check_reader() {
  if (reader_) reader_reads();
  if (!reader_ || !going_on()) return;
  for (const auto& row : site_->model().rows_in_sight(reader_->person, 0, 100'000)) {
    // These come into sight and leave it.
    if (row.type == RecordType::participant || row.type == RecordType::job) continue;
    const auto found = reader_->heads.find(row.rid);
    if (found == reader_->heads.end() || found->second != row.op)
      return verdict_.broken("a client without a highest mark does not know the head of {}", row.rid);
  }
}

/// The state of a week, under its id and under another.
void World::record_doubled() {
  if (!site_->is_up()) return;
  const auto person = dice_.pick(std::array{made_.agency.ana, made_.agency.ben});
  const auto token = token_of(person);
  if (!token) return;
  WeekRecord week;
  week.specialist_id = person;
  week.week_start = some_week();
  trace_.step("a client of {} writes the week of {} under another id", made_.agency.name_of(person),
              format_date(week.week_start));
  trace_.count(Happening::record_doubled);
  std::vector<Op> ops;
  Op op;
  op.type = RecordType::week;
  op.rid = week_id(person, week.week_start);
  if (site_->model().record(op.rid) == nullptr) {
    op.op = make_op_id(foreign_ids_);
    op.body = to_json(week);
    ops.push_back(op);
  }
  week.state = WeekRecordState::submitted;
  op.op = make_op_id(foreign_ids_);
  op.rid = make_record_id(foreign_ids_, clock_.now());
  op.body = to_json(week);
  ops.push_back(op);
  send_raw(*token, ops);
}

// --- tallies
// ---------------------------------------------------------------------------------------------------------

/// A lead approves a week whose stored tally is not what its entries give.
void World::tally_turns_wrong() {
  if (!site_->is_up() || site_->has_plan()) return;
  const auto& agency = made_.agency;
  const auto person = dice_.pick(std::array{agency.ana, agency.ben});
  const auto week = some_week();
  const auto token = token_of(agency.lena);
  const auto rid = approval_id(person, week);
  if (!token || site_->model().is_week_approved(person, week)) return;
  server_disk_is_freed();
  const bool wrong = site_->with_wrong_tally(person, week, [&] {
    trace_.step("a lead approves the week of {} of {}, whose tally has turned wrong", format_date(week),
                agency.name_of(person));
    trace_.count(Happening::wrong_tally);
    Approval approval;
    approval.specialist_id = person;
    approval.week_start = week;
    approval.state = ApprovalState::approved;
    Op op;
    op.op = make_op_id(foreign_ids_);
    op.rid = rid;
    op.type = RecordType::approval;
    op.body = to_json(approval);
    if (const auto* head = site_->model().head_of(rid)) op.parents = op.anc = {head->op.op};
    send_raw(*token, {op});
    if (site_->model().is_week_approved(person, week))
      verdict_.broken("the week of {} was approved with a tally that is not its entries'", format_date(week));
  });
  if (!wrong) trace_.note("nothing is tallied there");
}

bool ServerSite::with_wrong_tally(const std::string& person, Date week,
                                  const std::function<void()>& meanwhile) {
  if (!tables_) tables_ = std::make_unique<ServerTables>(folder_ / ServerMachine::file_name);
  auto& database = tables_->database();
  const auto add = [&](int seconds) {
    SQLite::Statement change(database,
                             "UPDATE tallies SET community_s = community_s + ? WHERE week = ? AND person ="
                             " (SELECT n FROM persons WHERE lower(hex(person_id)) = replace(?, '-', ''))");
    change.bind(1, seconds);
    change.bind(2, format_date(week));
    change.bind(3, person);
    return change.exec() > 0;
  };
  constexpr int seconds_off = 60;
  if (!add(seconds_off)) return false;
  model_.wrong_tally = {person, week};
  meanwhile();
  model_.wrong_tally.reset();
  add(-seconds_off);
  return true;
}

// --- disks
// -----------------------------------------------------------------------------------------------------------

/// One call of the disk fails, and the next ones work.
void World::phone_disk_errs() {
  auto& phone = any_phone();
  if (!phone.is_open() || phone.disk_full) return;
  const auto change = dice_.between(1, 8);
  trace_.step("change {} of the disk of {} is to fail", change, phone.name);
  stage_.disk.start_counting(phone.folder);
  stage_.disk.fail_at(phone.folder, change, test::DiskFault::io_error);
  phone.disk_full = true;
  if (dice_.chance(60))
    edit_on(phone);
  else
    sync_whole(phone, true);
  if (stage_.disk.struck(phone.folder)) trace_.count(Happening::phone_disk_erred);
  phone_disk_is_freed();
}

void World::phone_disk_read_only() {
  auto& phone = any_phone();
  if (!phone.is_open() || phone.disk_full) return;
  trace_.step("the storage of {} is read-only", phone.name);
  trace_.count(Happening::phone_read_only);
  stage_.disk.fail_at(phone.folder, 0, test::DiskFault::read_only);
  phone.disk_full = true;
  edit_on(phone);
}

void World::server_disk_errs() {
  if (!site_->is_up() || site_->has_plan()) return;
  const auto change = dice_.between(1, 14);
  trace_.step("change {} of the server's disk in the next request is to fail", change);
  trace_.count(Happening::server_disk_erred);
  site_->plan_fault(test::DiskFault::io_error, change, false);
  exchange();
  site_->drop_plan();
}

void World::server_disk_read_only() {
  if (!site_->is_up()) return;
  trace_.step("the server's disk is read-only");
  trace_.count(Happening::server_read_only);
  site_->fill_disk(test::DiskFault::read_only);
  constexpr int requests = 3;  // an admin meanwhile would be told so by an exception
  for (int i = 0; i < requests && going_on(); ++i) exchange();
  server_disk_is_freed();
}

void World::server_is_copied() {
  if (!site_->is_up() || site_->has_plan()) return;
  server_disk_is_freed();
  trace_.step("the server's files are copied while it works");
  site_->copy_files([this] { exchange(); });
}

void World::server_is_put_back() {
  if (!site_->has_copy()) return;
  trace_.step("the server is put back to the copy of its files");
  trace_.count(Happening::server_put_back);
  site_->put_back();
  const auto is_there = [this](const std::string& op) { return site_->model().find(op) != nullptr; };
  for (const auto& [op, entry] : ledger_.ops())
    if (ledger_.is_in_backup(op) && !is_there(op))
      ledger_.excuse(op, "was in a backup, and not in the copy put back");
  ledger_.keep_in_backups(is_there);
}

void ServerSite::copy_files(const std::function<void()>& meanwhile) {
  stage_.disk.write_back(folder_);
  auto database = read_file(folder_ / ServerMachine::file_name);
  meanwhile();
  if (!is_up()) return;
  stage_.disk.write_back(folder_);
  auto files = read_files(folder_);
  for (auto& [name, bytes] : files)
    if (name == ServerMachine::file_name) bytes = std::move(database);
  copy_ = Copy{std::move(files), model_};
}

void ServerSite::put_back() {
  shut_down();
  heal_disk();
  stage_.disk.forget(folder_);
  write_files(folder_, copy_->files);
  if (power_may_fail()) stage_.disk.expect_power_cut(folder_);
  model_ = copy_->model;
  in_doubt_.reset();
  std::erase_if(backups_, [&](const Backup& backup) { return backup.model.tail().seq > model_.tail().seq; });
  boot();
  outcome_.restored(model_);
  if (is_up() && !is_as_before())
    stage_.verdict.broken("a server put back to a copy of its files is not what it was then");
}

}  // namespace waymark::simulation
