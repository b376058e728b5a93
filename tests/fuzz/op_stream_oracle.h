// What must be true of a store whatever ops it was given. Beside the store's own `verify`, a second and plain
// working of sync.md's rules 3 to 6, in maps: what each accepted op must have become, which edits are listed
// beside which heads, and how long the chain is.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/fuzz/op_stream_world.h"

namespace waymark::server::fuzz {

class Oracle {
 public:
  /// What is in the store already was written by the server.
  explicit Oracle(World& world) : world_(world) { server_wrote(); }

  /// An op went in and was answered.
  void answered(const ReceivedOp& received, const Someone& author, const OpResult& result);
  /// The server wrote something of its own: what it was is read from the log.
  void server_wrote();
  /// After the input: the store is what it must be.
  void check_all();

 private:
  struct Known {
    ReceivedOp received;
    const Someone* author = nullptr;  ///< none: the server
    OpResult result;                  ///< the first answer
  };
  struct Record {
    RecordType type = RecordType::entry;
    std::string head;
    std::set<std::string> conflicts;
    std::vector<std::string> held;
  };

  void enter(const Op& op, OpStatus said);
  OpStatus decide(const Record& record, const Op& op) const;
  void settle(Record& record, const Op& op, OpStatus status);
  void replay_held(std::string_view specialist, Date week);
  bool is_approved(const Record& record) const;
  bool in_approved_week(const Record& record, const Op& op) const;
  std::vector<Date> weeks_of_op(const Op& op) const;
  void may_have_written(const Op& op, const Someone& author) const;

  void check_records();
  void check_chain();
  void check_nothing_lost();
  void check_repeats();
  void check_pages();

  World& world_;
  std::int64_t seq_ = 0;  ///< how long the chain must be
  std::map<std::string, Op> ops_;
  std::map<std::string, Record> records_;
  std::vector<Known> known_;
  std::map<std::string, std::size_t> known_by_id_;
};

}  // namespace waymark::server::fuzz
