// The lead's Monday: the team's week, a specialist's week, and what is decided about them.
#include <catch2/catch.hpp>
#include <set>

#include "shared/records/natural_key.h"
#include "syncserver/store/admin_desk.h"
#include "syncserver/store/team_desk.h"
#include "syncserver/web/page.h"
#include "syncserver/web/team_pages.h"
#include "tests/syncserver/web/monday.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

bool says(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("the team's week says how the team stands and where every figure comes from") {
  Monday monday;
  const auto page = monday.team_week();
  CHECK(says(page, "8 – 14 June 2026"));
  CHECK(says(page, "<p class=\"figure\">56.2 %</p>"));  // 45 of 80 hours
  CHECK(says(page, "<strong>45.0 of 80.0 h</strong> pooled"));
  CHECK(says(page, "mean of specialists 56.2 %"));
  CHECK(says(page, "2 of 2 submitted"));
  CHECK(says(page, "Complete: every phone was heard from after the week&#39;s end."));
  CHECK(says(page, "<strong>75.0 %</strong><small>30.0 / 40.0 h</small>"));
  CHECK(says(page, "<strong>37.5 %</strong><small>15.0 / 40.0 h</small>"));
  CHECK(says(page, "Recommended"));
  CHECK(says(page, "37.5 %, below 50 %"));
  CHECK(says(page, "just now"));
}

TEST_CASE("weeks with too little data are named beside the pool that leaves them out") {
  Monday monday;
  CHECK_FALSE(says(monday.team_week(), "with too little data"));
  // Two weeks before, when nobody had a schedule yet: four days of Ana's, and of Ben's one hour.
  const auto day_before = [](int days) { return monday_9_am - days * 24 * hour; };
  bj::array most;
  for (const int days : {14, 13, 12, 11})
    most.push_back(monday.ana.edit("entry", entry(monday.ana, "library", day_before(days), 8)));
  monday.ana.sync(most);
  monday.ben.sync({monday.ben.edit("entry", entry(monday.ben, "library", day_before(14), 1))});
  const auto before = monday.lea.get("/team?week=2026-05-25").body;
  CHECK(says(before, "<strong>32.0 of 32.0 h</strong> pooled, without 1 with too little data"));
}

TEST_CASE("signs that would turn the text around them do not get in by a form") {
  Monday monday;
  const auto returned = monday.give_back("Ben", "Where \u202ewas\u2066 Tuesday?\u200b");
  REQUIRE(returned.status == 303);
  CHECK(monday.lea.follow(returned).says("Returned with the note: Where was Tuesday?"));
}

TEST_CASE("the address of a form that is only opened is a page, with a way back") {
  Monday monday;
  const auto page = monday.lea.get("/sign-out");
  CHECK(page.status == 405);
  CHECK(page.says("<main"));
  CHECK(page.header("content-security-policy").find("default-src") != std::string::npos);
}

TEST_CASE("what needs attention comes first, and whoever is in order is not in it") {
  Monday monday;
  const auto page = monday.team_week();
  const auto list =
      page.substr(page.find("Needs attention"), page.find("<table") - page.find("Needs attention"));
  CHECK(says(list, ">Ben</a>"));
  CHECK_FALSE(says(list, ">Ana</a>"));
  CHECK(says(list, "Approve 1 clean week"));
}

TEST_CASE("empty is told from zero") {
  Monday monday;
  const auto nia = monday.hire("Nia");
  CHECK(says(monday.team_week(), "No entries, no phone enrolled"));
  const auto page = monday.lea.get("/people/" + nia + "?week=" + week);
  CHECK(page.says("No entries yet in this week."));
  CHECK(page.says("<p class=\"figure\">– "));
  // Eight hours of which none were in the community are a figure.
  Phone lea(monday.server, "Lea");
  lea.sync({lea.edit("entry", entry(lea, "program_site", monday_9_am, 8))});
  CHECK(says(monday.team_week(), "<strong>0.0 %</strong><small>0.0 / 8.0 h</small>"));
}

TEST_CASE("a week with nobody in the team says so, and a week to come cannot be gone to") {
  Monday monday;
  CHECK(monday.lea.get("/team").says("so far"));
  CHECK_FALSE(monday.lea.get("/team").says("Later ›"));
  CHECK(monday.lea.get("/team?week=" + week).says("Later ›"));
  CHECK(monday.lea.get("/team?week=2026-06-11").says("8 – 14 June 2026"));  // any day of it
  CHECK(monday.lea.get("/team?week=yesterday").status == 400);
}

TEST_CASE("names and notes are text, whatever is in them") {
  Monday monday;
  const std::string evil = "<script>alert('x')</script> & \"Co\"";
  const std::string safe = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;";
  const auto added = monday.hire(evil);
  auto noted =
      monday.ana.edit("entry", entry(monday.ana, "library", monday_9_am + 4 * 24 * hour + 9 * hour, 1));
  noted.at("body").as_object()["note"] = evil;
  monday.ana.sync({noted});
  for (const auto& path :
       {"/team?week=" + week, "/people/" + added + "?week=" + week, monday.person_week("Ana"),
        monday.person_path("Ana", "/entries/" + std::string(noted.at("rid").as_string())),
        std::string("/schedules"), "/people/" + added + "/time"}) {
    const auto page = monday.lea.get(path);
    INFO(path);
    CHECK(page.status == 200);
    CHECK(page.says(safe));
    CHECK_FALSE(page.says("<script"));
  }
  monday.lea.get("/account");
  const auto refused =
      monday.lea.post(monday.person_path("Ana", "/return"), {{"week", evil}, {"note", evil}});
  CHECK(refused.status == 400);
  CHECK_FALSE(refused.says("<script"));
}

TEST_CASE("a specialist's week shows days, exceptions, and every entry with its verdict and reason") {
  Monday monday;
  const auto page = monday.lea.get(monday.person_week("Ana"));
  CHECK(page.says("Ana, 8 – 14 June 2026"));
  CHECK(page.says("30 h 00 m of 40 h 00 m"));
  CHECK(page.says("<th scope=\"row\">Mon 8 Jun</th>"));
  CHECK(page.says("09:00 – 15:00"));
  CHECK(page.says("service in the community"));
  CHECK(page.says("at the program site"));
  CHECK(page.says("10 community entries without a position") == false);
  CHECK(page.says("5 community entries without a position"));
  const auto detail = monday.lea.get(monday.person_path("Ana", "/entries/" + monday.ana_first));
  CHECK(detail.says("Counts as community: service in the community"));
  CHECK(detail.says("First version."));
  CHECK(detail.says("Employer&#39;s site"));
  // Of somebody else's week it is no entry.
  CHECK(monday.lea.get(monday.person_path("Ben", "/entries/" + monday.ana_first)).status == 404);
}

TEST_CASE("a lead approves a week as it was read, and not as it was changed meanwhile") {
  Monday monday;
  const auto mark = monday.mark_of("Ana");
  REQUIRE_FALSE(mark.empty());
  monday.ana.sync({monday.ana.edit("entry", entry(monday.ana, "library", monday_9_am + 8 * hour, 1))});
  const auto refused =
      monday.lea.post(monday.person_path("Ana", "/approve"), {{"week", week}, {"mark", mark}});
  CHECK(refused.status == 422);
  CHECK(refused.says("decided or changed meanwhile"));
  CHECK_FALSE(says(monday.team_week(), "<td>Approved</td>"));
  const auto approved = monday.lea.post(monday.person_path("Ana", "/approve"),
                                        {{"week", week}, {"mark", monday.mark_of("Ana")}});
  REQUIRE(approved.status == 303);
  CHECK(monday.lea.follow(approved).says("The week is approved"));
  CHECK(says(monday.team_week(), "<td>Approved</td>"));
  monday.ana.sync();
  const auto rid = approval_id(monday.ana.person(), Date{std::chrono::year{2026} / 6 / 8});
  CHECK(monday.ana.row(rid).at("body").at("state") == "approved");
}

TEST_CASE("a week goes back with a note, which the phone gets, and never without one") {
  Monday monday;
  monday.lea.get(monday.person_week("Ben"));
  const auto empty = monday.give_back("Ben", "  ");
  CHECK(empty.status == 422);
  CHECK(empty.says("Say in a note what is to be mended"));
  for (const auto* unseen : {"\u200b", "\u202e", " \u00a0\u2060 "})
    CHECK(monday.give_back("Ben", unseen).status == 422);
  const auto returned = monday.give_back("Ben", "Where was Tuesday?");
  REQUIRE(returned.status == 303);
  CHECK(monday.lea.follow(returned).says("Returned with the note: Where was Tuesday?"));
  monday.ben.sync();
  const auto rid = approval_id(monday.ben.person(), Date{std::chrono::year{2026} / 6 / 8});
  CHECK(monday.ben.row(rid).at("body").at("state") == "returned");
  CHECK(monday.ben.row(rid).at("body").at("note") == "Where was Tuesday?");
  CHECK(says(monday.team_week(), "returned, not submitted again"));
}

TEST_CASE("a week that went back and was handed in again says what was done with it") {
  Monday monday;
  monday.lea.get(monday.person_week("Ben"));
  REQUIRE(monday.give_back("Ben", "Where was Tuesday?").status == 303);
  monday.ben.sync();
  const auto day = Date{std::chrono::year{2026} / 6 / 8};
  const auto rid = week_id(monday.ben.person(), day);
  for (const auto* state : {"open", "submitted"})
    monday.ben.sync({monday.ben.edit(
        "week", {{"specialist_id", monday.ben.person()}, {"week_start", week}, {"state", state}}, rid)});
  const auto page = monday.lea.get(monday.person_week("Ben"));
  CHECK(page.says("<h2 id=\"state\">Submitted</h2>"));
  const auto steps = page.body.substr(page.body.find("What was done with it"));
  std::size_t at = 0;
  for (const auto* step : {"Handed in", "Taken back", "Returned", "Where was Tuesday?", "Handed in"}) {
    INFO(step);
    at = steps.find(step, at + 1);
    REQUIRE(at != std::string::npos);
  }
  CHECK(says(steps, "Mon 09:00, Lea"));
}

TEST_CASE("an edit of an approved week waits for the lead, who sees both sides and applies it by returning") {
  Monday monday;
  monday.lea.get(monday.person_week("Ana"));
  REQUIRE(monday.approve("Ana").status == 303);
  auto longer = entry(monday.ana, "employer_site", monday_9_am, 6);
  longer["note"] = "With the manager.";
  REQUIRE(monday.ana.sync({monday.ana.edit("entry", longer, monday.ana_first)})[0].at("status") == "held");
  CHECK(says(monday.team_week(), "1 edit after approval: return the week to apply"));
  const auto page = monday.lea.get(monday.person_week("Ana"));
  CHECK(page.says("Held for you"));
  CHECK(page.says("With the manager."));
  const auto before = monday.lea.get(monday.person_path("Ana", "/entries/" + monday.ana_first));
  CHECK(before.says("Held: the week was approved"));
  monday.lea.get(monday.person_week("Ana"));
  REQUIRE(monday.give_back("Ana", "Applied.").status == 303);
  CHECK_FALSE(monday.lea.get(monday.person_week("Ana")).says("Held for you"));
  const auto after = monday.lea.get(monday.person_path("Ana", "/entries/" + monday.ana_first));
  CHECK(after.says("<strong>Note</strong>: – → With the manager."));
}

TEST_CASE("a lead who comes second is told so, and what they typed is not lost") {
  Monday monday;
  const auto seen = monday.mark_of("Ben");
  REQUIRE(monday.give_back("Ben", "Where was Tuesday?").status == 303);
  const auto late = monday.lea.post(monday.person_path("Ben", "/approve"), {{"week", week}, {"mark", seen}});
  CHECK(late.status == 422);
  CHECK(late.says("decided or changed meanwhile"));
  CHECK(late.says("Where was Tuesday?"));  // what was decided
  REQUIRE(monday.approve("Ben").status == 303);
  const auto note = monday.lea.post(monday.person_path("Ben", "/return"),
                                    {{"week", week}, {"mark", seen}, {"note", "And Thursday?"}});
  CHECK(note.status == 422);
  CHECK(note.says(">And Thursday?</textarea>"));
  CHECK(says(monday.team_week(), "<td>Approved</td>"));
}

TEST_CASE("a week that still runs is neither offered for approval nor approved") {
  Monday monday;
  const std::string running = "2026-06-15";
  const auto page = monday.lea.get(monday.person_path("Ana", "?week=" + running));
  CHECK_FALSE(page.says("Approve the week"));
  CHECK(page.says("It can be approved when it is over."));
  const auto mark = hidden_value(page.body, "mark");
  const auto refused =
      monday.lea.post(monday.person_path("Ana", "/approve"), {{"week", running}, {"mark", mark}});
  CHECK(refused.status == 422);
  CHECK(refused.says("This week is not over: approve it when it is."));
  CHECK_FALSE(monday.lea.get(monday.person_path("Ana", "?week=2026-06-22")).says("Approve the week"));
}

TEST_CASE("all clean weeks are approved at once, and only those that are still clean") {
  Monday monday;
  const auto page = monday.team_week();
  const auto clean = hidden_value(page, "clean");
  REQUIRE(clean.starts_with(monday.server.person("Ana")));
  const auto done = monday.lea.post(
      "/team/approve", {{"week", week}, {"clean", clean}, {"clean", monday.server.person("Ben") + ",10-20"}});
  REQUIRE(done.status == 303);
  CHECK(monday.lea.follow(done).says("1 week approved. 1 week changed meanwhile: look at it again."));
  CHECK(monday.lea.get(monday.person_week("Ana")).says("<h2 id=\"state\">Approved</h2>"));
  CHECK(monday.lea.get(monday.person_week("Ben")).says("<h2 id=\"state\">Submitted</h2>"));
}

TEST_CASE("the audit trail says who decided what about whose week, and no more of leave than whose") {
  Monday monday;
  monday.lea.get(monday.person_week("Ana"));
  REQUIRE(monday.approve("Ana").status == 303);
  REQUIRE(monday.give_back("Ana", "Secret").status == 303);
  REQUIRE(monday.lea
              .post(monday.person_path("Ana", "/leave"),
                    {{"date", "2026-06-16"}, {"kind", "sick"}, {"hours", "8"}})
              .status == 303);
  auto& desk = monday.server.store->desk();
  const auto decisions = desk.audit({.action = "approval_written"}).entries;
  REQUIRE(decisions.size() == 2);
  CHECK(decisions[0].row.detail == "returned");
  CHECK(decisions[1].row.detail == "approved");
  CHECK(decisions[0].actor_name == "Lea");
  CHECK(decisions[0].subject_name == "Ana, week of 2026-06-08");
  CHECK(desk.audit({.text = "ana, week of 2026-06"}).entries.size() == 2);
  CHECK(desk.audit({.action = "leave_written", .person_id = monday.server.person("Ana")}).entries.size() ==
        1);
  CHECK(desk.audit({.action = "leave_written"}).entries[0].subject_name == "Ana");
  for (const auto* kept : {"secret", "sick"}) CHECK(desk.audit({.text = kept}).entries.empty());
}

TEST_CASE("a lead's own week needs another lead") {
  Monday monday;
  Phone lea(monday.server, "Lea");
  lea.sync(log_week(lea, 6));
  const auto page = monday.lea.get(monday.person_week("Lea"));
  CHECK(page.says("This is your own week: another lead approves it."));
  CHECK_FALSE(page.says("Approve the week"));
  CHECK(monday.lea.post(monday.person_path("Lea", "/approve"), {{"week", week}}).status == 403);
  NewPerson second;
  second.name = "Lou";
  second.role = Role::lead;
  second.team = "North";
  const auto lou = monday.server.store->add_person(second, {});
  REQUIRE(lou);
  auto& desk = monday.server.store->team();
  const auto day = Date{std::chrono::year{2026} / 6 / 8};
  const auto read = desk.person_week({lou->person_id}, monday.server.person("Lea"), day);
  REQUIRE(read);
  CHECK(desk.approve({monday.server.person("Lea"), day, read->row.mark}, {lou->person_id, {}}));
}

TEST_CASE("a phone that is not heard from makes the week provisional, with the reason") {
  Monday monday;
  monday.server.clock.pass(std::chrono::hours(7 * 24));
  monday.ana.sync();
  const auto page = monday.lea.get("/team");
  CHECK(page.status == 303);  // a week away: signed out
  monday.lea.sign_in("lea");
  CHECK(monday.lea.get("/team").says("Provisional: 1 phone not heard from since Mon 15 Jun 09:00."));
  CHECK(monday.lea.get("/team").says("phone last heard from Mon 15 Jun 09:00"));
}

TEST_CASE("a tally that midnight made old is made again once, and says what a fresh one says") {
  Monday monday;
  // Stored on Saturday as far as it went then; on Monday the week is over.
  const auto first = monday.team_week();
  CHECK(says(first, "30.0 / 40.0 h"));
  CHECK(monday.server.store->verify().ok());
  CHECK(monday.team_week() == first);
}

TEST_CASE("the table goes to spreadsheets as it is shown, and a name is no formula there") {
  Monday monday;
  monday.hire("=1+1, \"Inc\"");
  const auto csv = monday.lea.get("/team.csv?week=" + week);
  CHECK(csv.header("content-type") == "text/csv; charset=utf-8");
  CHECK(csv.header("content-disposition") == "attachment; filename=\"team-week-2026-06-08.csv\"");
  CHECK(csv.says("Ana,2026-06-08,75,"));
  CHECK(csv.says("Needs attention,2026-03-23 %,2026-03-30 %,"));
  CHECK(csv.says(",2026-06-08 %\r\n"));
  // The twelfth of the twelve weeks is this one; of those before nothing is known.
  CHECK(csv.says(",,,,,,,,,,,,75\r\n"));
  CHECK(csv.says(",,,,,,,,,,,,37.5\r\n"));
  // The team's own figures stand below those of its people, as on the page.
  CHECK(csv.says("\r\n\"North team, pooled\",2026-06-08,56.2,,45,80,,56.2,56.2,,,2 of 3 submitted,,"));
  CHECK(csv.says("\r\n\"North team, mean of specialists\",2026-06-08,56.2,"));
  CHECK(csv.says("\"'=1+1, \"\"Inc\"\"\",2026-06-08,,,,0,Too little data"));
  CHECK(csv.header("content-security-policy").find("default-src 'none'") != std::string::npos);
  const auto xlsx = monday.lea.get("/team.xlsx?week=" + week);
  CHECK(xlsx.status == 200);
  CHECK(xlsx.body.substr(0, 2) == "PK");
}

TEST_CASE("participants are added, assigned to somebody else, and closed") {
  Monday monday;
  CHECK(monday.lea.get("/participants").says("No open cases yet."));
  const auto empty = monday.lea.get("/participants/new");
  CHECK(empty.says("Never a diagnosis"));
  const Fields fields = {{"code", "K.L."},
                         {"program", "pros"},
                         {"status", "active"},
                         {"entered_on", "2026-06-01"},
                         {"specialist_id", monday.server.person("Ana")},
                         {"part2", "on"}};
  auto wrong = fields;
  wrong[3].second = "1 June";
  const auto refused = monday.lea.post("/participants/new", wrong);
  CHECK(refused.status == 422);
  CHECK(refused.says("value=\"K.L.\""));  // nothing typed is lost
  CHECK(refused.says("id=\"entered_on-error\""));
  REQUIRE(monday.lea.post("/participants/new", fields).status == 303);
  const auto list = monday.lea.get("/participants");
  CHECK(list.says("K.L. is saved."));
  CHECK(list.says(">K.L.</a>"));
  CHECK(list.says("Part 2"));
  const auto at = list.body.find("/participants/0");
  const auto path = list.body.substr(at, std::string("/participants/").size() + 36);
  const auto form = monday.lea.get(path);
  const auto head = hidden_value(form.body, "head");
  CHECK(form.says("Close the case"));
  auto moved = fields;
  moved[4].second = monday.server.person("Ben");
  moved.emplace_back("head", head);
  REQUIRE(monday.lea.post(path, moved).status == 303);
  CHECK(monday.lea.get("/participants").says("data-label=\"Looked after by\">Ben"));
  // From a page that is no longer true nothing is overwritten.
  const auto stale = monday.lea.post(path, moved);
  CHECK(stale.status == 422);
  CHECK(stale.says("This was changed meanwhile"));
  CHECK(stale.says("<a href=\"" + path + "\">The case as it stands now</a>, without what you typed."));
  CHECK_FALSE(form.says("The case as it stands now"));
  auto closed = moved;
  closed.back().second = hidden_value(monday.lea.get(path).body, "head");
  closed.emplace_back("then", "close");
  REQUIRE(monday.lea.post(path, closed).status == 303);
  const auto after = monday.lea.get("/participants");
  CHECK(after.says("K.L. is closed."));
  CHECK(after.says("No open cases yet."));
  CHECK(monday.lea.get("/participants?closed=1").says(">K.L.</a>"));
  // Nobody outside the team can be given one.
  auto outside = fields;
  outside[4].second = monday.server.person("Odd");
  CHECK(monday.lea.post("/participants/new", outside).status == 422);
}

TEST_CASE("a large caseload is shown a page at a time, by who looks after it, open or closed") {
  Monday monday;
  auto& desk = monday.server.store->team();
  const Actor lea{monday.server.person("Lea"), {}};
  Participant participant;
  participant.program = "pros";
  participant.entered_on = Date{std::chrono::year{2026} / 6 / 1};
  for (int i = 0; i < 130; ++i) {
    participant.id.clear();
    participant.code = "A." + std::to_string(1000 + i);
    participant.status = i % 13 == 0 ? "closed" : "active";
    participant.specialist_id = monday.server.person(i < 110 ? "Ana" : "Ben");
    REQUIRE(desk.save_participant(participant, "", lea));
  }
  const auto page = monday.lea.get("/participants");
  CHECK(page.body.size() < 60'000);
  CHECK(page.says("120 open cases"));
  CHECK(page.says("10 closed cases</a>"));
  CHECK(page.says("Page 1 of 2"));
  CHECK(page.says(">A.1001</a>"));
  CHECK_FALSE(page.says(">A.1000</a>"));
  CHECK_FALSE(page.says(">A.1129</a>"));
  CHECK(monday.lea.get("/participants?closed=0&page=2").says(">A.1129</a>"));
  CHECK(monday.lea.get("/participants?page=99").says("Page 2 of 2"));
  CHECK(monday.lea.get("/participants?closed=1").says(">A.1000</a>"));
  const auto bens = monday.lea.get("/participants?specialist=" + monday.server.person("Ben"));
  CHECK(bens.says(">A.1129</a>"));
  CHECK_FALSE(bens.says(">A.1001</a>"));
  CHECK_FALSE(bens.says("Page 1"));
}

TEST_CASE("schedules and leave are set for the team, and not one's own schedule") {
  Monday monday;
  const auto path = monday.person_path("Ana", "/time");
  CHECK(monday.lea.get("/schedules").says(">Ana</a>"));
  CHECK(monday.lea.get(path).says("1 June 2026"));
  Fields schedule = {{"effective_from", "2026-06-22"}};
  for (const auto* day : {"mon", "tue", "wed", "thu"}) schedule.emplace_back(day, "7:30");
  for (const auto* day : {"fri", "sat", "sun"}) schedule.emplace_back(day, "0");
  auto wrong = schedule;
  wrong[1].second = "all day";
  const auto refused = monday.lea.post(monday.person_path("Ana", "/schedule"), wrong);
  CHECK(refused.status == 422);
  CHECK(refused.says("value=\"all day\""));
  REQUIRE(monday.lea.post(monday.person_path("Ana", "/schedule"), schedule).status == 303);
  CHECK(monday.lea.get(path).says("The schedule holds from 22 June 2026."));
  CHECK(monday.lea.get(path).says("<td class=\"number\" data-label=\"Sum\">30</td>"));
  REQUIRE(monday.lea
              .post(monday.person_path("Ana", "/leave"),
                    {{"date", "2026-06-16"}, {"kind", "sick"}, {"hours", "8"}})
              .status == 303);
  const auto with_leave = monday.lea.get(path);
  CHECK(with_leave.says("The leave of Tue 16 Jun is saved."));
  const auto at = with_leave.body.find("/leave/");
  const auto remove =
      monday.person_path("Ana", with_leave.body.substr(at, with_leave.body.find('"', at) - at));
  REQUIRE(monday.lea.post(remove, {}).status == 303);
  CHECK(monday.lea.get(path).says("The leave is removed."));
  CHECK(monday.lea.get(path).says("No leave."));
  CHECK(monday.lea.get(monday.person_path("Lea", "/time")).says("another lead or an admin"));
  CHECK(monday.lea.post(monday.person_path("Lea", "/schedule"), schedule).status == 403);
}

TEST_CASE("leave in an approved week is held until the week is returned") {
  Monday monday;
  monday.lea.get("/account");
  REQUIRE(monday.approve("Ana").status == 303);
  const auto answer = monday.lea.post(monday.person_path("Ana", "/leave"),
                                      {{"date", "2026-06-12"}, {"kind", "vacation"}, {"hours", "8"}});
  REQUIRE(answer.status == 303);
  CHECK(monday.lea.follow(answer).says("The week is approved, so this is held"));
}

TEST_CASE("a long note is cut in the week's table, and whole on its entry's own page") {
  Monday monday;
  std::string note = "xx";
  for (int i = 0; i < 80; ++i) note += "né ";  // the 160th byte is within an é
  auto noted = entry(monday.ana, "employer_site", monday_9_am, 6);
  noted["note"] = note + "end";
  REQUIRE(monday.ana.sync({monday.ana.edit("entry", noted, monday.ana_first)})[0].at("status") == "head");
  const auto page = monday.lea.get(monday.person_week("Ana"));
  CHECK(page.says("<small>" + note.substr(0, 99) + "…</small>"));
  CHECK(monday.lea.get(monday.person_path("Ana", "/entries/" + monday.ana_first)).says(note + "end"));
}

TEST_CASE("a week of long notes is a page under 60 KB") {
  Monday monday;
  std::string note;
  for (int i = 0; i < 1'000; ++i) note += "né";
  constexpr std::int64_t minute = 60'000;
  boost::json::array ops;
  for (int i = 0; i < 60; ++i) {
    auto noted = entry(monday.ben, "employer_site", monday_9_am + i * 100 * minute, 1);
    noted["note"] = note;
    ops.push_back(monday.ben.edit("entry", noted));
  }
  for (const auto& result : monday.ben.sync(std::move(ops))) REQUIRE(result.at("status") == "head");
  const auto page = monday.lea.get(monday.person_week("Ben"));
  CHECK(page.says(note.substr(0, 99)));
  CHECK(page.body.size() < 60'000);
}

TEST_CASE("a specialist's week goes to spreadsheets entry by entry, for whoever may see it") {
  Monday monday;
  auto noted = entry(monday.ana, "employer_site", monday_9_am, 6);
  noted["note"] = "=SUM(A1)";
  noted["start_tag"] = {
      {"lat", 40.71}, {"lon", -74.0}, {"accuracy_m", 12}, {"at", monday_9_am}, {"source", "gps"}};
  noted["end_tag"] = {{"absent", "denied"}};
  const auto edit = monday.ana.edit("entry", noted, monday.ana_first);
  const auto edited = monday.ana.sync({edit});
  INFO(bj::serialize(edited));
  REQUIRE(edited[0].at("status") == "head");
  const bj::object leave = {
      {"specialist_id", monday.ana.person()}, {"date", "2026-06-13"}, {"kind", "sick"}, {"minutes", 90}};
  const auto off = monday.ana.edit(
      "leave", leave, leave_id(monday.ana.person(), Date{std::chrono::year{2026} / 6 / 13}, LeaveKind::sick));
  REQUIRE(monday.ana.sync({off})[0].at("status") == "head");
  const auto address = monday.person_path("Ana", "/week.csv?week=" + week);
  const auto csv = monday.lea.get(address);
  CHECK(csv.header("content-disposition") == "attachment; filename=\"week-2026-06-08.csv\"");
  CHECK(csv.says(
      "\r\nAna,2026-06-08,09:00,15:00,6,Job coaching,Employer's site,,Community,service in the community,,"));
  CHECK(csv.says(",\"40.71000, -74.00000 (within 12 m)\",none: not allowed on this phone,2,'=SUM(A1)\r\n"));
  // The entry's own page says the same of both ends.
  const auto page = monday.lea.get(monday.person_path("Ana", "/entries/" + monday.ana_first));
  CHECK(page.says("<dt>Position at start</dt><dd>40.71000, -74.00000 (within 12 m)</dd>"));
  CHECK(page.says("<dt>Position at end</dt><dd>none: not allowed on this phone</dd>"));
  CHECK(csv.says("\r\nAna,2026-06-12,15:00,17:00,2,Job coaching,"));
  CHECK(csv.says("\r\nAna,2026-06-13,,,1.5,Leave: Sick,"));
  CHECK(std::count(csv.body.begin(), csv.body.end(), '\n') == 1 + 10 + 1 + 4);
  CHECK(csv.says("\r\nAna,2026-06-08,,,30,The week: community hours that count,"));
  CHECK(csv.says("\r\nAna,2026-06-08,,,10,The week: on-site hours that count,"));
  CHECK(csv.says("share, percent\""));
  CHECK(monday.lea.get(monday.person_path("Ana", "/week.xlsx?week=" + week)).body.starts_with("PK"));
  CHECK(monday.lea.get(monday.person_path("Ana", "/week.csv?week=soon")).status == 400);
  // Ben signs in and sees his own week, nobody else's.
  monday.server.give_password("Ben", "ben");
  Browser ben(monday.server);
  ben.sign_in("ben");
  CHECK(ben.get(monday.person_path("Ben", "/week.csv?week=" + week)).status == 200);
  CHECK(ben.get(address).status == 403);
  CHECK(Browser(monday.server).get(address).status == 303);
}

TEST_CASE("a week of hundreds of entries, and an entry with dozens of versions, come in parts under 60 KB") {
  Monday monday;
  constexpr std::int64_t minute = 60'000;
  for (int batch = 0; batch < 3; ++batch) {
    bj::array ops;
    for (int i = 0; i < 60; ++i) {
      auto noted = entry(monday.ben, "employer_site", monday_9_am + (batch * 60 + i) * 30 * minute, 1);
      noted["note"] = std::string(80, 'a');
      ops.push_back(monday.ben.edit("entry", noted));
    }
    for (const auto& result : monday.ben.sync(ops)) REQUIRE(result.at("status") == "head");
  }
  std::set<std::string> seen;
  for (const auto* part : {"", "&page=2"}) {
    const auto page = monday.lea.get(monday.person_week("Ben") + part);
    INFO(page.body.size());
    CHECK(page.body.size() < 60'000);
    CHECK(page.says("of 2</span>"));
    for (auto at = page.body.find("/entries/"); at != std::string::npos;
         at = page.body.find("/entries/", at + 1))
      seen.insert(page.body.substr(at, 45));
  }
  CHECK(seen.size() == 190);

  const std::string before(1'900, '<');
  for (int batch = 0; batch < 2; ++batch) {
    bj::array ops;
    for (int i = 0; i < 25; ++i) {
      auto noted = entry(monday.ana, "employer_site", monday_9_am, 6);
      noted["note"] = before + std::to_string(batch * 100 + i);
      ops.push_back(monday.ana.edit("entry", noted, monday.ana_first));
    }
    monday.ana.sync(ops);
  }
  const auto page = monday.lea.get(monday.person_path("Ana", "/entries/" + monday.ana_first));
  CHECK(page.body.size() < 60'000);
  CHECK(page.says("Page 1 of 3"));
  CHECK(page.says("&lt;123 → …"));  // of long texts what differs
  CHECK(page.says("&lt;124</li>"));
  CHECK(monday.lea.get(monday.person_path("Ana", "/entries/" + monday.ana_first + "?page=3"))
            .says("First version."));
}

TEST_CASE("every line of twelve weeks has its figures in a table on the page") {
  Monday monday;
  const auto page = monday.team_week();
  const auto table = page.substr(page.find("<table class=\"trends\">"));
  std::string gaps;
  for (int i = 0; i < 11; ++i) gaps += "<td>–";
  CHECK(says(table, "<th scope=\"col\">23 Mar</th>"));
  CHECK(says(table, "<th scope=\"col\">8 Jun</th></tr>"));
  CHECK(says(table, "<th scope=\"row\">Ana</th>" + gaps + "<td>75.0</tr>"));
  CHECK(says(table, "<th scope=\"row\">Ben</th>" + gaps + "<td>37.5</tr>"));
}

TEST_CASE("a page of a team of fifty, each with twelve weeks and much to look at, is under 60 KB") {
  Monday monday;
  const SessionInfo lead{monday.server.person("Lea"), "Lea", "lea", Role::lead, "North"};
  auto& desk = monday.server.store->team();
  auto team = desk.week({lead.person_id}, Date{std::chrono::year{2026} / 6 / 8});
  REQUIRE(team);
  auto row = team->rows.back();
  REQUIRE(row.owner.name == "Ben");
  for (int i = 0; i < trend_weeks; ++i) {
    auto& one = row.trend[static_cast<std::size_t>(i)];
    one = {one.week, Share{(70 - 3 * i) * 1'000, 100'000}, Standing::minimum};
  }
  row.phone.waiting = row.phone.needs_you = 12;
  row.phone.oldest_waiting_at = team->over ? std::optional(Instant{}) : std::nullopt;
  row.held = 2;
  team->rows.clear();
  for (int i = 0; i < 50; ++i) {
    row.owner.name = "Maria-Magdalena Featherstone " + std::to_string(i);
    team->rows.push_back(row);
  }
  const auto now = monday.server.clock.now();
  auto page = team_week_page(*team, now, desk.zone());
  const auto answer =
      page_response(std::move(page), {"North County IPS", lead, std::string(64, 'f'), {}, false});
  CHECK(says(answer.body, "Featherstone 49"));
  CHECK(says(answer.body, "and falling for 11 weeks; the phone holds 12 edits"));
  CHECK(says(answer.body, "<td>37.0</tr>"));
  INFO(answer.body.size());
  CHECK(answer.body.size() < 60'000);
}
