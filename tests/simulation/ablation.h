// Taking a rule out of the code under test (shared/sync/rule.h), and letting something happen at a moment
// that a test cannot reach from outside. For programs that link the `…_ablatable` libraries.
//
// Both are the process's, since the code under test asks from whatever thread it runs on; rules are taken out
// and put back while nothing runs.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/sync/rule.h"

namespace waymark::simulation {

/// All rules, in the order of rule.h.
std::vector<Rule> every_rule();
/// "op_known": as in rule.h.
std::string_view name_of(Rule rule);
/// None for a name that no rule has.
std::optional<Rule> rule_named(std::string_view name);

/// While it lives, one rule does not hold. Two of them at once show whether rules stand in for each other.
class WithoutRule {
 public:
  explicit WithoutRule(Rule rule);
  ~WithoutRule();
  WithoutRule(const WithoutRule&) = delete;
  WithoutRule& operator=(const WithoutRule&) = delete;

 private:
  Rule rule_;
};

/// While it lives, `happens` is called whenever the code under test passes `moment`, on the thread that does.
/// It is not called again from within itself.
class AtMoment {
 public:
  AtMoment(Moment moment, std::function<void()> happens);
  ~AtMoment();
  AtMoment(const AtMoment&) = delete;
  AtMoment& operator=(const AtMoment&) = delete;
};

}  // namespace waymark::simulation
