// Somebody at a browser without the browser: asks the pages' routes, remembers cookies and the form's token,
// and reads what came back. No socket.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "syncserver/api/router.h"
#include "syncserver/web/web_pages.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

/// The small agency of support.h, with pages over it that phones reach at https://waymark.example.
struct WebWorld : World {
  WebWorld();
  WebPages pages;
  Router router;
};

class PageVisitor {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  /// Signed in as `person_id`, or nobody for "".
  PageVisitor(WebWorld& world, const std::string& person_id);

  /// `address` with its query.
  HttpResponse get(const std::string& address);
  /// A form of these fields with this browser's token.
  HttpResponse post(const std::string& path, const Fields& fields = {});
  /// The same without the token.
  HttpResponse post_without_token(const std::string& path, const Fields& fields = {});
  /// post(), which must lead on to another page; that page.
  HttpResponse follow(const std::string& path, const Fields& fields = {});

 private:
  HttpResponse ask(HttpRequest request);
  HttpResponse send(const std::string& path, const Fields& fields);

  WebWorld& world_;
  std::string token_;
};

std::string header_of(const HttpResponse& response, std::string_view name);
/// What a person reads: the text of <main> without tags, blanks as one, the five escapes undone.
std::string words_of(const HttpResponse& response);
bool says(const HttpResponse& response, std::string_view words);

}  // namespace waymark::server::test
