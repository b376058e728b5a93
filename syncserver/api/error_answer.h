// Errors as HTTP answers: {"error":{"code","message","field"?}} with the status that belongs to the code
// (sync.md, "The wire").
#pragma once

#include "shared/error.h"
#include "shared/sync/messages.h"
#include "syncserver/api/http_message.h"

namespace waymark::server {

/// The HTTP status of an error's code. Codes that only ever concern one record are 400.
int http_status(ErrorCode code);

HttpResponse error_answer(const Error& error, WipeOrder wipe = WipeOrder::none);

}  // namespace waymark::server
