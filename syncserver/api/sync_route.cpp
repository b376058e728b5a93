#include "shared/sync/message_codec.h"
#include "syncserver/api/device_auth.h"
#include "syncserver/api/error_answer.h"
#include "syncserver/api/routes.h"

namespace waymark::server {

namespace {

/// A revoked device that was told to erase its store says so in its last request, which is refused like the
/// others but must not go unnoticed.
void note_last_words(CentralStore& store, const Admission& admission, const HttpRequest& request) {
  if (admission.refusal->code != ErrorCode::device_revoked || admission.device.device_id.empty()) return;
  const auto asked = parse_sync_request(request.body);
  if (asked && asked->wiped) store.note_wiped(admission.device.device_id);
}

HttpResponse sync(CentralStore& store, const HttpRequest& request) {
  const auto admission = admit(store, request);
  if (admission.refusal) {
    note_last_words(store, admission, request);
    return refusal_answer(admission);
  }
  const auto asked = parse_sync_request(request.body);
  if (!asked) return error_answer(asked.error());
  if (asked->protocol != protocol_version)
    return error_answer({ErrorCode::upgrade_required,
                         asked->protocol < protocol_version
                             ? "This app is too old for the server; update it, nothing is lost."
                             : "The server is older than this app; ask the sync admin to update it.",
                         "protocol"});
  const auto answered = store.sync(admission.device, *asked);
  if (answered) return ok_json(to_json(*answered));
  auto response = error_answer(answered.error());
  if (response.status == 503) response.headers.emplace_back("Retry-After", "2");
  return response;
}

}  // namespace

void add_sync_route(Router& router, ApiContext context) {
  router.add("POST", "/v1/sync", [context](HttpRequest& request) { return sync(context.store, request); });
}

}  // namespace waymark::server
