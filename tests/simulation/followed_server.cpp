// The server's machine where the model follows it: whatever it answers is taken, and judged by what comes of
// it.
#include "shared/sync/message_codec.h"
#include "tests/simulation/server_site.h"

namespace waymark::simulation {

void ServerSite::follow() {
  if (!is_up()) return;
  if (!tables_) tables_ = std::make_unique<ServerTables>(folder_ / ServerMachine::file_name);
  model_.follow(tables_->database());
  outcome_.look(model_);
  outcome_.look_at_tallies(model_, tables_->tallies());
}

bool ServerSite::is_as_before() {
  if (!stage_.by_outcome) return is_as(model_) || is_as_doubted();
  follow();
  return true;
}

std::optional<device::HttpResponse> ServerSite::followed_sync(const device::HttpRequest& request,
                                                              const SyncRequest& asked) {
  if (plan_) start_plan();
  const auto answer = route(request);
  if (answer.status == 200) {
    if (const auto told = parse_sync_response(answer.body)) {
      outcome_.answered(asked, *told);
      count_results(*told);
      for (const auto& result : told->results)
        if (is_refused(result.status) && model_.find(result.op) == nullptr) model_.know_refused(result.op);
    }
  }
  if (plan_) {
    const auto plan = *plan_;
    plan_.reset();
    if (has_died(plan)) {
      stage_.trace.count(Happening::server_killed_in_request);
      stage_.trace.note("the server dies in the request, at change {} of its {}", plan.change,
                        plan.in_journal ? "journal" : "disk");
      die_and_boot(plan.power_cut);
      follow();
      return std::nullopt;
    }
    outlive(plan);
  }
  follow();
  return device::HttpResponse{answer.status, answer.body, std::nullopt};
}

}  // namespace waymark::simulation
