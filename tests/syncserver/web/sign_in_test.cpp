// Signing in as a browser does it: the password page, the cookie, the form token, the delays, the end.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/syncserver/web/pages_server.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;

TEST_CASE("somebody who asks for a page signs in first and is led there") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  const auto sent = browser.get("/team?week=2026-06-08");
  CHECK(sent.status == 303);
  // The test's client shows headers decoded.
  CHECK(sent.header("location") == "/sign-in?next=/team?week=2026-06-08");
  const auto page = browser.get("/sign-in?next=/team%3Fweek%3D2026-06-08");
  CHECK(page.status == 200);
  CHECK(page.says("name=\"next\" value=\"/team?week=2026-06-08\""));
  const auto signed_in = browser.post(
      "/sign-in", {{"login", " LEA "}, {"password", good_password}, {"next", "/team?week=2026-06-08"}});
  CHECK(signed_in.status == 303);
  CHECK(signed_in.header("location") == "/team?week=2026-06-08");
  CHECK(browser.follow(signed_in).says("8 – 14 June 2026"));
}

TEST_CASE("signing in never leads to another site") {
  PagesServer server;
  server.give_password("Lea", "lea");
  for (const auto* next : {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
                           "", "/team\r\nSet-Cookie: a=b"}) {
    Browser browser(server);
    browser.get("/sign-in");
    const auto answer =
        browser.post("/sign-in", {{"login", "lea"}, {"password", good_password}, {"next", next}});
    INFO(next);
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == "/");
    CHECK(browser.get(std::string("/sign-in?next=%2F%2Fevil.example")).header("location") == "/");
  }
}

TEST_CASE(
    "a wrong login and a wrong password are answered alike, and what was typed stays but the password") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  const auto wrong = browser.sign_in("lea", "not the password");
  const auto unknown = browser.sign_in("nobody", "not the password");
  CHECK(wrong.status == 422);
  CHECK(unknown.status == 422);
  CHECK(wrong.says("The name or the password is wrong"));
  CHECK(unknown.says("The name or the password is wrong"));
  CHECK(wrong.says("value=\"lea\""));
  CHECK_FALSE(wrong.says("not the password"));
  CHECK(browser.cookie("waymark").empty());
}

TEST_CASE("the cookie is out of reach of scripts and of other sites, and secure behind TLS") {
  PagesServer plain;
  plain.give_password("Lea", "lea");
  Browser browser(plain);
  const auto signed_in = browser.sign_in("lea");
  CHECK(browser.cookie("waymark").size() == 64);
  for (auto [header, end] = signed_in.headers.equal_range("set-cookie"); header != end; ++header) {
    CHECK(header->second.find("; HttpOnly") != std::string::npos);
    CHECK(header->second.find("; SameSite=Strict") != std::string::npos);
    CHECK(header->second.find("; Secure") == std::string::npos);
  }
  SyncServerOptions options;
  options.behind_proxy = true;
  PagesServer proxied(std::move(options));
  proxied.give_password("Lea", "lea");
  Browser other(proxied);
  const auto secure = other.sign_in("lea");
  CHECK(other.cookie("__Host-waymark").size() == 64);
  CHECK(secure.header("set-cookie").find("; Secure") != std::string::npos);
  CHECK(secure.header("strict-transport-security") == "max-age=31536000");
  CHECK(other.get("/team").status == 200);
}

TEST_CASE("a form without this browser's token changes nothing") {
  PagesServer server;
  server.give_password("Lea", "lea");
  server.give_password("Ada", "ada");
  Browser lea(server), ada(server), nobody(server);
  lea.sign_in("lea");
  ada.sign_in("ada");
  lea.get("/account");
  ada.get("/account");
  REQUIRE(lea.form_token() != ada.form_token());
  for (const auto& token : {std::string(), std::string("x"), std::string(64, '0'), ada.form_token()})
    CHECK(lea.post("/sign-out", {{"form_token", token}}).status == 403);
  CHECK(lea.post("/sign-out", {}, {{"Sec-Fetch-Site", "cross-site"}}).status == 403);
  CHECK(lea.get("/team").status == 200);
  // Not even a sign-in can be sent from elsewhere.
  CHECK(nobody.post("/sign-in", {{"login", "lea"}, {"password", good_password}}).status == 403);
  CHECK(lea.post("/sign-out", {}).status == 303);
  CHECK(lea.get("/team").status == 303);
}

TEST_CASE("signing out ends the session, wherever its cookie went") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  browser.sign_in("lea");
  const auto token = browser.cookie("waymark");
  browser.get("/account");
  CHECK(browser.follow(browser.post("/sign-out", {})).status == 200);
  CHECK(browser.cookie("waymark").empty());
  CHECK_FALSE(server.store->session(token));
}

TEST_CASE("each sign-in has a session of its own, whatever cookie came with it") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  browser.sign_in("lea");
  const auto first = browser.cookie("waymark");
  browser.get("/account");
  CHECK(browser.post("/sign-in", {{"login", "lea"}, {"password", good_password}}).status == 303);
  CHECK(browser.cookie("waymark") != first);
  CHECK_FALSE(server.store->session(first));
}

TEST_CASE("a session ends after an hour without use, and after twelve in any case") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  browser.sign_in("lea");
  for (int hour = 0; hour < 12; ++hour) {
    CHECK(browser.get("/account").status == 200);
    server.clock.pass(std::chrono::minutes(59));
  }
  CHECK(browser.get("/account").status == 200);
  server.clock.pass(std::chrono::minutes(13));
  CHECK(browser.get("/account").status == 303);
  browser.sign_in("lea");
  server.clock.pass(std::chrono::minutes(61));
  CHECK(browser.get("/account").status == 303);
}

namespace {

/// A server that takes a guess's address from the proxy's header.
struct GuessedAt {
  GuessedAt() : server(behind_proxy()), guesser(server) {
    server.give_password("Lea", "lea");
    server.give_password("Ada", "ada");
  }
  static SyncServerOptions behind_proxy() {
    SyncServerOptions options;
    options.behind_proxy = true;
    return options;
  }
  PageAnswer guess(const std::string& login, const std::string& address) {
    guesser.get("/sign-in");
    return guesser.post("/sign-in", {{"login", login}, {"password", "wrong"}},
                        {{"X-Forwarded-For", address}});
  }
  /// A wrong try from each of `count` addresses nothing came from before; how many of them had to wait.
  int guess_from_everywhere(const std::string& login, int count) {
    int waited = 0;
    for (int i = 0; i < count; ++i, ++addresses)
      waited += guess(login, "203.0.113." + std::to_string(addresses)).status == 429 ? 1 : 0;
    return waited;
  }

  PagesServer server;
  Browser guesser;
  int addresses = 0;
};

}  // namespace

TEST_CASE("wrong passwords cost more and more, by login and address, and a right one costs nothing then") {
  GuessedAt world;
  Browser lea(world.server);
  const std::string attacker = "203.0.113.9";
  for (int i = 0; i < 5; ++i) CHECK(world.guess("lea", attacker).status == 422);
  const auto slowed = world.guess("lea", attacker);
  CHECK(slowed.status == 429);
  CHECK(slowed.header("retry-after") == "2");
  // Whose account it is signs in meanwhile, from where they are.
  CHECK(lea.sign_in("lea").status == 303);
  CHECK(world.guess("lea", attacker).status == 429);
  world.server.clock.pass(std::chrono::seconds(3));
  CHECK(world.guess("lea", attacker).status == 422);
  world.server.clock.pass(std::chrono::seconds(3));
  const auto again = world.guess("lea", attacker);
  CHECK(again.status == 429);
  CHECK(again.header("retry-after") == "1");
  CHECK(again.says("wait 1 second and try again"));
  world.server.clock.pass(std::chrono::minutes(1));
  CHECK(world.guess("lea", attacker).status == 422);
  CHECK(world.guess("ada", "192.0.2.1").status == 422);
}

TEST_CASE("one address that tries many logins is slowed down, and so is one that hammers at a single one") {
  GuessedAt world;
  int waited = 0;
  for (int i = 0; i < 25; ++i)
    waited += world.guess("login" + std::to_string(i), "198.51.100.7").status == 429 ? 1 : 0;
  CHECK(waited > 0);
  // Tries that had to wait for the login are tries all the same: the address pays for them.
  for (int i = 0; i < 25; ++i) world.guess("lea", "198.51.100.8");
  CHECK(world.guess("ada", "198.51.100.8").status == 429);
}

TEST_CASE("guessing from everywhere slows a login by a minute at most, and a used link ends even that") {
  GuessedAt world;
  CHECK(world.guess_from_everywhere("lea", 51) == 0);
  CHECK(world.guess_from_everywhere("lea", 3) == 3);
  Browser lea(world.server);
  const auto link = world.server.store->create_password_link(world.server.person("Lea"), {});
  REQUIRE(link);
  CHECK(lea.sign_in("lea").status == 429);
  lea.get("/password/" + link->code);
  REQUIRE(
      lea.post("/password/" + link->code, {{"password", "another good one"}, {"again", "another good one"}})
          .status == 303);
  CHECK(lea.sign_in("lea", "another good one").status == 303);
  // And without a link: the wait grows to its longest, and no more.
  CHECK(world.guess_from_everywhere("ada", 51) == 0);
  for (int i = 0; i < 7; ++i) {
    CHECK(world.guess_from_everywhere("ada", 1) == 1);
    world.server.clock.pass(std::chrono::minutes(1));
    CHECK(world.guess_from_everywhere("ada", 1) == 0);
  }
  world.server.clock.pass(std::chrono::seconds(59));
  CHECK(Browser(world.server).sign_in("ada").status == 429);
  world.server.clock.pass(std::chrono::seconds(1));
  CHECK(Browser(world.server).sign_in("ada").status == 303);
}

TEST_CASE("whoever signed in from a place before is not kept out of it by guesses from everywhere") {
  GuessedAt world;
  Browser lea(world.server), later(world.server), elsewhere(world.server);
  REQUIRE(lea.sign_in("lea").status == 303);
  CHECK(world.guess_from_everywhere("lea", 51) == 0);
  // Somebody takes every try as soon as there is one, for as long as they like.
  for (int i = 0; i < 5; ++i) {
    CHECK(world.guess_from_everywhere("lea", 2) >= 1);
    world.server.clock.pass(std::chrono::minutes(1));
  }
  world.guess_from_everywhere("lea", 2);
  elsewhere.get("/sign-in");
  CHECK(elsewhere
            .post("/sign-in", {{"login", "lea"}, {"password", "wrong"}}, {{"X-Forwarded-For", "192.0.2.77"}})
            .status == 429);
  CHECK(later.sign_in("lea", "wrong").status == 422);
  CHECK(later.sign_in("lea").status == 303);
  // There, too, guesses cost what they cost.
  Browser guesser(world.server);
  for (int i = 0; i < 5; ++i) CHECK(guesser.sign_in("lea", "wrong").status == 422);
  CHECK(guesser.sign_in("lea", "wrong").status == 429);
}

TEST_CASE("a used link ends a wait wherever it was earned") {
  GuessedAt world;
  const std::string office = "203.0.113.9";
  for (int i = 0; i < 5; ++i) world.guess("lea", office);
  REQUIRE(world.guess("lea", office).status == 429);
  const auto link = world.server.store->create_password_link(world.server.person("Lea"), {});
  REQUIRE(link);
  CHECK(world.guess("lea", office).status == 429);  // one that is not used ends nothing
  Browser at_home(world.server);
  at_home.get("/password/" + link->code);
  REQUIRE(
      at_home
          .post("/password/" + link->code, {{"password", "another good one"}, {"again", "another good one"}})
          .status == 303);
  CHECK(world.guess("lea", office).status == 422);
}

TEST_CASE("a password link sets a password once, and ends what was open") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser open(server), browser(server);
  open.sign_in("lea");
  const auto link = server.store->create_password_link(server.person("Lea"), {});
  REQUIRE(link);
  const auto path = "/password/" + link->code;
  const auto page = browser.get(path);
  CHECK(page.says("For Lea, who signs in as <strong>lea</strong>"));
  CHECK(page.header("referrer-policy") == "no-referrer");
  CHECK(browser.post(path, {{"password", "another good one"}, {"again", "another"}}).says("not the same"));
  CHECK(browser.post(path, {{"password", "short"}, {"again", "short"}}).says("at least 8 characters"));
  const auto done = browser.post(path, {{"password", "another good one"}, {"again", "another good one"}});
  CHECK(done.status == 303);
  CHECK(browser.follow(done).says("Your password is set"));
  CHECK(browser.get(path).says("wrong, used or expired"));
  CHECK(open.get("/team").status == 303);
  CHECK(browser.sign_in("lea").status == 422);
  CHECK(browser.sign_in("lea", "another good one").status == 303);
}

TEST_CASE("a password link is good for seven days, and a new one makes the old one void") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  const auto first = server.store->create_password_link(server.person("Lea"), {});
  const auto second = server.store->create_password_link(server.person("Lea"), {});
  CHECK(browser.get("/password/" + first->code).says("wrong, used or expired"));
  CHECK(browser.get("/password/" + second->code).status == 200);
  server.clock.pass(std::chrono::hours(7 * 24));
  CHECK(browser.get("/password/" + second->code).says("wrong, used or expired"));
  CHECK(server.store->create_password_link(server.person("Ben"), {}).error().field == "login");
}

TEST_CASE("a changed password signs out everywhere else") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser here(server), elsewhere(server);
  here.sign_in("lea");
  elsewhere.sign_in("lea");
  here.get("/account");
  const auto wrong = here.post(
      "/account/password", {{"old", "not it"}, {"password", "brand new one"}, {"again", "brand new one"}});
  CHECK(wrong.status == 422);
  CHECK(wrong.says("not your present password"));
  const auto done =
      here.post("/account/password",
                {{"old", good_password}, {"password", "brand new one"}, {"again", "brand new one"}});
  CHECK(done.status == 303);
  CHECK(here.follow(done).says("Your password is changed"));
  CHECK_FALSE(here.get("/account").says("Your password is changed"));  // said once
  CHECK(elsewhere.get("/account").status == 303);
  CHECK(elsewhere.sign_in("lea").status == 422);
  CHECK(elsewhere.sign_in("lea", "brand new one").status == 303);
}

TEST_CASE("somebody who is disabled is signed out at once and cannot sign in") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  browser.sign_in("lea");
  const auto link = server.store->create_password_link(server.person("Lea"), {});
  REQUIRE(link);
  const auto token = browser.cookie("waymark");
  REQUIRE(server.store->disable_person(server.person("Lea"), {}));
  CHECK(browser.get("/team").status == 303);
  CHECK(browser.sign_in("lea").says("The name or the password is wrong"));
  // Enabled again they sign in again: neither the open browser nor a link from before is good any more.
  REQUIRE(server.store->enable_person(server.person("Lea"), {}));
  CHECK_FALSE(server.store->session(token));
  CHECK(server.store->password_link_person(link->code).error().code == ErrorCode::bad_code);
  CHECK(browser.sign_in("lea").status == 303);
}

TEST_CASE("neither a session's token nor a link's code can be read in the store's file") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  browser.sign_in("lea");
  const auto link = server.store->create_password_link(server.person("Lea"), {});
  const auto copy = server.directory.path() / "copy.db";
  REQUIRE(server.store->backup(copy, {}));
  std::string bytes;
  for (const auto& file : std::filesystem::directory_iterator(server.directory.path())) {
    std::ifstream in(file.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  CHECK(bytes.find("signed_in") != std::string::npos);
  CHECK(bytes.find(browser.cookie("waymark")) == std::string::npos);
  CHECK(bytes.find(link->code) == std::string::npos);
}

TEST_CASE("a restored backup brings back no session and no link") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  browser.sign_in("lea");
  const auto link = server.store->create_password_link(server.person("Lea"), {});
  const auto copy = server.directory.path() / "copy.db";
  const auto restored = server.directory.path() / "restored.db";
  REQUIRE(server.store->backup(copy, {}));
  REQUIRE(CentralStore::restore(restored, copy, false));
  StoreOptions options;
  options.clock = &server.clock;
  options.random = &server.random;
  const auto store = CentralStore::open(restored, std::move(options));
  REQUIRE(store);
  CHECK_FALSE((*store)->session(browser.cookie("waymark")));
  CHECK_FALSE((*store)->password_link_person(link->code));
  CHECK(server.store->session(browser.cookie("waymark")));
}

TEST_CASE("a browser that is signed in may read the weeks as JSON, like a device") {
  PagesServer server;
  server.give_password("Lea", "lea");
  Browser browser(server);
  CHECK(browser.get("/v1/team/week?start=2026-06-08").status == 401);
  browser.sign_in("lea");
  const auto week = browser.get("/v1/team/week?start=2026-06-08");
  CHECK(week.status == 200);
  CHECK(week.says("\"week_start\":\"2026-06-08\""));
  CHECK(browser.get("/v1/history/" + server.person("Ana")).status == 401);  // devices only
}
