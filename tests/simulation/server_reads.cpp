// Who may read what at the server, and what it says then.
#include "shared/sync/message_codec.h"
#include "tests/simulation/server_site.h"

namespace waymark::simulation {

void ServerSite::check_reading(const device::HttpRequest& request, const server::HttpResponse& answer) {
  constexpr std::string_view history = "/v1/history/", weeks = "/v1/people/";
  const auto device = model_.devices.find(request.token);
  const bool admitted = device != model_.devices.end() && !device->second.revoked &&
                        !model_.people.at(device->second.person).disabled;
  if (!admitted) {
    if (answer.status != 401)
      stage_.verdict.broken("a device that is not admitted was answered {}", answer.status);
  } else if (request.path.starts_with(history)) {
    check_history(device->second.person, request.path.substr(history.size()), answer);
  } else if (request.path.starts_with(weeks)) {
    check_week(device->second.person, request.path.substr(weeks.size()), answer);
  }
}

void ServerSite::check_history(const std::string& viewer, const std::string& rid,
                               const server::HttpResponse& answer) {
  stage_.trace.count(Happening::history_read);
  int wanted = 404;
  if (model_.record(rid) != nullptr) wanted = model_.may_read(viewer, rid, now()) ? 200 : 403;
  if (answer.status != wanted)
    return stage_.verdict.broken("the history of {} was answered {} and not {}", rid, answer.status, wanted);
  if (wanted != 200) return;
  const auto told = parse_history(answer.body);
  std::size_t known = 0;
  for (const auto& [id, op] : model_.ops()) known += op->op.rid == rid ? 1 : 0;
  if (!told || told->ops.size() != known) stage_.verdict.broken("the history of {} is not all of it", rid);
}

/// `asked`: "<person>/week?start=<date>".
void ServerSite::check_week(const std::string& viewer, const std::string& asked,
                            const server::HttpResponse& answer) {
  stage_.trace.count(Happening::week_read);
  constexpr std::size_t uuid_length = 36;
  const auto person = asked.substr(0, uuid_length);
  const auto start = *parse_date(asked.substr(asked.find('=') + 1), "start");
  const auto week = add_days(start, -weekday_index(start));
  int wanted = 200;
  if (!model_.people.contains(person))
    wanted = 404;
  else if (!model_.may_see_week(viewer, person, week, now()))
    wanted = 403;
  else if (start != week)
    wanted = 400;
  if (answer.status != wanted)
    return stage_.verdict.broken("a week was answered {} and not {}", answer.status, wanted);
  if (wanted != 200) return;
  const auto state = model_.week_state(person, week);
  if (answer.body.find(fmt::format(R"("state":"{}")", state)) == std::string::npos)
    stage_.verdict.broken("the server does not say of the week of {} that it is {}", format_date(week),
                          state);
}

}  // namespace waymark::simulation
