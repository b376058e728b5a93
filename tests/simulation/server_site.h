// The server's machine: the real store behind the real routes, on a folder whose disk can fail, with backups
// on another. Every request is also given to the reference model, and the answers are compared to the last
// member. A request of which a crash leaves open whether it was committed must have been so whole or not at
// all.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "mobile/device/transport.h"
#include "shared/sample/seeded_random.h"
#include "syncserver/accounts/throttle.h"
#include "syncserver/api/router.h"
#include "syncserver/store/central_store.h"
#include "tests/disk/faulty_disk.h"
#include "tests/simulation/clocks.h"
#include "tests/simulation/machines.h"
#include "tests/simulation/outcome.h"
#include "tests/simulation/reference_model.h"
#include "tests/simulation/server_tables.h"
#include "tests/simulation/trace.h"
#include "tests/simulation/verdict.h"

namespace waymark::simulation {

/// What every part of a run needs.
struct Stage {
  WorldClock& clock;
  test::FaultyDisk& disk;
  Trace& trace;
  Verdict& verdict;
  /// The server may answer what it likes, the model follows it, and what comes of it is judged (outcome.h).
  bool by_outcome = false;
};

class ServerSite {
 public:
  /// On a machine whose store is as `model` describes it, running or not.
  ServerSite(Stage stage, std::unique_ptr<ServerMachine> machine, std::filesystem::path backups,
             std::uint64_t seed, ReferenceModel model, Peril peril = Peril::none);
  ~ServerSite();

  void boot();
  bool is_up() const { return store_ != nullptr; }
  bool may_die() const { return peril_ != Peril::none; }
  bool power_may_fail() const { return peril_ == Peril::power_cut; }
  /// The machine, if it is running and can be the next run's; the server is gone then.
  std::unique_ptr<ServerMachine> give_back();
  void shut_down();
  /// The process dies at once; the next one starts.
  void kill_and_boot();
  void cut_power_and_boot();

  /// One request on the wire; none: the connection broke.
  std::optional<device::HttpResponse> handle(const device::HttpRequest& request);
  /// The next request meets this at its `change`-th change of the disk.
  void plan_fault(test::DiskFault fault, std::int64_t change, bool power_cut);
  bool has_plan() const { return plan_.has_value(); }
  void drop_plan() { plan_.reset(); }
  bool keeps_journal() const { return machine_->journal.has_value(); }
  /// The next request meets the process's death at the `call`-th call of the journal's disk.
  void plan_death_in_journal(int call, bool power_cut);
  /// Nothing can be written down until it is false again.
  void fill_journal(bool full) { machine_->journal->set_full(full); }
  /// Writes fail until heal_disk(), for want of room or because the disk is read-only.
  void fill_disk(test::DiskFault fault = test::DiskFault::full);
  void heal_disk();
  /// What somebody set the machine's clock to; right again at 0.
  void set_clock_off_by(Millis off_by) { machine_->clock.set_off_by(off_by); }

  // --- what admins do; each also tells the model -----------------------------------------------------------
  std::string add_person(const std::string& name, Role role, const std::string& team);
  void move_person(const std::string& person, const std::string& team, Date from);
  void set_disabled(const std::string& person, bool disabled);
  std::string new_code(const std::string& person);
  void revoke(const std::string& token);
  void order_wipe(const std::string& token, WipeOrder order);
  /// False where the server refuses it.
  bool write_record(RecordType type, const std::string& rid, const std::string& body, bool deleted);
  bool set_schedule(const std::string& person, Date from, int minutes_a_day);

  // --- backups
  // -----------------------------------------------------------------------------------------------
  /// `meanwhile` happens after the copy was made, before it is verified.
  void back_up(const std::function<void()>& meanwhile = {});
  /// An import whose second op is refused: nothing of it may stay.
  void fail_an_import(RandomSource& random);
  /// The next page is read while the server writes a place between its rows and its end.
  void write_between_rows_and_marks(std::string place_body);
  /// One that was made before the run began.
  void remember_backup(const std::string& bytes, ReferenceModel model);
  std::size_t backups() const { return backups_.size(); }
  const ReferenceModel& newest_backup() const { return backups_.back().model; }
  /// Puts the backup in place, 0 the oldest. Returns the ops that phones were told are safe and that it does
  /// not hold.
  std::vector<std::string> restore(std::size_t which);
  /// The same with the journal that was kept beside the store: nothing that was accepted is missing.
  void restore_with_journal(std::size_t which);
  /// The files as they lie there, the log some time after the database: `meanwhile` happens in between.
  void copy_files(const std::function<void()>& meanwhile);
  bool has_copy() const { return copy_.has_value(); }
  /// The copy takes the store's place.
  void put_back();
  /// `meanwhile` happens while the stored tally of the week is wrong. False, and nothing: there is none.
  bool with_wrong_tally(const std::string& person, Date week, const std::function<void()>& meanwhile);

  /// The model learns all that the server wrote before it was asked.
  void absorb_all() { absorb(""); }
  void verify();
  /// The tables against the model: the status of each op, the lists, the weekly tallies.
  void check_tables();

  const ReferenceModel& model() const { return model_; }
  server::CentralStore& store() { return *store_; }
  std::size_t alarms() const { return alarms_.size(); }

 private:
  struct Backup {
    std::filesystem::path path;
    ReferenceModel model;
    const std::string* bytes = nullptr;  ///< of a file that is not written yet
  };
  struct Copy {
    FileSet files;
    ReferenceModel model;
  };
  struct Plan {
    test::DiskFault fault;
    std::int64_t change;
    bool power_cut;
    bool in_journal = false;
  };

  Instant now() const { return machine_->clock.now(); }
  server::HttpResponse route(const device::HttpRequest& request);
  std::optional<device::HttpResponse> sync(const device::HttpRequest& request);
  std::optional<device::HttpResponse> followed_sync(const device::HttpRequest& request,
                                                    const SyncRequest& asked);
  /// The model becomes what the tables say.
  void follow();
  std::optional<device::HttpResponse> enroll(const device::HttpRequest& request);
  std::optional<device::HttpResponse> read(const device::HttpRequest& request);
  void compare(const Expected& expected, const server::HttpResponse& answer, const SyncRequest& request);
  void compare_body(const SyncResponse& expected, const SyncResponse& got);
  bool is_as(const ReferenceModel& model);
  /// After a new start: nothing that was committed is missing, and nothing else is there.
  bool is_as_before();
  void settle_doubt(const ReferenceModel& before, bool must_be_done);
  bool is_as_doubted();
  void check_reading(const device::HttpRequest& request, const server::HttpResponse& answer);
  void check_history(const std::string& viewer, const std::string& rid, const server::HttpResponse& answer);
  void check_week(const std::string& viewer, const std::string& asked, const server::HttpResponse& answer);
  void check_secrecy(const server::HttpResponse& answer);
  void happen_between();
  void absorb(const std::string& actor, std::optional<Date> team_from = std::nullopt);
  void check_tallies();
  void die_and_boot(bool power_cut);
  void start_plan();
  bool has_died(const Plan& plan);
  void outlive(const Plan& plan);
  void put_in_place(const Backup& backup, bool with_journal);
  void count_results(const SyncResponse& answer);

  std::unique_ptr<ServerMachine> machine_;
  Stage stage_;
  std::filesystem::path folder_, backup_folder_;
  std::mt19937_64 cut_;
  ReferenceModel model_;
  Outcome outcome_;
  std::vector<std::string> alarms_;
  std::unique_ptr<server::CentralStore>& store_;
  std::unique_ptr<server::Throttle> throttle_;
  std::unique_ptr<server::Router> router_;
  std::unique_ptr<ServerTables>& tables_;
  std::vector<Backup> backups_;
  int backup_number_ = 0;
  std::optional<Plan> plan_;
  std::string place_between_;  ///< "": nothing is written between
  bool wrote_between_ = false;
  Peril peril_;
  bool disk_full_ = false;
  test::DiskFault full_as_ = test::DiskFault::full;
  /// What a commit that failed would have made of the store: the next start may find it in the log, if
  /// nothing was committed since.
  std::optional<ReferenceModel> in_doubt_;
  Mark doubted_at_;
  std::optional<Copy> copy_;
};

/// Stands in every note, code and name of a participant: what no error answer may hold.
inline constexpr std::string_view secret_mark = "zzsecret";

}  // namespace waymark::simulation
