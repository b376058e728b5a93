// The server's tables against the model: what each op is by now, what is listed, and the weekly tallies,
// counted again from the model's heads by nothing but the lengths of their spans.
#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "tests/simulation/server_site.h"

namespace waymark::simulation {
namespace {

using PersonWeek = std::pair<std::string, std::string>;

/// Seconds that at least one span covers.
std::int64_t covered_seconds(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& one, const Span& other) { return one.begin < other.begin; });
  Millis covered{0};
  auto until = Instant{};
  for (const auto& span : spans) {
    const auto from = std::max(span.begin, until);
    if (span.end > from) covered += span.end - from;
    until = std::max(until, span.end);
  }
  return std::chrono::duration_cast<std::chrono::seconds>(covered).count();
}

struct WeekOfOne {
  std::vector<Span> spans;
  bool running = false;
};

std::map<PersonWeek, WeekOfOne> touched_weeks(const ReferenceModel& model) {
  std::map<PersonWeek, WeekOfOne> weeks;
  for (const auto& [rid, record] : model.records()) {
    const auto* head = model.head_of(rid);
    const bool counts = record.type == RecordType::entry || record.type == RecordType::leave;
    if (!counts || head == nullptr || head->op.deleted) continue;
    for (const auto week : model.weeks_of(*head)) {
      auto& one = weeks[{record.owner, format_date(week)}];
      if (record.type == RecordType::leave) continue;
      if (!head->facts.ends_at) one.running = true;
      const Span whole{model.zone().start_of(week), model.zone().start_of(add_days(week, 7))};
      one.spans.push_back(
          intersect({*head->facts.starts_at, head->facts.ends_at.value_or(*head->facts.starts_at)}, whole));
    }
  }
  return weeks;
}

}  // namespace

void ServerSite::check_tables() {
  auto& verdict = stage_.verdict;
  if (!tables_) tables_ = std::make_unique<ServerTables>(folder_ / ServerMachine::file_name);
  std::size_t known = 0;
  for (const auto& row : tables_->ops_after(0)) {
    ++known;
    if (model_.find(row.op) == nullptr) return verdict.broken("op {} was never sent by anybody", row.op);
    if (row.status != model_.status_of(row.op))
      return verdict.broken("op {} is {} now, and by the rules it is {}", row.op, to_wire(row.status),
                            to_wire(model_.status_of(row.op)));
  }
  if (known != model_.ops().size()) return verdict.broken("the server has lost an op from its tables");
  std::vector<std::string> conflicts, held;
  for (const auto& [rid, record] : model_.records()) {
    conflicts.insert(conflicts.end(), record.conflicts.begin(), record.conflicts.end());
    held.insert(held.end(), record.held.begin(), record.held.end());
  }
  const auto as_listed = [this](std::vector<std::string> ops, const char* table) {
    auto listed = tables_->listed(table);
    std::sort(ops.begin(), ops.end());
    std::sort(listed.begin(), listed.end());
    return ops == listed;
  };
  if (!as_listed(conflicts, "conflicts"))
    return verdict.broken("the server lists other conflicts than there are");
  if (!as_listed(held, "held")) return verdict.broken("the server lists other held ops than there are");
  check_tallies();
}

void ServerSite::check_tallies() {
  auto& verdict = stage_.verdict;
  auto weeks = touched_weeks(model_);
  for (const auto& tally : tables_->tallies()) {
    const auto week = weeks.find({tally.person, tally.week});
    if (week == weeks.end())
      return verdict.broken("the week of {} is tallied and has no entries", tally.week);
    const auto value = boost::json::parse(tally.json);
    const auto seconds = [&](const char* name) { return value.at(name).to_number<std::int64_t>(); };
    const auto counted = seconds("community_s") + seconds("on_site_s") + seconds("not_worked_s");
    if (!week->second.running && counted != covered_seconds(week->second.spans))
      return verdict.broken("the week of {} is tallied as {} s and its entries cover {} s", tally.week,
                            counted, covered_seconds(week->second.spans));
    weeks.erase(week);
  }
  if (!weeks.empty()) verdict.broken("the week of {} has entries and no tally", weeks.begin()->first.second);
}

}  // namespace waymark::simulation
