// Edits put aside, as their team's lead sees them: both sides, who must do what, and nobody else.
#include <catch2/catch.hpp>
#include <set>

#include "syncserver/store/team_desk.h"
#include "tests/syncserver/web/monday.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

/// Ana edited the first entry of her week on the phone, and on a tablet that had not heard of that; an old
/// phone of hers has heard of neither.
class Conflict : public Monday {
 public:
  Conflict() : tablet(server, "Ana", "Tablet"), old_phone(server, "Ana", "Old phone") {
    tablet.sync();
    old_phone.sync();
    auto on_phone = entry(ana, "employer_site", monday_9_am, 6);
    on_phone["note"] = "With the manager.";
    auto on_tablet = entry(ana, "library", monday_9_am, 5);
    on_tablet["note"] = "The manager <b>was away</b>.";
    ana.sync({ana.edit("entry", on_phone, ana_first)});
    const auto results = tablet.sync({tablet.edit("entry", on_tablet, ana_first)});
    REQUIRE(results[0].at("status") == "conflict");
  }

  std::string page() const { return "/aside/" + ana_first; }

  Phone tablet, old_phone;
};

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) return {};
  return text.substr(at, text.find(to, at) - at);
}

}  // namespace

TEST_CASE("a lead comes from the team to both sides of a conflict, and sees what differs") {
  Conflict conflict;
  const auto to_it = "href=\"" + conflict.page() + "\"";
  CHECK(conflict.team_week().find(to_it + ">1 record edited on two devices</a>") != std::string::npos);
  CHECK(conflict.lea.get(conflict.person_week("Ana")).says(to_it + ">Both sides: Job coaching, Mon 09:00"));
  CHECK(conflict.lea.get(conflict.person_path("Ana", "/entries/" + conflict.ana_first)).says(to_it));
  CHECK(conflict.lea.get("/aside").says(to_it + ">Job coaching, Mon 8 Jun</a>"));

  const auto page = conflict.lea.get(conflict.page());
  CHECK(page.status == 200);
  CHECK(page.says("<strong>Ana, with Phone</strong>"));
  CHECK(page.says("<strong>Ana, with Tablet</strong>"));
  CHECK(page.says("Ana decides on the phone: Sync, Needs you, then Keep mine, Keep theirs or Edit."));
  const auto different = between(page.body, "What differs", "</table>");
  CHECK(different.find("data-label=\"Stands now\"><mark>Mon 8 Jun 15:00</mark>") != std::string::npos);
  CHECK(different.find("data-label=\"In conflict\"><mark>Mon 8 Jun 14:00</mark>") != std::string::npos);
  CHECK(different.find("<mark>Employer&#39;s site</mark>") != std::string::npos);
  CHECK(different.find("<mark>Library</mark>") != std::string::npos);
  CHECK(different.find("The manager &lt;b&gt;was away&lt;/b&gt;.") != std::string::npos);
  CHECK(different.find("Activity") == std::string::npos);
  const auto same = between(page.body, "The same in all", "</section>");
  CHECK(same.find("<dt>Activity</dt><dd>Job coaching</dd>") != std::string::npos);
  CHECK(same.find("<dt>Note</dt>") == std::string::npos);
  // The lead sees; there is nothing to press.
  CHECK_FALSE(page.says("formaction"));
  CHECK(between(page.body, "<main", "</main>").find("<form") == std::string::npos);
}

TEST_CASE("what the specialist decides on the phone settles it, and the page says so") {
  Conflict conflict;
  conflict.tablet.sync();
  const auto& row = conflict.tablet.row(conflict.ana_first);
  bj::array parents = {row.at("op")};
  for (const auto& side : row.at("conflicts").as_array()) parents.push_back(side.at("op"));
  const auto kept = entry(conflict.ana, "library", monday_9_am, 5);
  REQUIRE(conflict.tablet.sync({conflict.tablet.edit("entry", kept, conflict.ana_first, parents)})[0].at(
              "status") == "head");
  const auto page = conflict.lea.get(conflict.page());
  CHECK(page.status == 200);
  CHECK(page.says("Settled: one version stands, and nothing is put aside."));
  CHECK_FALSE(page.says("What differs"));
  CHECK(conflict.lea.get("/aside").says("Nothing is put aside: every edit of your team went in."));
}

TEST_CASE("a deletion is told from a version that says something else") {
  Conflict conflict;
  auto deletion =
      conflict.old_phone.edit("entry", entry(conflict.ana, "library", monday_9_am, 5), conflict.ana_first);
  deletion["deleted"] = true;
  conflict.server.clock.pass(std::chrono::minutes{5});  // edits are in the order they arrived in
  REQUIRE(conflict.old_phone.sync({deletion})[0].at("status") == "conflict");
  const auto page = conflict.lea.get(conflict.page());
  CHECK(page.says("<th scope=\"row\">Deleted</th><td data-label=\"Stands now\"><mark>–</mark></td>"));
  CHECK(page.says("data-label=\"In conflict 2\"><mark>yes</mark>"));
}

TEST_CASE("a held edit and a refused one stand beside what they would change, too") {
  Monday monday;
  monday.lea.get(monday.person_week("Ana"));
  REQUIRE(monday.approve("Ana").status == 303);
  REQUIRE(
      monday.ana
          .sync({monday.ana.edit("entry", entry(monday.ana, "cafe", monday_9_am, 6), monday.ana_first)})[0]
          .at("status") == "held");
  auto backwards = entry(monday.ben, "library", monday_9_am + 10 * hour, 1);
  backwards["ends_at"] = monday_9_am;
  const auto refused = monday.ben.edit("entry", backwards);
  REQUIRE(monday.ben.sync({refused})[0].at("status") == "invalid");

  const auto list = monday.lea.get("/aside");
  CHECK(list.says(">Held</span>"));
  CHECK(list.says(">Refused</span>"));
  const auto held = monday.lea.get("/aside/" + monday.ana_first);
  CHECK(held.says("You decide: returning the week applies the held edit"));
  CHECK(held.says("<td data-label=\"Held\"><mark>Café</mark></td>"));
  const auto wrong = monday.lea.get("/aside/" + std::string(refused.at("rid").as_string()));
  CHECK(wrong.status == 200);
  CHECK(wrong.says("Ben corrects the refused edit, or discards it, on the phone"));
  CHECK(wrong.says("What it says"));
}

TEST_CASE("a refused edit full of nonsense is a page that says it can't be shown") {
  Monday monday;
  auto nonsense = entry(monday.ben, "library", monday_9_am, 1);
  nonsense["starts_at"] = 9'000'000'000'000'000'000;
  nonsense["ends_at"] = 9'100'000'000'000'000'000;
  const auto op = monday.ben.edit("entry", nonsense);
  REQUIRE(monday.ben.sync({op})[0].at("status") == "invalid");
  const auto page = monday.lea.get("/aside/" + std::string(op.at("rid").as_string()));
  CHECK(page.status == 200);
  CHECK(page.says("What it says can't be shown."));
  CHECK(monday.lea.get("/aside").says(">Entry</a>"));
}

TEST_CASE("hundreds of refused edits come in parts under 60 KB") {
  Monday monday;
  for (int batch = 0; batch < 3; ++batch) {
    bj::array backwards;
    for (int i = 0; i < 70; ++i)
      backwards.push_back(monday.ana.edit("entry", entry(monday.ana, "employer_site", monday_9_am, -1)));
    for (const auto& result : monday.ana.sync(backwards)) REQUIRE(result.at("status") == "invalid");
  }
  std::set<std::string> seen;
  for (const auto* part : {"", "?page=2", "?page=3"}) {
    const auto page = monday.lea.get(std::string("/aside") + part);
    CHECK(page.body.size() < 60'000);
    CHECK(page.says("of 3</span>"));
    for (auto at = page.body.find("/aside/"); at != std::string::npos; at = page.body.find("/aside/", at + 1))
      seen.insert(page.body.substr(at, 43));
  }
  CHECK(seen.size() == 210);
}

TEST_CASE("a record with dozens of long versions comes in parts under 60 KB") {
  Conflict conflict;
  constexpr int versions = 40;
  const auto base = conflict.old_phone.row(conflict.ana_first).at("op");
  bj::array edits;
  for (int i = 0; i < versions; ++i) {
    auto long_one = entry(conflict.ana, "library", monday_9_am, 5);
    if (i == 0) long_one["activity"] = "engagement";  // which the last part does not show
    long_one["note"] = std::to_string(1000 + i) + std::string(1900, '&');
    auto edit = conflict.old_phone.edit("entry", long_one, conflict.ana_first);
    edit["parents"] = edit["anc"] = bj::array{base};  // as of as many devices, none of which knew another
    edits.push_back(std::move(edit));
  }
  for (const auto& edit : edits) {
    conflict.server.clock.pass(std::chrono::minutes{1});
    REQUIRE(conflict.old_phone.sync({edit})[0].at("status") == "conflict");
  }
  std::set<std::string> seen;
  for (int part = 1; part <= 9; ++part) {
    const auto page = conflict.lea.get(conflict.page() + "?page=" + std::to_string(part));
    CHECK(page.body.size() < 60'000);
    CHECK(page.says("Page " + std::to_string(part) + " of 9"));
    CHECK(page.says("Stands now"));
    for (int i = 0; i < versions; ++i)
      if (page.says("<mark>" + std::to_string(1000 + i) + "&amp;")) seen.insert(std::to_string(i));
  }
  CHECK(seen.size() == versions);
  const auto last = conflict.lea.get(conflict.page() + "?page=9");
  CHECK(between(last.body, "The same in all", "</section>").find("<dt>Contact</dt>") != std::string::npos);
  CHECK(between(last.body, "The same in all", "</section>").find("<dt>Activity</dt>") == std::string::npos);
}

TEST_CASE("an employer edited on two phones is shown to the lead of whoever edited it") {
  Monday monday;
  Phone odd(monday.server, "Odd");
  const auto cafe = monday.ana.edit("employer", {{"name", "Riverside"}});
  monday.ana.sync({cafe});
  const std::string rid(cafe.at("rid").as_string());
  odd.sync();
  monday.ben.sync();
  REQUIRE(odd.sync({odd.edit("employer", {{"name", "Riverside Café"}}, rid)})[0].at("status") == "head");
  REQUIRE(monday.ben.sync({monday.ben.edit("employer", {{"name", "River Side"}}, rid)})[0].at("status") ==
          "conflict");
  CHECK(monday.lea.get("/aside").says(">River Side</a>"));
  const auto page = monday.lea.get("/aside/" + rid);
  CHECK(page.says("<mark>Riverside Café</mark>"));
  CHECK(page.says("<mark>River Side</mark>"));
}

TEST_CASE("both sides are for that team's lead alone") {
  Conflict conflict;
  NewPerson other;
  other.name = "Lou";
  other.role = Role::lead;
  other.team = "South";
  const auto lou = conflict.server.store->add_person(other, {});
  REQUIRE(lou);
  const Viewer elsewhere{lou->person_id};
  const auto all = [](std::size_t count) { return std::pair{std::size_t{0}, count}; };
  auto& desk = conflict.server.store->team();
  CHECK(desk.aside_record(elsewhere, conflict.ana_first).error().code == ErrorCode::forbidden);
  CHECK(desk.aside(elsewhere, all)->total == 0);
  for (const auto* name : {"Ana", "Ada"}) {
    INFO(name);
    const Viewer viewer{conflict.server.person(name)};
    CHECK(desk.aside_record(viewer, conflict.ana_first).error().code == ErrorCode::forbidden);
    CHECK(desk.aside(viewer, all).error().code == ErrorCode::forbidden);
  }
  const Viewer lead{conflict.server.person("Lea")};
  CHECK(desk.aside_record(lead, "00000000-0000-7000-8000-000000000000").error().code == ErrorCode::not_found);
  CHECK(desk.aside_record(lead, "nonsense").error().code == ErrorCode::not_found);
  // A specialist has both sides on the phone, and no link here.
  conflict.server.give_password("Ana", "ana");
  Browser ana(conflict.server);
  ana.sign_in("ana");
  CHECK(ana.get(conflict.person_week("Ana")).says("Edited on two devices: 1 record of this week."));
  CHECK_FALSE(ana.get(conflict.person_week("Ana")).says("/aside/"));
}
