// What the server must answer, worked out a second time from sync.md: rules 1 to 6 over ops, the chain,
// rights and sight, pages of rows, scope and safe_seq, on plain maps and in code of its own. The simulation
// gives it every request the server got, in the same order, and compares the answers to the last member.
//
// Copyable: a copy is a backup, or what was before a request of which nobody knows whether it was committed.
// Bodies are checked only for the faults that the simulation makes.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/error.h"
#include "shared/sync/messages.h"
#include "shared/time/week.h"

namespace SQLite {
class Database;
}

namespace waymark::simulation {

/// What an op's body says of what the rules look at.
struct Facts {
  std::string specialist;   ///< specialist_id; "" where the type has none
  std::string participant;  ///< jobs
  std::optional<Instant> starts_at, ends_at;
  std::optional<Date> day;  ///< date, week_start or effective_from
  std::string state;        ///< weeks and approvals
  int running_cap_hours = 12;
  Role role = Role::specialist;
  std::string team, name;
  std::optional<Error> fault;  ///< code and field: no server may take it
};

struct ModelOp {
  Op op;
  std::string payload;
  Facts facts;
  std::string author;       ///< person id; "" for the server
  std::string device_name;  ///< "" for the server
  Instant received_at{};
};

struct ModelRecord {
  RecordType type = RecordType::entry;
  std::string head;  ///< "": only held ops
  std::vector<std::string> conflicts, held;
  std::int64_t seq = 0;
  std::string owner;        ///< whose phones get it; "" for everyone's
  std::string participant;  ///< jobs: rid of the participant
};

struct ModelPerson {
  Role role = Role::specialist;
  std::map<Date, std::string> teams;
  bool disabled = false;
  std::int64_t scope = 1;
  std::string team_on(Date date) const;
};

struct ModelDevice {
  std::string id, name, person;
  bool revoked = false, wiped = false;
  WipeOrder wipe = WipeOrder::none;
};

struct ModelCode {
  std::string person;
  Instant expires_at{};
  std::string token;  ///< of the device it was used for; "": not used
};

struct LogLine {
  std::string op;
  OpStatus status = OpStatus::head;
  std::string chain;  ///< hex
};

struct Refusal {
  std::string payload;
  OpResult result;
  std::string author;  ///< whom it was told
};

/// An answer to POST /v1/sync: 200 with a body, or an error.
struct Expected {
  int status = 200;
  ErrorCode code = ErrorCode::internal;
  WipeOrder wipe = WipeOrder::none;  ///< of an error answer
  SyncResponse body;
};

class ReferenceModel {
 public:
  explicit ReferenceModel(const Zone& zone) : zone_(&zone) {}

  // --- what happens to the server --------------------------------------------------------------------------
  Expected sync(std::string_view token, const SyncRequest& request, Instant now);
  /// An op the server made itself.
  void server_op(const Op& op, const std::string& payload, const std::string& actor, Instant now,
                 std::optional<Date> team_from = std::nullopt);

  /// Becomes what the server's tables say, whatever the rules would have made of it (follow_tables.cpp).
  /// Devices must be known already.
  void follow(SQLite::Database& database);
  /// A restore with a whole journal: all that was accepted is there, what a journal does not hold as it was.
  void restored_with_journal(const ReferenceModel& backup);
  void know_refused(const std::string& op) { refused_.try_emplace(op); }

  // --- what it knows
  // -----------------------------------------------------------------------------------------
  Mark tail() const;
  std::vector<Row> rows_in_sight(const std::string& person, std::int64_t after, std::size_t limit) const;
  OpStatus status_of(const std::string& op) const { return statuses_.at(op); }
  /// An op's first place on the chain.
  std::int64_t place_of(const std::string& op) const { return places_.at(op); }
  const ModelOp* find(const std::string& op) const;
  const ModelRecord* record(const std::string& rid) const;
  const ModelOp* head_of(const std::string& rid) const;
  bool is_refused_op(const std::string& op) const { return refused_.contains(op); }
  /// How it was refused; null if it was not.
  const Refusal* refusal(const std::string& op) const;
  bool may_write_now(const Op& op, const std::string& person, Instant now) const;
  bool may_read(const std::string& person, const std::string& rid, Instant now) const;
  bool may_see_week(const std::string& viewer, const std::string& person, Date week, Instant now) const;
  /// open | submitted | approved | returned.
  std::string week_state(const std::string& person, Date week) const;
  bool is_week_approved(const std::string& person, Date week) const;
  Date week_of_instant(Instant instant) const;
  /// The weeks an entry or leave reaches into.
  std::vector<Date> weeks_of(const ModelOp& op) const;
  const Zone& zone() const { return *zone_; }

  std::map<std::string, ModelPerson> people;                ///< by person id
  std::map<std::string, ModelDevice, std::less<>> devices;  ///< by token
  std::map<std::string, ModelCode> codes;
  std::int64_t safe_seq = 0;
  /// A week whose tally is wrong by now: person and first day.
  std::optional<std::pair<std::string, Date>> wrong_tally;

  const std::vector<LogLine>& log() const { return log_; }
  const std::map<std::string, std::shared_ptr<const ModelOp>>& ops() const { return ops_; }
  const std::map<std::string, ModelRecord>& records() const { return records_; }
  std::size_t refused_count() const { return refused_.size(); }
  std::size_t conflict_count() const;
  std::size_t held_count() const;

 private:
  struct Author {
    std::string person, device_name;
    bool server = false;
  };

  OpResult accept(const ReceivedOp& received, const Author& author, Instant now,
                  std::optional<Date> team_from = std::nullopt);
  OpResult refuse(const ReceivedOp& received, OpStatus status, ErrorCode code, std::string field);
  std::optional<Error> wrong_rights(const ModelOp& op, const Author& author, Instant now) const;
  std::optional<Error> wrong_policy(const ModelOp& op) const;
  bool may_write(const std::string& writer, RecordType type, const std::string& about,
                 std::optional<Date> week, Instant now) const;
  bool leads(const std::string& lead, const std::string& specialist, Date date, Instant now) const;
  /// The person a record is about, "" for everyone's; none where it names somebody unknown.
  std::optional<std::string> owner_of(const ModelOp& op) const;
  OpStatus decide(const ModelOp& op) const;
  bool reaches_approved_week(const ModelOp& op) const;
  void write_log(const std::string& op, OpStatus status);
  /// Rules 3 to 6 for an op that is not refused; again for one that was held.
  OpStatus place(const std::shared_ptr<const ModelOp>& op, std::optional<Date> team_from);
  void become_head(ModelRecord& record, const std::shared_ptr<const ModelOp>& op,
                   std::optional<Date> team_from);
  void clear_named(ModelRecord& record, const Op& op);
  void replay(const std::string& person, Date week);
  bool is_approving(const ModelRecord& record) const;
  bool lies_on_chain(const Mark& mark) const;
  Mark mark_at(std::int64_t seq) const;
  std::vector<std::pair<std::string, const ModelOp*>> policies(const ModelOp* changed = nullptr) const;
  const ModelOp* policy_of(Date week, const ModelOp* changed = nullptr) const;
  Date today(Instant now) const { return zone_->date_of(now); }
  SideOp side(const std::string& op) const;

  void follow_people(SQLite::Database& database);
  void follow_ops(SQLite::Database& database);

  const Zone* zone_;
  std::vector<LogLine> log_;
  std::map<std::string, std::shared_ptr<const ModelOp>> ops_;
  std::map<std::string, OpStatus> statuses_;    // as of now
  std::map<std::string, std::int64_t> places_;  // first place on the chain
  std::map<std::string, Refusal> refused_;
  std::string asking_;  ///< the author of the op that is judged
  std::map<std::string, ModelRecord> records_;
};

/// Reads what the rules look at, and finds the faults the simulation makes.
Facts facts_of(const Op& op, Instant now);
/// Equal as JSON, whatever the order of members.
bool same_body(const std::string& one, const std::string& other);

}  // namespace waymark::simulation
