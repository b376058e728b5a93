// Who is asking: `Authorization: Bearer <token>` to an enrolled device and its person, or a session's cookie
// to whoever is signed in.
#pragma once

#include "syncserver/api/http_message.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

/// The bearer token as sent, "" where there is none or it can't be a device's.
std::string_view bearer_token(const HttpRequest& request);

/// The store's judgement of the request's token; a missing or malformed one is unauthorized without asking.
Admission admit(CentralStore& store, const HttpRequest& request);

/// The 401 of a refused admission, with its wipe order.
HttpResponse refusal_answer(const Admission& admission);

/// A route for enrolled devices only.
using DeviceHandler = std::function<HttpResponse(HttpRequest&, const DeviceIdentity&)>;
HttpHandler for_devices(CentralStore& store, DeviceHandler handler);

/// A route to read by an enrolled device, or by a browser that is signed in to the pages. `secure` as in
/// ApiContext. Only for GET: a cookie alone must change nothing.
using ReaderHandler = std::function<HttpResponse(HttpRequest&, const Viewer&)>;
HttpHandler for_readers(CentralStore& store, bool secure, ReaderHandler handler);

}  // namespace waymark::server
