#include "syncserver/api/conversation.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <array>

#include "syncserver/api/error_answer.h"
#include "syncserver/api/head_screen.h"
#include "syncserver/api/header_text.h"

namespace waymark::server {

namespace {

// The one path the library routes by: its matching is recursive, so the client's path is kept away from it
// and goes to our own routes (router.h).
constexpr const char* any_path = "/";

bool is_ip_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> parsed{};
  return inet_pton(AF_INET, text.c_str(), parsed.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), parsed.data()) == 1;
}

/// The last address of the last X-Forwarded-For: the one our own proxy wrote. Empty if it is none.
std::string forwarded_address(const HttpRequest& request) {
  std::string_view last;
  for (const auto& [name, value] : request.headers)
    if (name == "x-forwarded-for") last = value;
  if (const auto comma = last.rfind(','); comma != std::string_view::npos) last.remove_prefix(comma + 1);
  const std::string address(trimmed(last));
  return is_ip_address(address) ? address : std::string();
}

}  // namespace

Conversation::Conversation(ClientConnection& connection, const ConversationRules& rules,
                           std::function<bool()> is_last)
    : connection_(connection), rules_(rules), is_last_(std::move(is_last)) {
  using httplib::ContentReader;
  using httplib::Request;
  using httplib::Response;
  // What is answered here is somebody's data: kept nowhere on the way, and never taken for another type.
  set_default_headers({{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}});
  set_payload_max_length(rules.max_body);
  set_pre_routing_handler([this](const Request&, Response& out) { return before_body(out); });
  const auto read_body = [this](const Request&, Response& out, const ContentReader& body) {
    with_body(out, body);
  };
  Post(any_path, read_body);
  Put(any_path, read_body);
  Patch(any_path, read_body);
  set_exception_handler([this](const Request&, Response& out, const std::exception_ptr& thrown) {
    after_exception(out, thrown);
  });
  set_error_handler(HandlerWithResponse([this](const Request&, Response& out) { return on_error(out); }));
  set_post_routing_handler([this](const Request&, Response& out) { before_writing(out); });
}

bool Conversation::exchange() {
  head_ = {};
  refusal_.reset();
  answered_ = false;
  std::string head;
  switch (connection_.read_head(head, max_head_bytes)) {
    case ClientConnection::ReadEnd::complete:
      break;
    case ClientConnection::ReadEnd::stopped:
      return false;
    case ClientConnection::ReadEnd::too_long:
      refuse(error_answer(head.find("\r\n") > max_target_bytes
                              ? target_too_long()
                              : Error{ErrorCode::bad_request, "The request's headers are too long.", {}}));
      return false;
  }
  auto screened = screen_head(head);
  if (screened) return run(std::move(*screened));
  refuse(error_answer(screened.error()));
  return false;
}

void Conversation::refuse(HttpResponse response) {
  refusal_ = std::move(response);
  // The library finds no request in an empty line, and asks what to answer.
  run("\r\n");
}

bool Conversation::run(std::string shown) {
  connection_.show(std::move(shown));
  bool ended = false;
  const bool written =
      process_request(connection_, false, ended, [this](httplib::Request& read) { take(read); });
  return connection_.flush() && written && !ended && !head_.close;
}

void Conversation::take(httplib::Request& read) {
  if (auto checked = check_request(read, rules_.max_body)) {
    head_ = std::move(*checked);
    auto& request = head_.request;
    request.client_address = read.remote_addr;
    if (rules_.behind_proxy)
      if (auto forwarded = forwarded_address(request); !forwarded.empty()) request.client_address = forwarded;
  } else {
    refusal_ = error_answer(checked.error());
  }
  // From here on the library gets to know only what it is to do: no multipart, no compression, no matching.
  read.path = any_path;
  read.headers.clear();
  if (head_.has_body) read.set_header("Content-Length", std::to_string(head_.content_length));
  if (head_.wants_continue) read.set_header("Expect", "100-continue");
}

httplib::Server::HandlerResponse Conversation::before_body(httplib::Response& out) {
  if (!refusal_ && head_.has_body) return HandlerResponse::Unhandled;
  if (refusal_) {
    head_.close = true;
    give(out, std::move(*refusal_));
  } else {
    give(out, rules_.handler(head_.request));
  }
  return HandlerResponse::Handled;
}

void Conversation::with_body(httplib::Response& out, const httplib::ContentReader& body) {
  auto& request = head_.request;
  const bool whole = body([&](const char* bytes, std::size_t count) {
    request.body.append(bytes, count);
    return true;
  });
  if (whole) return give(out, rules_.handler(request));
  head_.close = true;
  give(out, error_answer({ErrorCode::bad_request, "The request's body did not arrive whole.", {}}));
}

void Conversation::after_exception(httplib::Response& out, const std::exception_ptr& thrown) {
  // What went wrong is for the log of the machine, not for whoever asked.
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& problem) {
    if (rules_.alarm) rules_.alarm(fmt::format("{} failed: {}", head_.request.path, problem.what()));
  } catch (...) {
    if (rules_.alarm) rules_.alarm(fmt::format("{} failed", head_.request.path));
  }
  give(out, error_answer({ErrorCode::internal, "The server could not do this; try again later.", {}}));
}

httplib::Server::HandlerResponse Conversation::on_error(httplib::Response& out) {
  if (answered_) return HandlerResponse::Unhandled;
  // There is no request the library could make out, and so no telling where the next one would begin.
  head_.close = true;
  if (!refusal_)
    refusal_ = error_answer(
        out.status == 414 ? target_too_long()
                          : Error{ErrorCode::bad_request,
                                  "This can't be read as a request of HTTP/1.1 with lines of at most 8 KiB.",
                                  {}});
  give(out, std::move(*refusal_));
  return HandlerResponse::Handled;
}

void Conversation::before_writing(httplib::Response& out) {
  if (is_last_()) head_.close = true;
  // The library would promise its own keep-alive times, and parts of a body after HEAD.
  for (const auto* name : {"Connection", "Keep-Alive", "Accept-Ranges"}) out.headers.erase(name);
  out.set_header("Connection", head_.close ? "close" : "keep-alive");
}

void Conversation::give(httplib::Response& out, HttpResponse answer) {
  answered_ = true;
  out.status = answer.status;
  out.body = std::move(answer.body);
  if (!out.body.empty()) out.set_header("Content-Type", answer.content_type);
  // The library would send the default and the answer's own; but one header may well come several times
  // (Set-Cookie).
  for (const auto& [name, value] : answer.headers) out.headers.erase(name);
  for (const auto& [name, value] : answer.headers) out.set_header(name, value);
}

}  // namespace waymark::server
