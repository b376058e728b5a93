// The pages for leads and admins (ui.md, "The pages"): everything they need beside the store, and their
// routes. The server adds them to its router; there is no listener of their own.
#pragma once

#include "syncserver/accounts/password.h"
#include "syncserver/accounts/sign_in.h"
#include "syncserver/api/router.h"
#include "syncserver/web/flash_book.h"
#include "syncserver/web/visit.h"

namespace waymark::server {

struct WebOptions {
  bool secure = false;                   ///< browsers reach us over TLS, ours or a trusted proxy's
  std::function<std::string()> address;  ///< as phones and people reach the server, for links
  std::function<void(const std::string&)> alarm;
};

class WebPages {
 public:
  /// `store` and `clock` outlive the pages, the pages outlive the router.
  WebPages(CentralStore& store, const Clock& clock, WebOptions options);

  void add_to(Router& router) const;

 private:
  PasswordHasher hasher_;
  SignIn sign_in_;
  mutable FlashBook flash_;
  WebContext context_;
};

}  // namespace waymark::server
