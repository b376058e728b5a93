#include "tests/simulation/server_site.h"

#include <algorithm>

#include "shared/sync/message_codec.h"
#include "syncserver/api/routes.h"
#include "tests/simulation/ablation.h"
#include "tests/simulation/folder.h"

namespace waymark::simulation {
namespace {

/// Within the minute no address has used up its tries: wrong codes are another test's.
constexpr server::Throttle::Limits many_tries{1'000'000, Millis{60'000}, 100};

server::HttpRequest as_received(const device::HttpRequest& request) {
  server::HttpRequest received;
  received.method = request.method;
  received.path = request.path.substr(0, request.path.find('?'));
  constexpr std::string_view start = "?start=";
  if (const auto at = request.path.find(start); at != std::string::npos)
    received.query.emplace_back("start", request.path.substr(at + start.size()));
  if (!request.token.empty()) received.headers.emplace_back("authorization", "Bearer " + request.token);
  received.body = request.body;
  received.client_address = "192.0.2.7";
  return received;
}

device::HttpResponse as_sent(const server::HttpResponse& answer) {
  return {answer.status, answer.body, std::nullopt};
}

}  // namespace

ServerSite::ServerSite(Stage stage, std::unique_ptr<ServerMachine> machine, std::filesystem::path backups,
                       std::uint64_t seed, ReferenceModel model, Peril peril)
    : machine_(std::move(machine)),
      stage_(stage),
      folder_(machine_->folder),
      backup_folder_(std::move(backups)),
      cut_(seed),
      model_(std::move(model)),
      outcome_(stage.verdict),
      store_(machine_->store),
      tables_(machine_->tables),
      peril_(peril) {
  machine_->clock.live_in(stage_.clock);
  machine_->random = SeededRandom(seed, "server");
  machine_->alarm = [this](const std::string& text) { alarms_.push_back(text); };
  if (power_may_fail()) stage_.disk.expect_power_cut(folder_);
}

ServerSite::~ServerSite() {
  if (!machine_) return;
  // Nobody looks at the files again: what closing would write is spared.
  stage_.disk.stop(folder_);
  shut_down();
  stage_.disk.forget(folder_);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::unique_ptr<ServerMachine> ServerSite::give_back() {
  if (!is_up() || power_may_fail() || keeps_journal()) return nullptr;
  router_.reset();
  return std::move(machine_);
}

// --- the process
// -----------------------------------------------------------------------------------------------

void ServerSite::boot() {
  if (!store_) {
    if (const auto started = start(*machine_); !started) {
      stage_.verdict.broken("the server does not start: {}", started.error().message);
      return;
    }
  }
  throttle_ = std::make_unique<server::Throttle>(many_tries);
  router_ = std::make_unique<server::Router>(
      server::make_public_router(server::ApiContext{*store_, machine_->clock, *throttle_}));
}

void ServerSite::shut_down() {
  tables_.reset();
  router_.reset();
  store_.reset();
}

void ServerSite::die_and_boot(bool power_cut) {
  stage_.disk.stop(folder_);
  if (keeps_journal()) machine_->journal->stop();
  shut_down();
  const bool loses_power = power_cut && power_may_fail();
  if (loses_power)
    stage_.disk.revive_after_power_cut(folder_, cut_);
  else
    stage_.disk.revive(folder_);
  if (keeps_journal()) {
    if (loses_power) machine_->journal->cut_power(cut_);
    machine_->journal->revive();
  }
  disk_full_ = false;
  plan_.reset();
  boot();
}

void ServerSite::kill_and_boot() {
  die_and_boot(false);
  if (is_up() && !is_as_before())
    stage_.verdict.broken("after the server was killed something committed is missing");
}

void ServerSite::cut_power_and_boot() {
  die_and_boot(true);
  if (is_up() && !is_as_before())
    stage_.verdict.broken("after the server's power was cut something committed is missing");
}

void ServerSite::plan_fault(test::DiskFault fault, std::int64_t change, bool power_cut) {
  plan_ = Plan{fault, change, power_cut};
}

void ServerSite::plan_death_in_journal(int call, bool power_cut) {
  plan_ = Plan{test::DiskFault::stop, call, power_cut, true};
}

void ServerSite::start_plan() {
  place_between_.clear();
  stage_.disk.start_counting(folder_);
  if (plan_->in_journal)
    machine_->journal->die_at(static_cast<int>(plan_->change), [this] { stage_.disk.stop(folder_); });
  else
    stage_.disk.fail_at(folder_, plan_->change, plan_->fault);
}

void ServerSite::fill_disk(test::DiskFault fault) {
  full_as_ = fault;
  // The test's own look into the store could not be begun then.
  if (!tables_ && is_up()) {
    tables_ = std::make_unique<ServerTables>(folder_ / ServerMachine::file_name);
    (void)tables_->listed("held");
  }
  stage_.disk.fail_at(folder_, 0, fault);
  disk_full_ = true;
}

void ServerSite::heal_disk() {
  if (!disk_full_) return;
  stage_.disk.heal(folder_);
  disk_full_ = false;
}

// --- requests
// ----------------------------------------------------------------------------------------------------

server::HttpResponse ServerSite::route(const device::HttpRequest& request) {
  auto received = as_received(request);
  const AtMoment between(Moment::between_rows_and_marks, [this] { happen_between(); });
  wrote_between_ = false;
  try {
    return (*router_)(received);
  } catch (const std::exception&) {
    // The door's own handler says nothing more either.
    server::HttpResponse answer;
    answer.status = 500;
    answer.body = error_json({ErrorCode::internal, "The server failed.", {}});
    return answer;
  }
}

std::optional<device::HttpResponse> ServerSite::handle(const device::HttpRequest& request) {
  if (!is_up()) return std::nullopt;
  if (request.path == "/v1/sync") return sync(request);
  if (request.path == "/v1/enroll") return enroll(request);
  return read(request);
}

std::optional<device::HttpResponse> ServerSite::sync(const device::HttpRequest& request) {
  const auto asked = parse_sync_request(request.body);
  if (!asked) {
    stage_.verdict.broken("a device sent a request that cannot be read: {}", asked.error().message);
    return std::nullopt;
  }
  if (stage_.by_outcome) return followed_sync(request, *asked);
  if (asked->wiped) heal_disk();  // whether it was noted would show nowhere
  const bool with_plan = plan_ && !asked->wiped;
  const bool journal_full = keeps_journal() && machine_->journal->is_full();
  const bool in_danger = disk_full_ || journal_full || with_plan;
  std::optional<ReferenceModel> before;
  if (in_danger) before = model_;
  bool erred = false;
  if (with_plan) start_plan();
  const auto held_before = model_.held_count();
  const auto expected = model_.sync(request.token, *asked, now());
  if (model_.held_count() < held_before) stage_.trace.count(Happening::replay);
  const auto answer = route(request);
  check_secrecy(answer);
  if (with_plan) {
    const auto plan = *plan_;
    plan_.reset();
    if (has_died(plan)) {
      stage_.trace.count(Happening::server_killed_in_request);
      stage_.trace.note("the server dies in the request, at change {} of its {}", plan.change,
                        plan.in_journal ? "journal" : "disk");
      die_and_boot(plan.power_cut);
      // Before it died it may have got its answer out: then it must have been true.
      if (is_up()) settle_doubt(*before, answer.status == 200);
      return std::nullopt;
    }
    outlive(plan);
    erred = plan.fault == test::DiskFault::io_error;
  }
  if ((disk_full_ || journal_full || erred) && answer.status >= 500) {
    stage_.trace.note("the server cannot write: {}", answer.status);
    auto done = model_;
    settle_doubt(*before, false);
    if (done.tail() != model_.tail()) {
      in_doubt_ = std::move(done);
      doubted_at_ = model_.tail();
    }
    return as_sent(answer);
  }
  compare(expected, answer, *asked);
  if (wrote_between_) absorb("");
  return as_sent(answer);
}

bool ServerSite::has_died(const Plan& plan) {
  if (plan.in_journal) return machine_->journal->is_stopped();
  return plan.fault == test::DiskFault::stop && stage_.disk.struck(folder_);
}

/// The request was over before its plan came about.
void ServerSite::outlive(const Plan& plan) {
  if (plan.in_journal) return machine_->journal->die_at(0, {});
  stage_.disk.heal(folder_);
  if (disk_full_) fill_disk(full_as_);
}

bool ServerSite::is_as(const ReferenceModel& model) {
  const auto health = store_->health();
  const auto counts = store_->counts();
  return Mark{health.seq, health.chain} == model.tail() &&
         counts.refused == static_cast<std::int64_t>(model.refused_count()) &&
         counts.conflicts == static_cast<std::int64_t>(model.conflict_count()) &&
         counts.held == static_cast<std::int64_t>(model.held_count()) && health.safe_seq == model.safe_seq;
}

bool ServerSite::is_as_doubted() {
  if (!in_doubt_ || model_.tail() != doubted_at_ || !is_as(*in_doubt_)) return false;
  model_ = *std::exchange(in_doubt_, std::nullopt);
  return true;
}

void ServerSite::settle_doubt(const ReferenceModel& before, bool must_be_done) {
  if (is_as(model_)) return;
  if (!must_be_done) {
    auto done = std::exchange(model_, before);
    if (is_as(model_) || is_as_doubted()) return;
    model_ = std::move(done);
  }
  if (must_be_done)
    stage_.verdict.broken("the server acknowledged a request whose ops are gone after its crash");
  else
    stage_.verdict.broken("a request was committed in part");
}

void ServerSite::check_secrecy(const server::HttpResponse& answer) {
  if (answer.status != 200 && answer.body.find(secret_mark) != std::string::npos)
    stage_.verdict.broken("an error answer ({}) repeats what a person wrote", answer.status);
  for (const auto& alarm : alarms_)
    if (alarm.find(secret_mark) != std::string::npos)
      stage_.verdict.broken("an alarm repeats what a person wrote");
}

std::optional<device::HttpResponse> ServerSite::enroll(const device::HttpRequest& request) {
  const auto asked = parse_enroll_request(request.body);
  if (!asked) {
    stage_.verdict.broken("a device sent an enrolment that cannot be read: {}", asked.error().message);
    return std::nullopt;
  }
  const auto answer = route(request);
  check_secrecy(answer);
  if (disk_full_ && answer.status >= 500) return as_sent(answer);
  const auto code = model_.codes.find(asked->code);
  const bool usable =
      code != model_.codes.end() &&
      (code->second.token == asked->token || (code->second.token.empty() && code->second.expires_at > now() &&
                                              !model_.people.at(code->second.person).disabled));
  if (usable != (answer.status == 200)) {
    stage_.verdict.broken("an enrolment was answered {} where its code is {}", answer.status,
                          usable ? "good" : "no good");
    return std::nullopt;
  }
  if (!usable) return as_sent(answer);
  const auto told = parse_enroll_response(answer.body);
  if (!told || told->person_id != code->second.person) {
    stage_.verdict.broken("an enrolment was answered for another person than its code is for");
    return std::nullopt;
  }
  const auto known = model_.devices.find(asked->token);
  if (known != model_.devices.end() && known->second.id != told->device_id)
    stage_.verdict.broken("the same code and token were answered with two devices");
  code->second.token = asked->token;
  if (known == model_.devices.end())
    model_.devices[asked->token] = {told->device_id, asked->device_name, told->person_id};
  return as_sent(answer);
}

std::optional<device::HttpResponse> ServerSite::read(const device::HttpRequest& request) {
  const auto answer = route(request);
  check_secrecy(answer);
  check_reading(request, answer);
  return as_sent(answer);
}

// --- comparing
// ---------------------------------------------------------------------------------------------------

void ServerSite::compare(const Expected& expected, const server::HttpResponse& answer,
                         const SyncRequest& request) {
  auto& verdict = stage_.verdict;
  if (answer.status != expected.status)
    return verdict.broken("a sync was answered {} and not {}: {}", answer.status, expected.status,
                          answer.status == 200 ? "" : parse_error(answer.body).error.message);
  if (expected.status != 200) {
    const auto told = parse_error(answer.body);
    if (told.error.code != expected.code)
      return verdict.broken("a sync was refused as {} and not as {}", to_wire(told.error.code),
                            to_wire(expected.code));
    if (expected.status == 401 && told.wipe != expected.wipe)
      return verdict.broken("a refused device was told another wipe order than it has");
    return;
  }
  const auto got = parse_sync_response(answer.body);
  if (!got) return verdict.broken("an answer cannot be read: {}", got.error().message);
  if (got->results.size() != expected.body.results.size() && !got->diverged && !got->rescope)
    return verdict.broken("{} ops were sent and {} answered", request.ops.size(), got->results.size());
  compare_body(expected.body, *got);
  if (verdict.ok()) outcome_.answered(request, *got);
  if (verdict.ok()) count_results(*got);
}

void ServerSite::compare_body(const SyncResponse& expected, const SyncResponse& got) {
  auto& verdict = stage_.verdict;
  if (got.diverged != expected.diverged)
    return verdict.broken("{}", got.diverged ? "a device was told of a restore that does not concern it"
                                             : "a restore was not found out");
  if (got.rescope != expected.rescope)
    return verdict.broken("a device whose scope is {} was {}", expected.rescope.value_or(-1),
                          got.rescope ? "told another" : "not told of the change");
  if (got.wipe != expected.wipe) return verdict.broken("a wipe order was not as given");
  if (expected.diverged || expected.rescope) return;
  for (std::size_t i = 0; i < expected.results.size(); ++i) {
    const auto &wanted = expected.results[i], &told = got.results[i];
    if (told.op != wanted.op || told.status != wanted.status)
      return verdict.broken("op {} became {}, and by the rules it is {}", told.op, to_wire(told.status),
                            to_wire(wanted.status));
    if (told.seq != wanted.seq || told.chain != wanted.chain)
      return verdict.broken("op {} is at {} on another chain than its {}", told.op, told.seq, wanted.seq);
    if (wanted.error &&
        (!told.error || told.error->code != wanted.error->code || told.error->field != wanted.error->field))
      return verdict.broken("op {} was refused for {} {} and not for {} {}", told.op,
                            told.error ? to_wire(told.error->code) : "nothing",
                            told.error ? told.error->field : "", to_wire(wanted.error->code),
                            wanted.error->field);
  }
  for (std::size_t i = 0; i < std::min(expected.rows.size(), got.rows.size()); ++i) {
    const auto &wanted = expected.rows[i], &told = got.rows[i];
    if (told.rid != wanted.rid || told.seq != wanted.seq)
      return verdict.broken("row {} of a page is {} at {}, and should be {} at {}", i, told.rid, told.seq,
                            wanted.rid, wanted.seq);
    if (!(told == wanted)) return verdict.broken("the row of {} is not what its record is", told.rid);
  }
  if (got.rows.size() != expected.rows.size())
    return verdict.broken("a page has {} rows and not {}", got.rows.size(), expected.rows.size());
  if (got.next != expected.next || got.high != expected.high || got.more != expected.more)
    return verdict.broken("a page ends at {} of {}, and should at {} of {}", got.next.seq, got.high.seq,
                          expected.next.seq, expected.high.seq);
  if (got.scope != expected.scope)
    return verdict.broken("a device was told scope {} and not {}", got.scope, expected.scope);
  if (got.safe_seq != expected.safe_seq)
    return verdict.broken("a device was told that {} is safe where verified backups hold {}", got.safe_seq,
                          expected.safe_seq);
}

void ServerSite::count_results(const SyncResponse& answer) {
  auto& trace = stage_.trace;
  if (answer.diverged) trace.count(Happening::diverged);
  if (answer.rescope) trace.count(Happening::rescope);
  for (const auto& result : answer.results) {
    if (result.error && result.error->code == ErrorCode::op_reused) trace.count(Happening::op_reused);
    switch (result.status) {
      case OpStatus::conflict:
        trace.count(Happening::conflict);
        break;
      case OpStatus::held:
        trace.count(Happening::held);
        break;
      case OpStatus::superseded:
        trace.count(Happening::superseded);
        break;
      case OpStatus::invalid:
        trace.count(Happening::refused_invalid);
        break;
      case OpStatus::forbidden:
        trace.count(Happening::refused_forbidden);
        break;
      case OpStatus::head:
        break;
    }
    if (!trace.in_words()) continue;
    const auto op = result.op.substr(0, 8);
    if (result.error)
      trace.note("{} is {}: {} {}", op, to_wire(result.status), to_wire(result.error->code),
                 result.error->field);
    else
      trace.note("{} is {} at {}", op, to_wire(result.status), result.seq);
  }
}

// --- admins
// --------------------------------------------------------------------------------------------------------

/// The model learns of what the server wrote itself.
void ServerSite::absorb(const std::string& actor, std::optional<Date> team_from) {
  if (stage_.by_outcome) return follow();
  if (!tables_) tables_ = std::make_unique<ServerTables>(folder_ / ServerMachine::file_name);
  for (const auto& row : tables_->ops_after(model_.tail().seq)) {
    // Replays write the log and no op, so an op's place is not the one before plus one.
    const auto op = parse_op(row.payload);
    if (!op || op->op != row.op)
      return stage_.verdict.broken("op {} in the tables is not what was written", row.op);
    model_.server_op(*op, row.payload, actor, now(), team_from);
  }
  const auto health = store_->health();
  if (Mark{health.seq, health.chain} != model_.tail())
    stage_.verdict.broken("the chain does not follow from what the server wrote itself");
}

std::string ServerSite::add_person(const std::string& name, Role role, const std::string& team) {
  const auto added = store_->add_person({name, role, team, "", ""}, {});
  if (!added) throw std::runtime_error(added.error().message);
  absorb("");
  return added->person_id;
}

void ServerSite::move_person(const std::string& person, const std::string& team, Date from) {
  if (!store_->move_person(person, team, from, {})) return;
  absorb("", from);
  stage_.trace.count(Happening::person_moved);
}

void ServerSite::set_disabled(const std::string& person, bool disabled) {
  const auto done = disabled ? store_->disable_person(person, {}) : store_->enable_person(person, {});
  if (!done) return;
  model_.people.at(person).disabled = disabled;
  if (disabled) stage_.trace.count(Happening::person_disabled);
}

std::string ServerSite::new_code(const std::string& person) {
  constexpr int minutes = 60;
  const auto code = store_->create_code(person, minutes, {});
  if (!code) return {};
  model_.codes[code->code] = {person, code->expires_at, ""};
  return code->code;
}

void ServerSite::revoke(const std::string& token) {
  const auto device = model_.devices.find(token);
  if (device == model_.devices.end() || !store_->revoke_device(device->second.id, {})) return;
  device->second.revoked = true;
  stage_.trace.count(Happening::device_revoked);
}

void ServerSite::order_wipe(const std::string& token, WipeOrder order) {
  const auto device = model_.devices.find(token);
  if (device == model_.devices.end() || !store_->order_wipe(device->second.id, order, {})) return;
  device->second.wipe = order;
}

bool ServerSite::write_record(RecordType type, const std::string& rid, const std::string& body,
                              bool deleted) {
  const bool written = store_->write_record(type, rid, body, deleted, {}).has_value();
  absorb("");
  return written;
}

bool ServerSite::set_schedule(const std::string& person, Date from, int minutes_a_day) {
  const std::array<int, 7> minutes{
      minutes_a_day, minutes_a_day, minutes_a_day, minutes_a_day, minutes_a_day, 0, 0};
  const bool written = store_->set_schedule(person, from, minutes, {}).has_value();
  absorb("");
  if (written) stage_.trace.count(Happening::schedule_written);
  return written;
}

// --- backups
// -------------------------------------------------------------------------------------------------------

void ServerSite::back_up(const std::function<void()>& meanwhile) {
  const auto path = backup_folder_ / fmt::format("backup-{}.db", ++backup_number_);
  Backup backup{path, model_, nullptr};
  bool copied = false;
  const auto made = store_->backup(path, {}, [&](std::string_view stage, std::int64_t, std::int64_t) {
    if (copied || stage != "chain") return;
    copied = true;
    if (meanwhile) meanwhile();
  });
  if (!made) {
    // Without the name of the file, which is another in every run.
    const auto& why = made.error().message;
    const auto fault = why.find(" is not whole");
    if (!disk_full_)
      stage_.verdict.broken("a backup was refused: it{}",
                            fault == std::string::npos ? " was not made" : why.substr(fault));
    return;
  }
  if (made->seq != backup.model.tail().seq)
    stage_.verdict.broken("a backup is said to hold {} and holds {}", made->seq, backup.model.tail().seq);
  model_.safe_seq = std::max(model_.safe_seq, made->seq);
  backups_.push_back(std::move(backup));
  stage_.trace.count(Happening::backup);
}

void ServerSite::remember_backup(const std::string& bytes, ReferenceModel model) {
  backups_.push_back({backup_folder_ / "backup-0.db", std::move(model), &bytes});
}

void ServerSite::put_in_place(const Backup& backup, bool with_journal) {
  shut_down();
  heal_disk();
  if (backup.bytes != nullptr) write_file(backup.path, *backup.bytes);
  // What is put in place is flushed past SQLite, and what lay there before does not come back.
  stage_.disk.forget(folder_);
  if (power_may_fail()) stage_.disk.expect_power_cut(folder_);
  const auto restored =
      server::CentralStore::restore(folder_ / ServerMachine::file_name, backup.path, true,
                                    with_journal ? machine_->journal_folder() : std::filesystem::path());
  if (!restored)
    return stage_.verdict.broken("a verified backup cannot be restored: {}", restored.error().message);
  if (!restored->stopped.empty())
    stage_.verdict.broken("a whole journal was not used to its end: {}", restored->stopped);
  // What was put aside stays for its admin, numbered, and one folder serves thousands of schedules.
  std::vector<std::filesystem::path> aside;
  for (const auto& file : std::filesystem::directory_iterator(folder_))
    if (file.path().filename().string().find(".before-restore") != std::string::npos)
      aside.push_back(file.path());
  for (const auto& file : aside) std::filesystem::remove(file);
}

std::vector<std::string> ServerSite::restore(std::size_t which) {
  const auto& backup = backups_[which];
  std::vector<std::string> missing;
  const auto& log = model_.log();
  const auto newest = backups_.back().model.log().size();
  for (auto at = backup.model.log().size(); at < std::min(newest, log.size()); ++at)
    missing.push_back(log[at].op);
  put_in_place(backup, false);
  if (!stage_.verdict.ok()) return missing;
  model_ = backup.model;
  backups_.erase(backups_.begin() + static_cast<std::ptrdiff_t>(which) + 1, backups_.end());
  stage_.trace.count(Happening::server_restored);
  boot();
  outcome_.restored(model_);
  if (is_up() && !is_as_before()) stage_.verdict.broken("a restored server is not what its backup was");
  return missing;
}

void ServerSite::verify() {
  const auto report = store_->verify();
  if (!report.ok())
    stage_.verdict.broken("verify finds {} faults, the first at {}: {}", report.faults.size(),
                          report.faults.front().where, report.faults.front().message);
}

}  // namespace waymark::simulation
