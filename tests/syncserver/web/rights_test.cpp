// Every page, every role, and nobody.
#include <catch2/catch.hpp>
#include <set>

#include "syncserver/web/web_pages.h"
#include "tests/syncserver/web/pages_server.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;

namespace {

std::vector<Router::RouteName> page_routes(const PagesServer& server) {
  Router router;
  const WebPages pages(*server.store, server.clock, {});
  pages.add_to(router);
  return router.routes();
}

/// The route as an address: Ana, who is in Lea's team, and an id nobody has.
std::string address_of(std::string pattern, const PagesServer& server) {
  const auto fill = [&](const std::string& name, const std::string& with) {
    if (const auto at = pattern.find("{" + name + "}"); at != std::string::npos)
      pattern.replace(at, name.size() + 2, with);
  };
  if (pattern.starts_with("/people/")) fill("id", server.person("Ana"));
  fill("id", "00000000-0000-7000-8000-000000000000");
  fill("rid", "00000000-0000-7000-8000-000000000000");
  fill("code", std::string(64, '0'));
  return pattern;
}

bool is_for_anybody(const std::string& pattern) {
  return pattern == "/sign-in" || pattern == "/password/{code}" || pattern.starts_with("/style-");
}

bool is_a_persons_week(const std::string& pattern) {
  return pattern == "/people/{id}" || pattern.starts_with("/people/{id}/week.");
}

bool is_leads(const std::string& pattern) {
  for (const auto* start : {"/team", "/participants", "/schedules", "/aside"})
    if (pattern.starts_with(start)) return true;
  return pattern.starts_with("/people/") && !is_a_persons_week(pattern) &&
         pattern != "/people/{id}/entries/{rid}";
}

}  // namespace

TEST_CASE("nobody who is signed out sees or changes anything but the way in") {
  PagesServer server;
  for (const auto& [method, pattern] : page_routes(server)) {
    if (is_for_anybody(pattern)) continue;
    INFO(method << " " << pattern);
    Browser browser(server);
    browser.get("/sign-in");
    const auto path = address_of(pattern, server);
    const auto answer = method == "GET" ? browser.get(path) : browser.post(path, {});
    CHECK(answer.status == 303);
    CHECK(answer.header("location").starts_with("/sign-in"));
    CHECK(answer.body.empty());
  }
}

TEST_CASE("each role sees its own pages, and is told whose the others are") {
  PagesServer server;
  server.give_password("Ana", "ana");
  server.give_password("Lea", "lea");
  server.give_password("Ada", "ada");
  const std::map<std::string, std::string> logins = {
      {"ana", "specialist"}, {"lea", "lead"}, {"ada", "admin"}};
  std::set<std::string> forbidden_somewhere;
  for (const auto& [login, role] : logins) {
    Browser browser(server);
    REQUIRE(browser.sign_in(login).status == 303);
    for (const auto& [method, pattern] : page_routes(server)) {
      // Ending the session or beginning another would end this walk; sign_in_test has them.
      if (pattern == "/sign-out" || pattern == "/sign-in" || pattern.starts_with("/password")) continue;
      // What an admin may do there is admin_rights_test's.
      if (role == "admin" && pattern.starts_with("/admin")) continue;
      INFO(role << " " << method << " " << pattern);
      browser.get("/account");
      const auto path = address_of(pattern, server);
      const auto answer = method == "GET" ? browser.get(path) : browser.post(path, {});
      const bool theirs = pattern.starts_with("/admin") ? role == "admin"
                          : is_leads(pattern)           ? role == "lead"
                          : is_a_persons_week(pattern)  ? role != "admin"  // Ana's own, and her lead's
                                                        : true;
      CHECK((answer.status == 403) == !theirs);
      CHECK(answer.status < 500);
      if (!theirs) forbidden_somewhere.insert(pattern);
    }
  }
  CHECK(forbidden_somewhere.contains("/team"));
  CHECK(forbidden_somewhere.contains("/people/{id}/approve"));
}

TEST_CASE("a lead sees the own team's weeks alone, and a specialist the own week") {
  PagesServer server;
  server.give_password("Ana", "ana");
  server.give_password("Lea", "lea");
  Browser lea(server), ana(server);
  lea.sign_in("lea");
  ana.sign_in("ana");
  const auto week = [&](const std::string& name) {
    return "/people/" + server.person(name) + "?week=2026-06-08";
  };
  CHECK(lea.get(week("Ana")).status == 200);
  CHECK(lea.get(week("Odd")).status == 403);
  CHECK(lea.get("/people/" + server.person("Odd") + "/time").status == 403);
  CHECK(ana.get(week("Ana")).status == 200);
  CHECK_FALSE(ana.get(week("Ana")).says("Approve the week"));
  CHECK(ana.get(week("Ana")).says("You hand it in on your phone"));
  CHECK(ana.get(week("Ben")).status == 403);
  CHECK(ana.get("/").header("location") == "/people/" + server.person("Ana"));
  lea.get("/account");
  CHECK(lea.post("/people/" + server.person("Odd") + "/approve", {{"week", "2026-06-08"}}).status == 403);
  CHECK(lea.post("/people/" + server.person("Odd") + "/return", {{"week", "2026-06-08"}, {"note", "No"}})
            .status == 403);
  CHECK(lea.post("/people/" + server.person("Odd") + "/leave",
                 {{"date", "2026-06-10"}, {"kind", "sick"}, {"hours", "8"}})
            .status == 403);
}

TEST_CASE("every page forbids scripts, frames and everything from elsewhere, and is kept nowhere") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  const auto sign_in = browser.get("/sign-in");
  browser.sign_in("lea");
  for (const auto& page :
       {sign_in, browser.get("/team"), browser.get("/nothing/here"), browser.get("/account")}) {
    CHECK(page.header("content-security-policy") ==
          "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors "
          "'none'; base-uri 'none'");
    CHECK(page.header("x-frame-options") == "DENY");
    CHECK(page.header("x-content-type-options") == "nosniff");
    CHECK(page.header("cache-control") == "no-store");
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
    CHECK_FALSE(page.says("<script"));
    CHECK_FALSE(page.says(" style="));
    CHECK_FALSE(page.says("http://"));
  }
  CHECK(browser.get("/nothing/here").status == 404);
  CHECK(browser.get("/v1/nothing").header("content-type") == "application/json");
}

TEST_CASE("the style sheet may be kept for ever, because its address changes with it") {
  PagesServer server;
  Browser browser(server);
  const auto page = browser.get("/sign-in").body;
  const auto at = page.find("/style-");
  const auto path = page.substr(at, page.find('"', at) - at);
  const auto sheet = browser.get(path);
  CHECK(sheet.status == 200);
  CHECK(sheet.header("content-type") == "text/css; charset=utf-8");
  CHECK(sheet.header("cache-control") == "public, max-age=31536000, immutable");
  CHECK(sheet.headers.count("cache-control") == 1);
  CHECK(browser.get("/style-0000000000000000.css").status == 404);
}
