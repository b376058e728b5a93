// The admin's desk from the command line.
#include <catch2/catch.hpp>

#include "tests/syncserver/cli/test_database.h"

using namespace waymark::test;
namespace bj = boost::json;

namespace {

/// Wrong usage: exit 2, one sentence on stderr, the code in JSON.
void refused(const TestDatabase& db, const std::string& code, const std::string& command,
             std::vector<std::string> more) {
  INFO(command << " " << more.front());
  more.push_back("--json");
  const auto told = db.command(command, more);
  CHECK(told.exit_code == 2);
  CHECK(told.json().at("error").at("code") == bj::value(code));
  CHECK(told.err.ends_with(".\n"));
}

bool says(const Finished& finished, std::string_view words) {
  INFO(finished.out << finished.err);
  CHECK(finished.exit_code == 0);
  return finished.out.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("people are changed, moved, enabled and shown") {
  const TestDatabase db;
  db.init();
  const auto ana = db.add("Ana");
  CHECK(says(db.command("user", {"change", "--person", ana, "--name", "Ana Ruiz", "--role", "lead"}),
             "Ana Ruiz is lead now."));
  CHECK(db.ask("user", {"move", "--person", ana, "--team", "South", "--from", "2031-01-06"}).at("team") ==
        "South");
  db.ask("user", {"disable", "--person", ana});
  CHECK(db.ask("user", {"show", "--person", ana}).at("disabled") == true);
  db.ask("user", {"enable", "--person", ana});
  const auto shown = db.ask("user", {"show", "--person", ana});
  CHECK(shown.at("disabled") == false);
  CHECK(shown.at("team") == "North");
  REQUIRE(shown.at("teams").as_array().size() == 2);
  CHECK(shown.at("teams").at(1).at("from") == "2031-01-06");
  CHECK(says(db.command("user", {"show", "--person", ana}), "South from 2031-01-06"));
  CHECK(db.command("user", {"login", "--person", ana, "--login", "ana", "--password-stdin"},
                   "a long enough password\n")
            .exit_code == 0);
  CHECK(db.bytes().find("a long enough password") == std::string::npos);
  CHECK(db.ask("user", {"show", "--person", ana}).at("login") == "ana");
  db.ask("user", {"login", "--person", ana});
  CHECK(db.ask("user", {"show", "--person", ana}).at("login") == "");
  refused(db, "bad_request", "user", {"change", "--person", ana});
  refused(db, "bad_request", "user", {"login", "--person", ana, "--password-stdin"});
  refused(db, "bad_date", "user", {"move", "--person", ana, "--team", "South", "--from", "soon"});
  refused(db, "bad_id", "user", {"show", "--person", "Ana"});
}

TEST_CASE("codes are listed without their letters, and cancelled") {
  const TestDatabase db;
  db.init();
  CHECK(says(db.command("code", {"list"}), "No code was made"));
  const auto made = db.ask("enroll", {"--person", db.add("Ana"), "--server", "https://waymark.example"});
  const auto listed = db.command("code", {"list"});
  CHECK(says(listed, "open, "));
  CHECK(listed.out.find(made.at("code").as_string()) == std::string::npos);
  const std::string id(db.ask("code", {"list"}).at("codes").at(0).at("code_id").as_string());
  CHECK(says(db.command("code", {"cancel", "--code", id}), "cannot be used any more."));
  CHECK(says(db.command("code", {"list"}), "expired"));
  refused(db, "not_found", "code", {"cancel", "--code", "000000000000"});
}

TEST_CASE("devices and edits put aside are told, also where there are none") {
  const TestDatabase db;
  db.init();
  CHECK(says(db.command("device", {"list"}), "No device is enrolled yet"));
  CHECK(db.ask("device", {"list"}).at("devices").as_array().empty());
  CHECK(says(db.command("conflicts"), "Nothing: every edit that arrived went in."));
  CHECK(db.ask("conflicts", {"--kind", "held"}).at("total") == 0);
  const std::string nobody = "01941f29-7c00-7618-8e88-f4fc4bbbec91";
  refused(db, "not_found", "device", {"revoke", "--device", nobody});
  refused(db, "not_found", "device", {"wipe", "--device", nobody, "--when", "now"});
  refused(db, "bad_request", "device", {"wipe", "--device", nobody, "--when", "later"});
  refused(db, "bad_request", "conflicts", {"--kind", "lost"});
}

TEST_CASE("places are added, changed and removed") {
  const TestDatabase db;
  db.init();
  const auto made =
      db.ask("place", {"add", "--name", "Library", "--kind", "library", "--lat", "43.1", "--lon", "-75.2"});
  const std::string id(made.at("place_id").as_string());
  CHECK(made.at("radius_m").to_number<double>() == 100);
  CHECK(db.ask("place", {"change", "--place", id, "--radius", "60"}).at("name") == "Library");
  CHECK(says(db.command("place", {"list"}), "60 m"));
  refused(db, "unknown_code", "place",
          {"add", "--name", "Home", "--kind", "own_home", "--lat", "43.1", "--lon", "-75.2"});
  refused(db, "bad_request", "place", {"add", "--name", "Library"});
  db.ask("place", {"remove", "--place", id});
  CHECK(says(db.command("place", {"list"}), "No place is known yet"));
  refused(db, "not_found", "place", {"remove", "--place", id});
}

TEST_CASE("a policy is previewed, set and removed; holidays are added and taken back") {
  const TestDatabase db;
  db.init();
  const std::vector<std::string> words = {"--from", "2031-01-06",       "--set", "minimum_percent=55",
                                          "--set",  "programs=pros,act"};
  auto with = [&](const char* action) {
    std::vector<std::string> all = {action};
    all.insert(all.end(), words.begin(), words.end());
    return all;
  };
  const auto before = db.bytes();
  const auto preview = db.ask("policy", with("preview"));
  CHECK(preview.at("standings_changed") == 0);
  CHECK(preview.at("differences").at(0).at("member") == "minimum_percent");
  CHECK(preview.at("differences").at(1).at("after").as_array().size() == 2);
  CHECK(says(db.command("policy", with("preview")), "minimum_percent: 50 -> 55"));
  CHECK(db.bytes() == before);
  CHECK(db.ask("policy", with("set")).at("minimum_percent") == 55);
  CHECK(db.ask("policy", {"list"}).at("policies").as_array().size() == 2);
  db.ask("policy", {"set", "--from", "2031-01-06", "--set", "fidelity_anchors=30,40,55,70", "--set",
                    "commute_is_work=yes"});
  CHECK(says(db.command("policy", {"list"}), "[30,40,55,70]"));
  refused(db, "out_of_range", "policy", {"set", "--from", "2031-01-06", "--set", "minimum_percent=500"});
  refused(db, "not_found", "policy", {"set", "--from", "2031-01-06", "--set", "minimum=55"});
  refused(db, "bad_request", "policy", {"set", "--from", "2031-01-06", "--set", "minimum_percent"});
  refused(db, "bad_date", "policy", {"set", "--from", "soon", "--set", "minimum_percent=55"});

  CHECK(says(db.command("holiday", {"add", "--date", "2031-12-25"}), "is a holiday now"));
  CHECK(says(db.command("holiday", {"list"}), "2031-12-25  Thu"));
  db.ask("policy", {"remove", "--from", "2031-01-06"});
  CHECK(db.ask("holiday", {"list"}).at("holidays").as_array().size() == 1);
  db.ask("holiday", {"remove", "--date", "2031-12-25"});
  CHECK(says(db.command("holiday", {"list"}), "No holiday is set"));
  refused(db, "missing", "policy", {"remove", "--from", "2000-01-01"});
}

TEST_CASE("backups, the audit trail and storage are told") {
  const TestDatabase db;
  db.init();
  const auto ana = db.add("Ana");
  db.ask("user", {"disable", "--person", ana});
  CHECK(says(db.command("backups"), "No verified backup was made yet"));
  db.ask("backup", {"--to", (db.directory.path() / "monday.db").string()});
  CHECK(says(db.command("backups"), "monday.db"));
  CHECK(says(db.command("backups"), "0 changes are in no verified backup yet."));
  CHECK(db.ask("backups").at("backups").at(0).at("bytes").as_int64() > 0);

  const auto trail = db.ask("audit", {"--person", ana});
  REQUIRE(trail.at("rows").as_array().size() == 2);
  CHECK(trail.at("rows").at(0).at("action") == "person_disabled");
  CHECK(trail.at("rows").at(0).at("subject_name") == "Ana");
  CHECK(says(db.command("audit", {"--search", "MONDAY"}), "backup_made"));
  CHECK(says(db.command("audit", {"--limit", "1"}), "Older ones: --before"));
  CHECK(says(db.command("audit", {"--search", "nothing like it"}), "Nothing of that kind"));
  refused(db, "bad_date", "audit", {"--from", "yesterday"});

  const auto storage = db.ask("storage");
  CHECK(storage.at("people") == 1);
  CHECK(storage.at("records").at("person") == 1);
  CHECK(storage.at("file_bytes").as_int64() > 0);
  CHECK(says(db.command("storage"), "free."));
}
