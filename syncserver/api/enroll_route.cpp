#include <fmt/format.h>

#include "shared/sync/message_codec.h"
#include "syncserver/accounts/enrol_code.h"
#include "syncserver/api/error_answer.h"
#include "syncserver/api/routes.h"

namespace waymark::server {

namespace {

HttpResponse slow_down(Millis wait) {
  auto response = error_answer({ErrorCode::slow_down,
                                "Too many wrong codes came from this address; wait a minute and try again.",
                                {}});
  response.headers.emplace_back("Retry-After",
                                fmt::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count()));
  return response;
}

HttpResponse enroll(const ApiContext& context, const HttpRequest& request) {
  auto asked = parse_enroll_request(request.body);
  if (!asked) return error_answer(asked.error());
  asked->code = normalised_code(asked->code);

  // Counted before the store is asked, so that a burst of tries at once is counted whole.
  const auto key = throttle_key(request.client_address);
  if (const auto wait = context.enrol_tries.take(key, context.clock.now())) return slow_down(*wait);
  const auto enrolled = context.store.enroll(*asked);
  if (enrolled || enrolled.error().code != ErrorCode::bad_code) context.enrol_tries.give_back(key);
  if (!enrolled) return error_answer(enrolled.error());
  return ok_json(to_json(*enrolled));
}

}  // namespace

void add_enroll_route(Router& router, ApiContext context) {
  router.add("POST", "/v1/enroll", [context](HttpRequest& request) { return enroll(context, request); });
}

}  // namespace waymark::server
