// Every op that ever became durable on a device, what it said, and what excuses its absence from the server
// at the end. Nothing else may be missing.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "shared/sync/messages.h"

namespace waymark::simulation {

struct LedgerOp {
  Op op;
  std::string phone;          ///< its name
  bool from_row = false;      ///< its phone had it from a row: somebody else made it
  std::string excuse;         ///< "": it must be accounted for
  bool refused = false;       ///< its phone was told so
  bool acknowledged = false;  ///< its phone was told that the server has it
  bool held = false;          ///< its phone was told so: as a record's only op it is shown nowhere since
  bool discarded = false;     ///< by its person, after it was refused
  /// The bytes in which it first left, by who held it: a clone of a phone, and a phone put back to a copy of
  /// its files, hold its unsent ops as well, and each may still take a tag out of an op that never left it.
  std::map<std::string, std::string> sent;
  bool sent_differently = false;  ///< by two who held it: the server takes the first and refuses the other
};

class Ledger {
 public:
  void enter(Op op, const std::string& phone);
  bool knows(const std::string& op) const { return ops_.contains(op); }
  LedgerOp& at(const std::string& op) { return ops_.at(op); }
  void excuse(const std::string& op, const std::string& why);
  const std::map<std::string, LedgerOp>& ops() const { return ops_; }
  /// A verified backup holds it: its phone may forget it.
  void note_in_backup(const std::string& op) { in_backups_.insert(op); }
  bool is_in_backup(const std::string& op) const { return in_backups_.contains(op); }
  /// An older backup was put in place: what newer ones held is safe no more.
  void forget_backups() { in_backups_.clear(); }
  /// The same of what the server does not have any more.
  template <class Has>
  void keep_in_backups(Has&& has) {
    std::erase_if(in_backups_, [&](const std::string& op) { return !has(op); });
  }

  /// `older` is among the parents or anc of `newer`, or of one of those, and so on.
  bool descends(const std::string& newer, const std::string& older) const;
  /// By op: what its phone showed of the record when it was made.
  std::map<std::string, std::string> made_on;

  /// Ops that need not be accounted for but that others name: hostile ones and those made on the server.
  void enter_foreign(const Op& op);
  /// Of either kind; null if it was never seen.
  const Op* find_op(const std::string& op) const;

 private:
  std::map<std::string, LedgerOp> ops_;
  std::set<std::string> in_backups_;
  std::map<std::string, Op> seen_;  // all ops, whoever made them
};

}  // namespace waymark::simulation
