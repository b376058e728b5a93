#include "tests/simulation/road.h"

namespace waymark::simulation {
namespace {

constexpr std::string_view unknown_row =
    R"({"seq":1,"rid":"0190b000-0000-7000-8000-00000000ffff","type":"coaching_plan","op":)"
    R"("0190b000-0000-4000-8000-00000000ffff","parents":[],"anc":[],"deleted":false,"body":{"goals":3},)"
    R"("conflicts":[],"held":[]})";

Result<device::HttpResponse> broken_connection() {
  return fail(ErrorCode::unreachable, "The server cannot be reached: check the connection.");
}

}  // namespace

std::string with_old_protocol(std::string request) {
  constexpr std::string_view present = "\"protocol\":1";
  if (const auto at = request.find(present); at != std::string::npos) request[at + present.size() - 1] = '0';
  return request;
}

std::string with_unknown_row(std::string answer) {
  constexpr std::string_view rows = "\"rows\":[";
  const auto at = answer.find(rows);
  if (at == std::string::npos) return answer;
  const bool alone = answer[at + rows.size()] == ']';
  return answer.insert(at + rows.size(), std::string(unknown_row) + (alone ? "" : ","));
}

Result<device::HttpResponse> Road::send(const device::HttpRequest& request, device::Abort&) {
  if (on_way_) on_way_(request);
  const auto fate = choose_ ? choose_() : Fate::arrives;
  if (fate == Fate::request_lost) return broken_connection();
  auto sent = request;
  if (fate == Fate::too_old) sent.body = with_old_protocol(std::move(sent.body));
  if (fate == Fate::repeated) (void)site_.handle(sent);
  auto answer = site_.handle(sent);
  if (!answer || fate == Fate::answer_lost) return broken_connection();
  if (fate == Fate::answer_cut) answer->body.resize(answer->body.size() / 2);
  if (fate == Fate::unknown_type && answer->status == 200)
    answer->body = with_unknown_row(std::move(answer->body));
  return *answer;
}

}  // namespace waymark::simulation
