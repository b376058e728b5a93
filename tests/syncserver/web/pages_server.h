// The agency's server with its pages, and browsers that visit them: cookies kept, forms sent as a browser
// sends them, redirects followed one by one.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/syncserver/api/agency_server.h"

namespace waymark::test {

class PagesServer : public AgencyServer {
 public:
  PagesServer();
  /// With options that concern the connection: a trusted proxy.
  explicit PagesServer(server::SyncServerOptions options);

  /// Gives somebody a login and a password, whose hash is made once for all tests.
  void give_password(const std::string& name, const std::string& login);
};

inline const std::string good_password = "correct horse battery";

struct PageAnswer {
  int status = 0;
  std::string body;
  std::multimap<std::string, std::string> headers;  ///< names in lower case

  std::string header(const std::string& name) const;
  bool says(const std::string& text) const { return body.find(text) != std::string::npos; }
};

using Fields = std::vector<std::pair<std::string, std::string>>;

class Browser {
 public:
  explicit Browser(const PagesServer& server) : server_(server) {}

  PageAnswer get(const std::string& path, const std::map<std::string, std::string>& headers = {});
  /// Sends a form with the token of the page last seen, unless the fields have one of their own.
  PageAnswer post(const std::string& path, Fields fields,
                  const std::map<std::string, std::string>& headers = {});
  /// Goes where a 303 leads.
  PageAnswer follow(const PageAnswer& answer);
  /// The whole way through the sign-in page; the answer is the redirect, or the refusal.
  PageAnswer sign_in(const std::string& login, const std::string& password = good_password);

  /// Of the page last seen.
  std::string form_token() const { return form_token_; }
  std::string cookie(const std::string& name) const;
  void forget_cookies() { cookies_.clear(); }

 private:
  PageAnswer send(const std::string& method, const std::string& path, const std::string& body,
                  std::map<std::string, std::string> headers);

  const PagesServer& server_;
  std::map<std::string, std::string> cookies_;
  std::string form_token_;
};

/// The value of the first hidden field of this name in a page, "" without one.
std::string hidden_value(const std::string& page, const std::string& name);

}  // namespace waymark::test
