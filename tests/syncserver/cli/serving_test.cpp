// The server as a process: started, asked, commanded, stopped and killed.
#include <httplib.h>
#include <signal.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "shared/sync/enrol_link.h"
#include "tests/syncserver/cli/test_database.h"

using namespace waymark;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

struct Server {
  explicit Server(const TestDatabase& db, const std::vector<std::string>& more = {})
      : process(db.words("serve", with_free_port(more))), port(port_of(process.read_line())) {}

  static std::vector<std::string> with_free_port(std::vector<std::string> more) {
    more.insert(more.begin(), {"--listen", "127.0.0.1:0"});
    return more;
  }
  std::string health() const {
    const auto answer = httplib::Client("127.0.0.1", port).Get("/v1/health");
    return answer ? answer->body : "no answer";
  }

  Running process;
  int port;
};

}  // namespace

TEST_CASE("serve says once where it listens, answers, and ends with 0 on SIGTERM and SIGINT") {
  const TestDatabase db;
  db.init();
  for (const int signal : {SIGTERM, SIGINT}) {
    Server server(db);
    CHECK(bj::parse(server.health()).at("status") == "ok");
    server.process.signal(signal);
    const auto ended = server.process.wait();
    CHECK(ended.exit_code == 0);
    CHECK(ended.out.empty());
    CHECK_FALSE(std::filesystem::exists(db.path.string() + ".sock"));
  }
  Running json(db.words("serve", {"--listen", "127.0.0.1:0", "--json"}));
  CHECK(bj::parse(json.read_line()).at("listening").as_string().starts_with("http://127.0.0.1:"));
}

TEST_CASE("a taken port and a held database are told, and exit 3") {
  const TestDatabase db;
  db.init();
  const Server server(db);
  const auto second = db.command("serve", {"--listen", "127.0.0.1:0", "--json"});
  CHECK(second.exit_code == 3);
  CHECK(second.json().at("error").at("code") == "locked");

  const TestDatabase other;
  other.init();
  const auto taken =
      other.command("serve", {"--listen", "127.0.0.1:" + std::to_string(server.port), "--json"});
  CHECK(taken.exit_code == 3);
  CHECK(taken.json().at("error").at("code") == "cannot_open");
  CHECK(taken.err.find(std::to_string(server.port)) != std::string::npos);
  CHECK(bj::parse(server.health()).at("status") == "ok");
  CHECK(other.ask("verify").at("ok") == true);
}

TEST_CASE("a database named by a link is the same database: one server, one socket") {
  const TestDatabase db;
  db.init();
  TestDatabase link;
  link.path = db.directory.path() / "link.db";
  std::filesystem::create_symlink(db.path, link.path);
  const Server server(db);
  CHECK(link.command("serve", {"--listen", "127.0.0.1:0"}).exit_code == 3);
  CHECK(link.ask("verify").at("ok") == true);
  CHECK_FALSE(std::filesystem::exists(link.path.string() + ".lock"));
}

TEST_CASE("every command works through the running server") {
  const TestDatabase db;
  db.init();
  Server server(db);
  struct stat socket {};
  REQUIRE(stat((db.path.string() + ".sock").c_str(), &socket) == 0);
  CHECK((socket.st_mode & 0777) == 0600);

  const auto person = db.add("Ana");
  const auto made = db.ask("enroll", {"--person", person});
  const auto link = parse_enrol_link(std::string(made.at("link").as_string()));
  REQUIRE(link);
  CHECK(link->server == "http://127.0.0.1:" + std::to_string(server.port));
  const bj::object enrolment{{"code", link->code},
                             {"token", std::string(43, 'a')},
                             {"device_name", "Phone"},
                             {"platform", "linux"},
                             {"app", "1.0.0"}};
  const auto enrolled = httplib::Client("127.0.0.1", server.port)
                            .Post("/v1/enroll", bj::serialize(enrolment), "application/json");
  REQUIRE(enrolled);
  CHECK(enrolled->status == 200);

  const auto scheduled = db.ask(
      "schedule", {"--person", person, "--from", "2026-01-05", "--minutes", "450,450,450,450,450,0,0"});
  CHECK(scheduled.at("status") == "head");
  CHECK(db.ask("verify") == bj::object{{"ok", true}, {"faults", bj::array()}});
  const auto backup = (db.directory.path() / "backup.db").string();
  CHECK(db.ask("backup", {"--to", backup}).at("seq").as_int64() > 0);
  CHECK(db.command("backup", {"--to", backup}).exit_code == 3);
  const auto restore = db.command("restore", {"--from", backup, "--force", "--json"});
  CHECK(restore.exit_code == 3);
  CHECK(restore.json().at("error").at("code") == "locked");
  CHECK(db.command("user", {"disable", "--person", "nobody"}).exit_code == 2);
  db.ask("user", {"disable", "--person", person});
  CHECK(db.ask("user", {"list"}).at("people").at(0).at("disabled") == true);

  server.process.signal(SIGTERM);
  const auto ended = server.process.wait();
  CHECK(ended.exit_code == 0);
  CHECK(ended.err.find("Ana") == std::string::npos);
  CHECK(db.ask("user", {"list"}).at("people").as_array().size() == 1);
}

TEST_CASE("enrolment links name the public address where there is one") {
  const TestDatabase db;
  db.init();
  const auto person = db.add("Ana");
  const Server server(db, {"--behind-proxy", "--public-url", "https://waymark.example.org/"});
  const auto made = db.ask("enroll", {"--person", person});
  CHECK(made.at("link").as_string().starts_with(
      "waymark://enroll?server=https%3A%2F%2Fwaymark.example.org&code="));
}

TEST_CASE("a database at a very long path is served and commanded like any other") {
  TestDatabase db;
  auto deep = db.directory.path();
  for (int i = 0; i < 5; ++i) deep /= std::string(50, static_cast<char>('a' + i));
  std::filesystem::create_directories(deep);
  db.path = deep / "agency.db";
  db.init();
  const Server server(db);
  db.add("Ana");
  CHECK(db.ask("user", {"list"}).at("people").as_array().size() == 1);
}

TEST_CASE("a killed server loses nothing acknowledged, and is started again beside what it left") {
  const TestDatabase db;
  db.init();
  for (int round = 0; round < 3; ++round) {
    Server server(db);
    db.add("Person " + std::to_string(round));
    server.process.signal(SIGKILL);
    CHECK(server.process.wait().exit_code == 128 + SIGKILL);
    CHECK(std::filesystem::exists(db.path.string() + ".sock"));
    CHECK(db.ask("user", {"list"}).at("people").as_array().size() == static_cast<std::size_t>(round) + 1);
    CHECK(db.ask("verify").at("ok") == true);
  }
}

TEST_CASE("a server whose clock is behind its own database says so, and one a minute behind does not") {
  const TestDatabase db;
  db.init();
  const auto said = [&] {
    Server server(db);
    server.process.signal(SIGTERM);
    return server.process.wait().err;
  };
  CHECK(said().find("clock") == std::string::npos);
  db.run_sql("UPDATE audit SET at = at + 60000");
  CHECK(said().find("clock") == std::string::npos);
  db.run_sql("UPDATE audit SET at = at + 86400000");
  CHECK(said().find("this machine's clock is 144") != std::string::npos);
}

TEST_CASE("commands at the same time wait for each other") {
  const TestDatabase db;
  db.init();
  std::vector<std::unique_ptr<Running>> all;
  for (int i = 0; i < 4; ++i)
    all.push_back(std::make_unique<Running>(
        db.words("user", {"add", "--name", "Person " + std::to_string(i), "--role", "specialist"})));
  for (auto& each : all) CHECK(each->wait().exit_code == 0);
  CHECK(db.ask("user", {"list"}).at("people").as_array().size() == 4);
}
