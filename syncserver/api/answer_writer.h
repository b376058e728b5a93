// An answer as the bytes of HTTP/1.1, with the headers every answer of this server carries.
#pragma once

#include <string>

#include "syncserver/api/http_message.h"

namespace waymark::server {

struct AnswerForm {
  bool close = false;      ///< says that the connection ends here
  bool head_only = false;  ///< the length, but not the body
};

std::string write_answer(const HttpResponse& response, AnswerForm form);

}  // namespace waymark::server
