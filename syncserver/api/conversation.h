// The requests of one connection, one after the other, each read and answered by the library. A server object
// of its own for each connection is what lets the library's handlers know whose request they are asked about.
#pragma once

#include <httplib.h>

#include <functional>
#include <optional>
#include <string>

#include "shared/error.h"
#include "syncserver/api/client_connection.h"
#include "syncserver/api/http_message.h"
#include "syncserver/api/request_head.h"

namespace waymark::server {

struct ConversationRules {
  const HttpHandler& handler;
  const std::function<void(const std::string&)>& alarm;  ///< as in HttpServerOptions
  std::size_t max_body;
  bool behind_proxy;
};

class Conversation final : private httplib::Server {
 public:
  /// All of it must outlive this. `is_last` is asked before each answer whether the connection ends with it.
  Conversation(ClientConnection& connection, const ConversationRules& rules, std::function<bool()> is_last);

  /// Reads a request and answers it. False when the connection is to end.
  bool exchange();

  /// Gives an answer without having read a request; the connection is to end then.
  void refuse(HttpResponse response);

 private:
  bool run(std::string shown);

  // What the library asks, in this order.
  void take(httplib::Request& read);
  HandlerResponse before_body(httplib::Response& out);
  void with_body(httplib::Response& out, const httplib::ContentReader& body);
  void after_exception(httplib::Response& out, const std::exception_ptr& thrown);
  HandlerResponse on_error(httplib::Response& out);
  void before_writing(httplib::Response& out);

  void give(httplib::Response& out, HttpResponse answer);

  ClientConnection& connection_;
  const ConversationRules& rules_;
  const std::function<bool()> is_last_;

  // Of the request at hand.
  RequestHead head_;
  std::optional<HttpResponse> refusal_;  ///< the answer where no route is to be asked
  bool answered_ = false;
};

}  // namespace waymark::server
