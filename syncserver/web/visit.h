// One request for a page: who asks, what they typed, and the answers a page gives. Handlers get it from
// page_routes.h, which has checked the session, the role and, for forms, the form token.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "syncserver/accounts/sign_in.h"
#include "syncserver/web/flash_book.h"
#include "syncserver/web/form.h"
#include "syncserver/web/page.h"

namespace waymark::server {

/// What pages work with; all of it outlives the routes.
struct WebContext {
  CentralStore& store;
  const Clock& clock;
  SignIn& sign_in;
  FlashBook& flash;
  bool secure = false;                   ///< browsers reach us over TLS, ours or a trusted proxy's
  std::function<std::string()> address;  ///< as phones and people reach the server: "https://waymark.example"
  /// Told of a failure inside a page, by its path, never by its data.
  std::function<void(const std::string&)> alarm = {};
};

/// Says when to come again (Retry-After), where there is something to wait for.
void ask_to_wait(HttpResponse& response, Millis wait);

class Visit {
 public:
  Visit(const WebContext& context, const HttpRequest& request);

  const HttpRequest& request() const { return request_; }
  CentralStore& store() const { return context_.store; }
  Instant now() const { return context_.clock.now(); }
  const WebContext& context() const { return context_; }

  bool signed_in() const { return who_.has_value(); }
  /// Only when signed in.
  const SessionInfo& who() const { return *who_; }
  Viewer viewer() const { return {who_->person_id}; }
  /// For the audit trail.
  Actor actor() const;
  /// The session's token as the cookie has it; "" when signed out.
  const std::string& session_token() const { return session_token_; }

  /// "" where the route or query has none of this name, or none that is text.
  std::string parameter(std::string_view name) const;
  std::string query(std::string_view name) const {
    const auto value = request_.query_value(name).value_or("");
    return is_plain_text(value) ? std::string(value) : std::string();
  }
  Form& form() { return form_; }

  /// The page in its frame. A form shown again because something was wrong has status 422.
  HttpResponse page(Page page) const;
  /// Post/redirect/get: the browser goes to `path`, where it is shown `sentence` once.
  HttpResponse go(std::string_view path, std::string sentence = {}) const;
  /// A file of some program's own (CSV, XLSX) to be saved under `file_name`, which must be plain ASCII
  /// without quotes.
  HttpResponse download(std::string body, std::string content_type, std::string_view file_name) const;
  /// A page that says what is wrong and leads back; slow_down and busy say when to come again.
  HttpResponse refuse(const Error& error, Millis wait = {}) const;

  /// The form token of the present cookie; for a browser without one, of a visitor cookie that page() sets.
  const std::string& form_token() const { return form_token_; }
  /// True where the form carries this browser's token and was not sent by another site.
  bool has_form_token() const;

 private:
  const WebContext& context_;
  const HttpRequest& request_;
  std::string session_token_, visitor_, form_token_;
  bool new_visitor_ = false;
  std::optional<SessionInfo> who_;
  Form form_;
};

}  // namespace waymark::server
