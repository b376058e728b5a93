// The commands on a file that no server holds.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "shared/ids.h"
#include "shared/sync/enrol_link.h"
#include "tests/syncserver/cli/test_database.h"

using namespace waymark;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

const std::vector<std::string> agency = {"--agency", "North County IPS", "--zone", "America/New_York"};

/// A refusal: its exit code, one sentence on stderr, and with --json the error on stdout.
void refused(const TestDatabase& db, int exit_code, const std::string& code, const std::string& command,
             const std::vector<std::string>& more) {
  INFO(command);
  const auto said = db.command(command, more);
  CHECK(said.exit_code == exit_code);
  CHECK(said.out.empty());
  CHECK(said.err.ends_with(".\n"));
  CHECK(said.err.find('\n') == said.err.size() - 1);
  auto with_json = more;
  with_json.push_back("--json");
  const auto told = db.command(command, with_json);
  CHECK(told.exit_code == exit_code);
  CHECK(told.json().at("error").at("code") == bj::value(code));
  CHECK(told.err == said.err);
}

}  // namespace

TEST_CASE("init makes a store once, and never over another file") {
  const TestDatabase db;
  const auto made = db.command("init", agency);
  CHECK(made.exit_code == 0);
  CHECK(made.out.find("North County IPS") != std::string::npos);
  struct stat found {};
  REQUIRE(stat(db.path.c_str(), &found) == 0);
  CHECK((found.st_mode & 0077) == 0);
  const auto before = db.bytes();
  refused(db, 3, "already_exists", "init", agency);
  CHECK(db.bytes() == before);
}

TEST_CASE("a zone nobody knows and a directory that is not there leave nothing behind") {
  TestDatabase db;
  refused(db, 2, "unknown_zone", "init", {"--agency", "A", "--zone", "Mars/Olympus"});
  refused(db, 2, "missing", "init", {"--agency", "", "--zone", "America/New_York"});
  CHECK(std::filesystem::is_empty(db.directory.path()));
  db.path = db.directory.path() / "absent" / "agency.db";
  refused(db, 3, "cannot_open", "init", agency);
  refused(db, 3, "cannot_open", "verify", {});
  CHECK(std::filesystem::is_empty(db.directory.path()));
}

TEST_CASE("words nobody understands are wrong usage") {
  const TestDatabase db;
  db.init();
  const auto before = db.bytes();
  for (const auto& words :
       std::vector<std::vector<std::string>>{{},
                                             {"frobnicate"},
                                             {"frobnicate", "--help"},
                                             {"user", "frobnicate", "--help"},
                                             {"user", "--db", db.path.string(), "frobnicate", "--help"},
                                             {"export", "--db", db.path.string()},
                                             {"init"},
                                             {"user", "--db", db.path.string()},
                                             {"user", "--db", db.path.string(), "add"},
                                             {"verify", "--db", db.path.string(), "--fast"},
                                             {"serve"}}) {
    auto with_json = words;
    with_json.push_back("--json");
    const auto told = run(with_json);
    CHECK(told.exit_code == 2);
    CHECK(told.json().at("error").at("code") == "bad_request");
    CHECK(run(words).exit_code == 2);
  }
  SystemRandom random;
  const std::string person = make_op_id(random);
  refused(db, 2, "bad_request", "user", {"add", "--name", "A", "--role", "king"});
  refused(db, 2, "not_found", "user", {"disable", "--person", person});
  refused(db, 2, "bad_id", "user", {"disable", "--person", "Ana"});
  refused(db, 2, "out_of_range", "schedule",
          {"--person", person, "--from", "2026-01-05", "--minutes", "450,450"});
  refused(db, 2, "out_of_range", "schedule",
          {"--person", person, "--from", "2026-01-05", "--minutes", "450,450,x,450,450,0,0"});
  refused(db, 2, "out_of_range", "schedule",
          {"--person", person, "--from", "2026-01-05", "--minutes", "450,450,1441,450,450,0,0"});
  refused(db, 2, "bad_date", "schedule",
          {"--person", person, "--from", "soon", "--minutes", "450,450,450,450,450,0,0"});
  refused(db, 2, "not_found", "enroll", {"--person", person, "--server", "https://waymark.example.org"});
  refused(db, 2, "out_of_range", "serve", {"--listen", "nonsense"});
  refused(db, 2, "out_of_range", "serve", {"--listen", "0.0.0.0:0"});
  refused(db, 2, "out_of_range", "serve", {"--listen", "[::]:0"});
  refused(db, 2, "bad_request", "serve", {"--tls-cert", "a.pem"});
  CHECK(db.bytes() == before);
  const auto help = run({"--help"});
  CHECK(help.exit_code == 0);
  for (const auto* command :
       {"init", "serve", "user", "enroll", "schedule", "verify", "backup", "restore", "demo"})
    CHECK(help.out.find(command) != std::string::npos);
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"user", "--help"}, {"user", "add", "--help"}, {"verify", "--db", db.path.string(), "--help"}})
    CHECK(run(words).exit_code == 0);
  CHECK(run({"user", "frobnicate", "--help", "--json"}).json().at("error").at("message") ==
        "There is no command user frobnicate; see waymark-server user --help.");
  CHECK(run({"--version"}).out == std::string(WAYMARK_VERSION) + "\n");
}

TEST_CASE("a file that is no store, or one of a newer program, is refused untouched") {
  const TestDatabase db;
  std::ofstream(db.path, std::ios::binary) << std::string(9'000, 'x');
  auto before = db.bytes();
  for (const auto* command : {"verify", "serve"}) refused(db, 3, "corrupt", command, {});
  CHECK(db.bytes() == before);

  std::filesystem::remove(db.path);
  db.init();
  db.run_sql("PRAGMA user_version = 999");
  before = db.bytes();
  for (const auto* command : {"verify", "serve"}) refused(db, 3, "schema_too_new", command, {});
  CHECK(db.bytes() == before);
}

TEST_CASE("people are added, listed and disabled") {
  const TestDatabase db;
  db.init();
  const auto added = db.ask("user", {"add", "--name", "Ana Ruiz", "--role", "specialist", "--team", "North"});
  CHECK(added.size() == 1);
  const std::string id(added.at("person_id").as_string());
  CHECK(is_uuid(id));
  db.ask("user", {"disable", "--person", id});
  const auto listed = db.ask("user", {"list"});
  REQUIRE(listed.at("people").as_array().size() == 1);
  const auto& person = listed.at("people").at(0);
  CHECK(person.at("name") == "Ana Ruiz");
  CHECK(person.at("role") == "specialist");
  CHECK(person.at("team") == "North");
  CHECK(person.at("disabled") == true);
  CHECK(db.command("user", {"list"}).out.find("Ana Ruiz (disabled)") != std::string::npos);
}

TEST_CASE("a password comes on stdin, and only its hash is kept") {
  const TestDatabase db;
  db.init();
  const std::vector<std::string> lead = {"add",    "--name", "Lea",     "--role", "lead",
                                         "--team", "North",  "--login", "lea",    "--password-stdin"};
  CHECK(db.command("user", lead, "short\n").exit_code == 2);
  CHECK(db.command("user", lead, "").exit_code == 2);
  CHECK(db.command("user", lead, "a long enough password\n").exit_code == 0);
  CHECK(db.bytes().find("a long enough password") == std::string::npos);
  refused(db, 2, "already_exists", "user", {"add", "--name", "Lu", "--role", "lead", "--login", "lea"});
  refused(db, 2, "bad_request", "user", {"add", "--name", "Lu", "--role", "lead", "--password-stdin"});
}

TEST_CASE("whoever has a login and no password gets a link to set one, and anybody a new one") {
  const TestDatabase db;
  db.init();
  const auto added = db.ask("user", {"add", "--name", "Lea", "--role", "lead", "--team", "North", "--login",
                                     "lea", "--server", "https://waymark.example.org"});
  const std::string link(added.at("password_link").as_string());
  CHECK(link.starts_with("https://waymark.example.org/password/"));
  CHECK(link.size() == std::string("https://waymark.example.org/password/").size() + 64);
  const std::string person(added.at("person_id").as_string());
  const auto again = db.command("user", {"link", "--person", person, "--json"});
  CHECK(again.json().at("password_link").as_string().starts_with("http://127.0.0.1:8340/password/"));
  CHECK(again.err.find("--server") != std::string::npos);
  CHECK(again.json().at("password_link").as_string() != link);
  CHECK(db.bytes().find(link.substr(link.size() - 64)) == std::string::npos);
  CHECK_FALSE(db.ask("user", {"add", "--name", "Ana", "--role", "specialist"}).contains("password_link"));
  refused(db, 2, "missing", "user",
          {"link", "--person", db.add("Ben"), "--server", "https://waymark.example.org"});
}

TEST_CASE("an enrolment is a code, a picture and a link") {
  const TestDatabase db;
  db.init();
  const auto person = db.add("Ana");
  const auto guessed = db.command("enroll", {"--person", person, "--json"});
  CHECK(guessed.json().at("link").as_string().starts_with(
      "waymark://enroll?server=http%3A%2F%2F127.0.0.1%3A8340&code="));
  CHECK(guessed.err.find("--server") != std::string::npos);  // nobody could say, so it says that it guessed
  const auto made = db.ask("enroll", {"--person", person, "--server", "https://waymark.example.org"});
  CHECK(made.size() == 2);
  CHECK(made.at("code").as_string().size() == 8);
  const std::string text(made.at("link").as_string());
  CHECK(text.starts_with("waymark://enroll?server=https%3A%2F%2Fwaymark.example.org&code="));
  const auto link = parse_enrol_link(text);
  REQUIRE(link);
  CHECK(link->code.size() == 26);
  const auto printed =
      db.command("enroll", {"--person", person, "--server", "https://waymark.example.org"}).out;
  CHECK(printed.find("waymark://enroll?") != std::string::npos);
  CHECK(printed.find("█") != std::string::npos);
  CHECK(printed.find("\x1b[") == std::string::npos);
  refused(db, 2, "bad_request", "enroll", {"--person", person, "--server", "ftp://x"});
}

TEST_CASE("a backup is verified, never over a file, and restores what was") {
  const TestDatabase db;
  db.init();
  db.add("Ana");
  const auto backup = (db.directory.path() / "backup.db").string();
  const auto made = db.ask("backup", {"--to", backup});
  CHECK(made.at("to") == bj::value(backup));
  CHECK(made.at("seq").as_int64() > 0);
  refused(db, 3, "already_exists", "backup", {"--to", backup});
  refused(db, 3, "already_exists", "backup", {"--to", db.path.string()});
  db.add("Ben");
  refused(db, 3, "already_exists", "restore", {"--from", backup});
  CHECK(db.ask("user", {"list"}).at("people").as_array().size() == 2);
  db.ask("restore", {"--from", backup, "--force"});
  CHECK(db.ask("user", {"list"}).at("people").as_array().size() == 1);
  CHECK(db.ask("verify").at("ok") == true);
  std::ofstream(db.directory.path() / "noise") << "not a store";
  refused(db, 3, "corrupt", "restore", {"--from", (db.directory.path() / "noise").string(), "--force"});
  CHECK(db.ask("user", {"list"}).at("people").as_array().size() == 1);
}

TEST_CASE("verify says that all is well, and exits 1 with what is not") {
  const TestDatabase db;
  db.ask("demo", {"--specialists", "2", "--weeks", "2"});
  CHECK(db.ask("verify") == bj::object{{"ok", true}, {"faults", bj::array()}});
  db.run_sql(
      "UPDATE ops SET payload = replace(payload, '\"deleted\":false', '\"deleted\":true') WHERE seq = 3");
  const auto found = db.command("verify", {"--json"});
  CHECK(found.exit_code == 1);
  const auto report = found.json();
  CHECK(report.at("ok") == false);
  CHECK_FALSE(report.at("faults").as_array().empty());
  const auto said = db.command("verify");
  CHECK(said.exit_code == 1);
  CHECK(said.out.find("fault") != std::string::npos);
}

TEST_CASE("verify exits 1 with a fault for a store too damaged to be opened") {
  const TestDatabase db;
  db.init();
  std::filesystem::resize_file(db.path, 8'192);
  const auto found = db.command("verify", {"--json"});
  CHECK(found.exit_code == 1);
  CHECK(found.json().at("ok") == false);
  CHECK(found.json().at("faults").as_array().size() == 1);
}

TEST_CASE("--json may stand anywhere") {
  const TestDatabase db;
  db.init();
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"--json", "user", "--db", db.path.string(), "list"},
                                             {"user", "--json", "--db", db.path.string(), "list"},
                                             {"user", "--db", db.path.string(), "--json", "list"},
                                             {"user", "--db", db.path.string(), "list", "--json"}}) {
    const auto listed = run(words);
    CHECK(listed.exit_code == 0);
    CHECK(listed.json().at("people").as_array().empty());
  }
}

TEST_CASE("the sample agency is the same for the same seed, and never made over a file") {
  const TestDatabase one;
  const TestDatabase same;
  const auto made = one.ask("demo", {"--specialists", "3", "--weeks", "3", "--seed", "7"});
  const auto again = same.ask("demo", {"--specialists", "3", "--weeks", "3", "--seed", "7"});
  CHECK(made.at("people") == again.at("people"));
  CHECK(made.at("people").as_array().size() == 6);
  CHECK(made.at("entries").as_int64() > 50);
  CHECK(one.ask("verify").at("ok") == true);
  refused(one, 3, "already_exists", "demo", {});
  CHECK(one.ask("verify").at("ok") == true);
}
