#include "shared/ids.h"
#include "shared/tally/tally_codec.h"
#include "syncserver/api/device_auth.h"
#include "syncserver/api/error_answer.h"
#include "syncserver/api/routes.h"

namespace waymark::server {

namespace {

/// The codes of single records mean nothing about a whole request: those answers are bad_request, with the
/// field.
HttpResponse week_error(Error error) {
  if (http_status(error.code) == 400) error.code = ErrorCode::bad_request;
  return error_answer(error);
}

Result<Date> start_of(const HttpRequest& request) {
  const auto text = request.query_value("start");
  if (!text)
    return fail(ErrorCode::bad_request, "Say which week: ?start=YYYY-MM-DD, its first day.", "start");
  return parse_date(*text, "start");
}

HttpResponse person_week(CentralStore& store, const HttpRequest& request, const Viewer& viewer) {
  const auto& person = request.params.at("id");
  if (!is_uuid(person)) return error_answer({ErrorCode::not_found, "There is no such person.", "id"});
  const auto start = start_of(request);
  if (!start) return week_error(start.error());
  const auto week = store.person_week(viewer, person, *start);
  return week ? ok_json(to_json(week->tally, week->owner)) : week_error(week.error());
}

HttpResponse team_week(CentralStore& store, const HttpRequest& request, const Viewer& viewer) {
  const auto start = start_of(request);
  if (!start) return week_error(start.error());
  const auto week = store.team_week(viewer, *start);
  return week ? ok_json(to_json(*week)) : week_error(week.error());
}

}  // namespace

void add_week_routes(Router& router, ApiContext context) {
  auto& store = context.store;
  router.add("GET", "/v1/people/{id}/week",
             for_readers(store, context.secure, [&store](HttpRequest& request, const Viewer& viewer) {
               return person_week(store, request, viewer);
             }));
  router.add("GET", "/v1/team/week",
             for_readers(store, context.secure, [&store](HttpRequest& request, const Viewer& viewer) {
               return team_week(store, request, viewer);
             }));
}

}  // namespace waymark::server
