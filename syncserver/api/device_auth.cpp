#include "syncserver/api/device_auth.h"

#include <algorithm>

#include "syncserver/accounts/enrol_code.h"
#include "syncserver/accounts/session_cookie.h"
#include "syncserver/api/error_answer.h"

namespace waymark::server {

std::string_view bearer_token(const HttpRequest& request) {
  constexpr std::string_view scheme = "bearer ";
  const auto value = request.header("authorization").value_or("");
  const bool is_bearer = value.size() > scheme.size() &&
                         std::equal(scheme.begin(), scheme.end(), value.begin(), [](char wanted, char given) {
                           return wanted == (given >= 'A' && given <= 'Z' ? given - 'A' + 'a' : given);
                         });
  if (!is_bearer) return {};
  const auto token = value.substr(scheme.size());
  return is_device_token(token) ? token : std::string_view();
}

Admission admit(CentralStore& store, const HttpRequest& request) {
  const auto token = bearer_token(request);
  if (!token.empty()) return store.device_by_token(token);
  Admission nobody;
  nobody.refusal = Error{ErrorCode::unauthorized, "This needs the token of an enrolled device.", {}};
  return nobody;
}

HttpResponse refusal_answer(const Admission& admission) {
  auto response = error_answer(*admission.refusal, admission.wipe);
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

HttpHandler for_devices(CentralStore& store, DeviceHandler handler) {
  return [&store, handler = std::move(handler)](HttpRequest& request) {
    const auto admission = admit(store, request);
    if (admission.refusal) return refusal_answer(admission);
    return handler(request, admission.device);
  };
}

HttpHandler for_readers(CentralStore& store, bool secure, ReaderHandler handler) {
  return [&store, secure, handler = std::move(handler)](HttpRequest& request) {
    if (!request.header("authorization")) {
      const auto token = cookie_value(request.header("cookie").value_or(""), session_cookie_name(secure));
      if (const auto session = token.empty() ? std::nullopt : store.session(token)) {
        if (session->stale) store.note_session_used(token);
        return handler(request, Viewer{session->person_id});
      }
    }
    const auto admission = admit(store, request);
    if (admission.refusal) return refusal_answer(admission);
    return handler(request, Viewer{admission.device.person_id});
  };
}

}  // namespace waymark::server
