#include "tests/simulation/ledger.h"

namespace waymark::simulation {

void Ledger::enter(Op op, const std::string& phone) {
  enter_foreign(op);
  const auto id = op.op;
  auto& entered = ops_[id];
  entered.op = std::move(op);
  entered.phone = phone;
}

void Ledger::enter_foreign(const Op& op) {
  seen_.try_emplace(op.op, op);
}

const Op* Ledger::find_op(const std::string& op) const {
  const auto found = seen_.find(op);
  return found == seen_.end() ? nullptr : &found->second;
}

void Ledger::excuse(const std::string& op, const std::string& why) {
  if (const auto found = ops_.find(op); found != ops_.end() && found->second.excuse.empty())
    found->second.excuse = why;
}

bool Ledger::descends(const std::string& newer, const std::string& older) const {
  std::set<std::string> seen;
  std::vector<std::string> waiting{newer};
  while (!waiting.empty()) {
    const auto op = std::move(waiting.back());
    waiting.pop_back();
    const auto* known = find_op(op);
    if (known == nullptr) continue;
    if (known->names(older)) return true;
    for (const auto* list : {&known->parents, &known->anc})
      for (const auto& name : *list)
        if (seen.insert(name).second) waiting.push_back(name);
  }
  return false;
}

}  // namespace waymark::simulation
