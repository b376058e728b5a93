// A server of the tests: sync.md's rules in memory, behind the Transport seam and over the real wire codec.
// Written for reading, one person's agency, no rights but what the tests ask for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mobile/device/transport.h"
#include "shared/sync/messages.h"
#include "shared/time/zone.h"

namespace waymark::device::testing {

class FakeServer final : public Transport {
 public:
  struct KnownOp {
    Op op;
    OpStatus status = OpStatus::head;
    std::int64_t seq = 0;
    std::string device_name;
    std::optional<Error> refused;
  };
  struct Record {
    RecordType type = RecordType::entry;
    std::string head;  // "": only held ops
    std::vector<std::string> conflicts, held;
    std::int64_t seq = 0;
  };
  /// All that a backup holds.
  struct State {
    std::int64_t seq = 0;
    std::vector<std::string> chain = {""};  // by seq
    std::map<std::string, KnownOp> ops;
    std::map<std::string, Record> records;
  };

  explicit FakeServer(const Clock& clock);
  /// One that knows what `other` knows.
  FakeServer(const FakeServer& other, const Clock& clock);

  // --- over the wire
  // ----------------------------------------------------------------------------------------
  Result<HttpResponse> send(const HttpRequest& request, Abort& abort) override;
  std::string answer_sync(const std::string& request_json, const std::string& device_name);

  // --- what tests do to it
  // ----------------------------------------------------------------------------------
  /// An op made on the server or by another device; returns how it ended.
  OpStatus push(const Op& op, const std::string& device_name = "");
  /// A record made on the server, as op with a new id; returns the op's id.
  std::string put(RecordType type, const std::string& rid, const std::string& body, bool deleted = false);
  void approve(const std::string& specialist, Date week, ApprovalState state = ApprovalState::approved);

  const KnownOp* op(const std::string& id) const;
  const Record& record(const std::string& rid) const { return state.records.at(rid); }
  std::string head_body(const std::string& rid) const;

  State state;
  std::int64_t safe_seq = 0;
  std::int64_t scope = 1;
  std::set<std::string> hidden;  ///< rids out of this person's sight
  WipeOrder wipe = WipeOrder::none;
  /// Refuses an op: by default one whose body holds "refuse me".
  std::function<std::optional<Error>(const Op&)> refuses;
  /// Answers the next requests instead of the rules, until it answers none.
  std::function<std::optional<HttpResponse>(const HttpRequest&)> instead;
  std::map<std::string, EnrollResponse> codes;    ///< unused enrolment codes
  std::map<std::string, std::string> used_codes;  ///< code → token
  std::vector<SyncRequest> requests;              ///< every sync request that arrived
  std::vector<std::string> tokens;                ///< with each request, in the same order
  bool last_was_wiped = false;

 private:
  HttpResponse enroll(const std::string& json);
  std::string write_seq(const std::string& rid, const std::string& op, OpStatus status);
  void place(const Op& op, const std::string& device_name, bool again);
  bool ancestor(const Record& record, const std::string& op) const;
  bool touches_approved_week(const Op& op, const Record* record) const;
  bool in_approved_week(RecordType type, const std::string& body) const;
  void release_held(const std::string& specialist, Date week);
  std::vector<Row> rows_after(std::int64_t seq, std::size_t limit) const;
  SideOp side(const std::string& op) const;

  const Clock& clock_;
  Zone zone_;
  int made_ = 0;
};

/// A network in front of a server: `fate` says of each request what becomes of it.
enum class Fate { arrives, request_lost, answer_lost, twice, times_out };

class LossyTransport final : public Transport {
 public:
  LossyTransport(Transport& server, std::function<Fate()> fate) : server_(server), fate_(std::move(fate)) {}
  Result<HttpResponse> send(const HttpRequest& request, Abort& abort) override;

 private:
  Transport& server_;
  std::function<Fate()> fate_;
};

}  // namespace waymark::device::testing
