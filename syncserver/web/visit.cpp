#include "syncserver/web/visit.h"

#include <sodium.h>

#include <array>

#include "syncserver/accounts/session_cookie.h"
#include "syncserver/api/error_answer.h"

namespace waymark::server {

namespace {

std::string random_visitor() {
  std::array<std::uint8_t, 32> bytes{};
  SystemRandom().fill(bytes);
  std::array<char, 65> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return text.data();
}

std::string title_of(int status) {
  switch (status) {
    case 403:
      return "Not yours to see";
    case 404:
      return "Not found";
    case 429:
      return "Too many tries";
    case 503:
      return "Busy";
    default:
      return status >= 500 ? "Something went wrong" : "This did not work";
  }
}

}  // namespace

Visit::Visit(const WebContext& context, const HttpRequest& request) : context_(context), request_(request) {
  const auto cookies = request.header("cookie").value_or("");
  session_token_ = cookie_value(cookies, session_cookie_name(context.secure));
  if (!session_token_.empty()) who_ = context.store.session(session_token_);
  if (who_) {
    if (who_->stale) context.store.note_session_used(session_token_);
    form_token_ = server::form_token(session_token_);
  } else {
    session_token_.clear();
    visitor_ = cookie_value(cookies, visitor_cookie_name(context.secure));
    new_visitor_ = visitor_.empty();
    if (new_visitor_) visitor_ = random_visitor();
    form_token_ = server::form_token(visitor_);
  }
  if (request.method == "POST") form_ = Form::read(request);
}

Actor Visit::actor() const {
  return {who_ ? who_->person_id : std::string(), request_.client_address};
}

std::string Visit::parameter(std::string_view name) const {
  const auto found = request_.params.find(name);
  return found == request_.params.end() ? std::string() : found->second;
}

bool Visit::has_form_token() const {
  // Browsers say so themselves; older ones and other programs say nothing, and have the token to pass.
  const auto site = request_.header("sec-fetch-site").value_or("same-origin");
  if (site != "same-origin" && site != "none") return false;
  return !new_visitor_ && is_form_token(form_.raw("form_token"), who_ ? session_token_ : visitor_);
}

HttpResponse Visit::page(Page page) const {
  Frame frame;
  frame.agency = context_.store.agency().name;
  frame.who = who_;
  frame.form_token = form_token_;
  frame.secure = context_.secure;
  if (who_) frame.message = context_.flash.take(session_token_);
  auto response = page_response(std::move(page), frame);
  if (new_visitor_)
    response.headers.emplace_back(
        "Set-Cookie", set_cookie(visitor_cookie_name(context_.secure), visitor_, context_.secure));
  return response;
}

HttpResponse Visit::go(std::string_view path, std::string sentence) const {
  if (!sentence.empty() && who_) context_.flash.put(session_token_, std::move(sentence));
  auto response = see_other(path);
  add_hardening(response, context_.secure);
  return response;
}

HttpResponse Visit::download(std::string body, std::string content_type, std::string_view file_name) const {
  HttpResponse response;
  response.body = std::move(body);
  response.content_type = std::move(content_type);
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + std::string(file_name) + "\"");
  add_hardening(response, context_.secure);
  return response;
}

void ask_to_wait(HttpResponse& response, Millis wait) {
  if (wait > Millis{0})
    response.headers.emplace_back("Retry-After",
                                  std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count()));
}

HttpResponse Visit::refuse(const Error& error, Millis wait) const {
  Page refusal;
  refusal.status = http_status(error.code);
  refusal.title = title_of(refusal.status);
  refusal.template_name = "error";
  refusal.data.set("title", refusal.title).set("sentence", error.message);
  auto response = page(std::move(refusal));
  if (wait == Millis{0} && (error.code == ErrorCode::slow_down || error.code == ErrorCode::busy))
    wait = std::chrono::seconds{5};
  ask_to_wait(response, wait);
  return response;
}

}  // namespace waymark::server
