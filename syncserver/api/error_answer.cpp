#include "syncserver/api/error_answer.h"

#include "shared/sync/message_codec.h"

namespace waymark::server {

int http_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::unauthorized:
    case ErrorCode::device_revoked:
    case ErrorCode::person_disabled:
    case ErrorCode::bad_code:
      return 401;
    case ErrorCode::forbidden:
      return 403;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::method_not_allowed:
      return 405;
    case ErrorCode::already_exists:
      return 409;
    case ErrorCode::length_required:
      return 411;
    case ErrorCode::too_large:
      return 413;
    case ErrorCode::uri_too_long:
      return 414;
    case ErrorCode::unsupported_media_type:
      return 415;
    case ErrorCode::upgrade_required:
      return 426;
    case ErrorCode::slow_down:
      return 429;
    case ErrorCode::internal:
    case ErrorCode::corrupt:
    case ErrorCode::schema_too_new:
    case ErrorCode::cannot_open:
    case ErrorCode::disk_full:
      return 500;
    case ErrorCode::busy:
    case ErrorCode::locked:
    case ErrorCode::aborted:
    case ErrorCode::timed_out:
    case ErrorCode::unreachable:
      return 503;
    default:
      return 400;
  }
}

HttpResponse error_answer(const Error& error, WipeOrder wipe) {
  HttpResponse response;
  response.status = http_status(error.code);
  response.body = error_json(error, wipe);
  return response;
}

}  // namespace waymark::server
