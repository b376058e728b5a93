// One run: a world made from the template and a seed, its steps, its healing, and the checks. Steps are split
// by whose they are: people (edits.cpp), the network (journeys.cpp), admins and strangers (outsiders.cpp),
// machines that fail (disasters.cpp). What must hold at the end is in oracle.cpp.
#pragma once

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "mobile/device/sync_session.h"
#include "tests/simulation/agency.h"
#include "tests/simulation/road.h"
#include "tests/simulation/simulation.h"

namespace waymark::simulation {

/// What a schedule dwells on: most on nothing, some on what seldom comes together by itself.
enum class Theme {
  none,
  approvals,     ///< one week, a lead who approves and returns it
  tags,          ///< tags that come and go while ops are on their way
  restores,      ///< backups put in place, small pages, late answers
  caseload,      ///< participants and jobs that come, and go to somebody else
  server_clock,  ///< a server whose clock is days off, and right again
  // rare ones
  journal,    ///< a server that keeps a journal, and is restored with it
  outsiders,  ///< clients that keep less or send other than a phone does; tallies that turn wrong
  asides,     ///< what everybody edits, put aside, and backed up before it was heard of
  overlaps,   ///< a phone that is to sync while it syncs
  disks,  ///< single calls that fail, disks that cannot be written, a server put back to a copy of its files
};
Theme theme_of(std::uint64_t seed);
/// Of so many seeds in a row one has this theme, or this and each like it: seed % period == theme.
std::uint64_t period_of(Theme theme);

class World {
 public:
  World(const Template& made, Machines& machines, test::FaultyDisk& disk, const Zone& zone,
        const std::filesystem::path& folder, std::uint64_t seed, Judging judging, bool in_words);
  ~World();

  /// "" or the property that was broken.
  std::string run();
  const Trace& trace() const { return trace_; }

 private:
  /// A request that left a phone below its session, and its answer once there is one.
  struct InFlight {
    std::size_t phone;
    int life;
    device::SyncBatch batch;
    device::HttpRequest request;
    std::optional<device::HttpResponse> answer;
  };
  /// What a phone knew of a record when an edit of it was made.
  struct Known {
    std::string tip, row_op;
    std::vector<std::string> sides;
  };
  /// A client that shows what it has read, and keeps of its place on the chain no more than where it goes on.
  struct Reader {
    std::string token, person;
    Mark cursor;
    std::map<std::string, std::string> heads;  ///< by record, "" for none
  };
  using Step = void (World::*)();

  void begin_phone(std::size_t template_number);
  Peril some_peril();
  void one_step();
  Phone& any_phone();
  bool going_on() const { return verdict_.ok(); }

  // people (edits.cpp)
  void edit();
  void edit_on(Phone& phone, bool during_sync = false);
  void edit_entry(Phone& phone);
  void edit_leave(Phone& phone);
  void edit_week(Phone& phone);
  void edit_employer(Phone& phone);
  void edit_participant(Phone& phone);
  void edit_job(Phone& phone);
  void edit_approval(Phone& phone);
  void edit_schedule(Phone& phone);
  void delete_or_bring_back(Phone& phone);
  void settle();
  void settle_on(Phone& phone);
  Known look_at(Phone& phone, const std::string& rid);
  void check_names(Phone& phone, const std::string& op, const Known& before, bool settling);
  template <class R>
  void save(Phone& phone, R record, const char* what);
  void note_edit(Phone& phone, const Result<std::string>& made, const char* what);
  Instant some_start();
  Date some_week();
  std::string unknown_members(Phone& phone, const std::string& had);

  // the network (journeys.cpp)
  void whole_sync();
  void sync_whole(Phone& phone, bool good_network);
  void exchange();
  void deliver_request();
  void deliver_answer();
  void take_in(InFlight& journey);
  device::HttpRequest request_of(Phone& phone, const device::SyncBatch& batch, int limit) const;
  void watch_sent(Phone& phone, const device::HttpRequest& request);
  void check_nothing_taken(Phone& phone, const HeldRecords& before, const HeldRecords& records);
  void check_not_behind(Phone& phone, const HeldRecords& before, const Outbox& outbox,
                        const HeldRecords& records);
  void compare_after(Phone& phone, const Holding& before, const std::set<std::string>& edited);
  void after_wipe(Phone& phone, const Outbox& before, const std::set<std::string>& meanwhile,
                  WipeOrder order);

  // admins and strangers (outsiders.cpp)
  void admin_acts();
  void reassign_participant();
  void stranger_sends();
  void read_history();
  void read_week();
  std::vector<OpResult> send_raw(const std::string& token, const std::vector<Op>& ops);
  std::optional<std::string> token_of(const std::string& person);
  void enrol_anew(Phone& phone, bool good_network);

  // what seldom comes together by itself (coincidences.cpp)
  void lead_decides();
  void schedule_changes();
  void caseload_grows();
  void refused_comes_again();
  void check_dependents();
  void tag_comes_or_goes();
  void participant_given_away();
  void phone_changes_hands();
  void import_fails();
  void write_between();

  // what no schedule comes to by itself (hard_cases.cpp)
  void restore_with_journal();
  void server_dies_in_journal();
  void journal_fills();
  void employer_edited();
  void reader_reads();
  std::optional<SyncResponse> read_page(int limit);
  void check_reader();
  void record_doubled();
  void tally_turns_wrong();
  void phone_disk_errs();
  void phone_disk_read_only();
  void server_disk_errs();
  void server_disk_read_only();
  void server_is_copied();
  void server_is_put_back();

  // machines that fail (disasters.cpp)
  void time_passes();
  void clock_jumps();
  void server_clock_jumps();
  void server_dies();
  void server_dies_in_request();
  void server_disk_fills();
  void server_disk_is_freed();
  void backup();
  void restore();
  void phone_dies();
  void phone_dies_in_write();
  void phone_disk_fills();
  void phone_disk_is_freed();
  void phone_is_copied();
  void phone_is_put_back();
  void phone_is_cloned();

  // the end (oracle.cpp)
  void heal();
  bool sync_until_rest();
  bool is_at_rest(Phone& phone);
  void check_end();
  void check_accounted_for();
  void check_refused(Phone& phone);
  bool is_its_makers_to_settle(const LedgerOp& entry);
  void check_mirror(Phone& phone);
  void check_weeks(Phone& phone, const std::set<std::string>& pending);
  bool is_settled(const std::string& rid) const;
  bool is_in_a_later_op(const std::string& id) const;
  bool may_be_refused_later(const std::string& id, const Op& op) const;
  void settle_everything();

  const Template& made_;
  Machines& machines_;
  const Zone& zone_;
  std::filesystem::path folder_;
  std::uint64_t seed_;
  Theme theme_ = theme_of(seed_);
  int weeks_ = 3;                                  ///< in which people work
  std::map<std::string, std::string> dependents_;  ///< op of a job → op of the participant it came with
  SeededRandom dice_;
  SeededRandom foreign_ids_;  ///< of ops that no phone makes
  WorldClock clock_;
  Trace trace_;
  Verdict verdict_;
  Stage stage_;
  Ledger ledger_;
  std::unique_ptr<ServerSite> site_;
  std::vector<std::unique_ptr<Phone>> phones_;
  std::vector<std::pair<std::size_t, PhoneCopy>> copies_;  // of which phone
  std::vector<InFlight> in_flight_;
  std::optional<Reader> reader_;
  int steps_ = 0;
  int notes_ = 0;
  bool cloned_ = false;
};

}  // namespace waymark::simulation
