// The small parts of the pages, each alone.
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "syncserver/accounts/growing_delay.h"
#include "syncserver/accounts/session_cookie.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/flash_book.h"
#include "syncserver/web/form.h"
#include "syncserver/web/page_routes.h"
#include "syncserver/web/renderer.h"
#include "syncserver/web/spreadsheet.h"
#include "syncserver/web/svg.h"
#include "syncserver/web/team_attention.h"
#include "syncserver/web/web_files.h"

#include "tests/temporary_directory.h"

using namespace waymark;
using namespace waymark::server;

namespace {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 6 / 15} + std::chrono::hours{16}};

Form form_of(const std::string& body) {
  HttpRequest request;
  request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  request.body = body;
  return Form::read(request);
}

TrendWeek share_of(std::int64_t community_s, std::int64_t work_s, Standing standing = Standing::minimum) {
  return {{}, Share{community_s, work_s}, standing};
}

/// The row with another tally.
template <class Change>
void tally_again(TeamRow& row, Change change) {
  auto tally = row.tally ? *row.tally : WeekTally();
  change(tally);
  row.tally = std::make_shared<const WeekTally>(std::move(tally));
}

TeamRow calm_row() {
  TeamRow row;
  row.owner = {"id", "Ana", "submitted"};
  tally_again(row, [](WeekTally& tally) {
    tally.community_s = 30;
    tally.work_s = 40;
    tally.scheduled_s = 40;
    tally.standing = Standing::recommended;
    tally.by_activity["job_coaching"] = {};
  });
  row.phone.enrolled = true;
  row.phone.last_contact = noon - std::chrono::hours{1};
  return row;
}

TeamPage last_week() {
  TeamPage page;
  page.week_start = Date{std::chrono::year{2026} / 6 / 8};
  page.over = true;
  return page;
}

const Zone new_york = Zone::find("America/New_York").value();

std::vector<std::string> reasons(const TeamRow& row, const TeamPage& page = last_week()) {
  std::vector<std::string> words;
  for (const auto& reason : attention_for(row, page, noon, new_york).reasons) words.push_back(reason.words);
  return words;
}

}  // namespace

TEST_CASE("every template can be read and filled with nothing") {
  for (const auto& [name, text] : template_files()) {
    INFO(name);
    CHECK_NOTHROW(render(name, {}));
  }
  CHECK_THROWS_AS(render("no_such_page", {}), std::logic_error);
}

TEST_CASE("what is filled in is escaped, and later parts of a page see what is around them") {
  Data data;
  data.set("title", "<b> & \"x\" 'y'").set("sentence", "ok");
  CHECK(render("error", data).find("<h1>&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;</h1>") !=
        std::string::npos);
}

TEST_CASE("a form is read as it was typed, and nothing else is") {
  auto form = form_of("name=%20Ana+Ruiz%20&note=a%0D%0Ab&tick=1&tick=2&bad=%ff%fe&nul=a%00b&half=%e2%82");
  CHECK(form.value("name") == "Ana Ruiz");
  CHECK(form.raw("name") == " Ana Ruiz ");
  CHECK(form.value("note") == "a\r\nb");
  CHECK(form.values("tick") == std::vector<std::string>{"1", "2"});
  CHECK(form.value("bad").empty());
  CHECK(form.value("nul").empty());
  CHECK(form.value("half").empty());
  HttpRequest json;
  json.headers.emplace_back("content-type", "text/plain");
  json.body = "name=Ana";
  CHECK_FALSE(Form::read(json).has("name"));
}

TEST_CASE("hours are read as people write them") {
  const auto hours = [](const std::string& text) { return form_of("h=" + text).hours("h"); };
  CHECK(hours("7.5") == 450);
  CHECK(hours("7%2C5") == 450);
  CHECK(hours("7%3A30") == 450);
  CHECK(hours("7.25") == 435);
  CHECK(hours("8") == 480);
  CHECK(hours("0") == 0);
  CHECK(hours("24") == 1'440);
  for (const auto* wrong : {"", "25", "24.5", "7%3A60", "-1", "all", "7.", "1e1", "7%3A3a"}) {
    INFO(wrong);
    CHECK_FALSE(hours(wrong));
  }
}

TEST_CASE("a refused field says so beside itself, and a whole form above itself") {
  auto form = form_of("name=");
  CHECK(form.required("name", "Give a name.").empty());
  form.refuse({ErrorCode::busy, "Try again.", "elsewhere"});
  CHECK_FALSE(form.ok());
  CHECK(form.error_of("name") == "Give a name.");
  CHECK(form.error_of("") == "Try again.");
}

TEST_CASE("cookies are found by their whole name, and only our own kind of value") {
  const std::string token(64, 'a');
  CHECK(cookie_value("waymark=" + token, "waymark") == token);
  CHECK(cookie_value("x=1; waymark=" + token + "; y=2", "waymark") == token);
  CHECK(cookie_value("notwaymark=" + token, "waymark").empty());
  CHECK(cookie_value("waymark-visitor=" + token, "waymark").empty());
  CHECK(cookie_value("waymark=" + token.substr(1), "waymark").empty());
  CHECK(cookie_value("waymark=" + token.substr(1) + "Z", "waymark").empty());
  CHECK(cookie_value("", "waymark").empty());
  CHECK(cookie_value(";;; =;", "waymark").empty());
}

TEST_CASE("a form token belongs to one cookie and does not give it away") {
  const std::string cookie(64, 'a');
  CHECK(is_form_token(form_token(cookie), cookie));
  CHECK_FALSE(is_form_token(form_token(cookie), std::string(64, 'b')));
  CHECK_FALSE(is_form_token(cookie, cookie));
  CHECK_FALSE(is_form_token("", cookie));
  CHECK_FALSE(is_form_token(form_token(""), ""));
}

TEST_CASE("the wait after failures grows, ends, and is forgotten") {
  GrowingDelay delay(
      {.free_tries = 2, .first_wait = std::chrono::seconds{2}, .longest_wait = std::chrono::seconds{7}});
  auto now = noon;
  const auto wait = [&] { return delay.take("lea", now); };
  CHECK_FALSE(wait());
  CHECK_FALSE(wait());
  CHECK_FALSE(wait());  // the third failure costs the first wait
  CHECK(wait() == std::chrono::seconds{2});
  CHECK_FALSE(delay.take("ben", now));  // counted by name
  now += std::chrono::seconds{2};
  CHECK_FALSE(wait());
  CHECK(wait() == std::chrono::seconds{4});
  now += std::chrono::seconds{4};
  CHECK_FALSE(wait());
  CHECK(wait() == std::chrono::seconds{7});  // never longer
  now += std::chrono::seconds{7};
  delay.forget("lea");
  CHECK_FALSE(wait());
  CHECK_FALSE(wait());
  CHECK_FALSE(wait());
  now += std::chrono::hours{24};
  CHECK_FALSE(wait());
  CHECK_FALSE(wait());
  CHECK_FALSE(wait());
  now -= std::chrono::hours{48};  // a clock set back locks nobody out for two days
  CHECK(wait() <= std::chrono::seconds{2});
}

TEST_CASE("a sentence is shown once, to whom it is for") {
  FlashBook book;
  book.put("a", "Saved.");
  CHECK(book.take("b").empty());
  CHECK(book.take("a") == "Saved.");
  CHECK(book.take("a").empty());
}

TEST_CASE("only paths of our own are gone on to") {
  CHECK(safe_path("/team?week=2026-06-08") == "/team?week=2026-06-08");
  for (const auto* path : {"", "team", "//x", "https://x", "/\\x", "/a b", "/a\r\nb"})
    CHECK(safe_path(path) == "/");
}

TEST_CASE("figures are rounded down and dates read as dates") {
  CHECK(decimal_hours(152 * 3'600 + 3'599) == "152.9");
  CHECK(duration_words(3 * 3'600 + 179) == "3 h 02 m");
  CHECK(duration_words(59) == "0 m");
  CHECK(percent_words(Share{6'496, 10'000}) == "64.9 %");
  CHECK(percent_words(Share{}) == "–");
  CHECK(week_words(Date{std::chrono::year{2026} / 11 / 16}) == "16 – 22 November 2026");
  CHECK(week_words(Date{std::chrono::year{2026} / 11 / 30}) == "30 November – 6 December 2026");
  CHECK(week_words(Date{std::chrono::year{2026} / 12 / 28}) == "28 December 2026 – 3 January 2027");
  CHECK(ago_words(noon - std::chrono::minutes{18}, noon, new_york) == "18 min ago");
  CHECK(ago_words(noon - std::chrono::hours{23}, noon, new_york) == "23 h ago");
  CHECK(ago_words(noon - std::chrono::hours{26}, noon, new_york) == "Sun 10:00");
  CHECK(ago_words(noon - std::chrono::hours{24 * 7}, noon, new_york) == "Mon 8 Jun 12:00");
  CHECK(ago_words(noon + std::chrono::hours{3}, noon, new_york) == "Mon 15:00");
  CHECK(when_words(noon - std::chrono::hours{24 * 4}, noon) == "4 days ago");
  CHECK(when_words(noon + std::chrono::minutes{20}, noon) == "in 20 min");
  CHECK(long_moment(noon, new_york) == "Mon 15 Jun 2026, 12:00");
  CHECK(count_words(1, "entry", "entries") == "1 entry");
  CHECK(count_words(12'400, "edit") == "12,400 edits");
  CHECK(size_words(999) == "999 B");
  CHECK(size_words(3'400'000'000) == "3.4 GB");
}

TEST_CASE("a calm week needs no attention, and each flaw is named") {
  CHECK(reasons(calm_row()).empty());
  CHECK(is_clean(calm_row(), last_week(), {}));
  auto row = calm_row();
  row.owner.state = "open";
  CHECK(reasons(row) == std::vector<std::string>{"not submitted"});
  CHECK_FALSE(is_clean(row, last_week(), {}));
  auto running = last_week();
  running.over = false;
  CHECK(reasons(row, running).empty());            // it can't be submitted yet
  CHECK_FALSE(is_clean(calm_row(), running, {}));  // whatever is logged until its end would be held
  row = calm_row();
  tally_again(row, [](WeekTally& tally) {
    tally.exceptions = {{ExceptionCode::overlap, {}, 60}, {ExceptionCode::gap, {}, 6'000}};
  });
  CHECK(reasons(row) == std::vector<std::string>{"1 overlap", "1 h 40 m not logged between entries"});
  row.owner.state = "approved";
  CHECK(reasons(row).empty());  // somebody looked at it already
  row.held = 2;
  CHECK(reasons(row) == std::vector<std::string>{"2 edits after approval: return the week to apply"});
  row = calm_row();
  row.phone.last_contact = noon - std::chrono::hours{25};
  CHECK(reasons(row) == std::vector<std::string>{"phone last heard from Sun 11:00"});
  row = calm_row();
  row.phone.waiting = 3;
  row.phone.oldest_waiting_at = noon - std::chrono::hours{20};  // Sunday, in the week
  CHECK(reasons(row) == std::vector<std::string>{"the phone holds 3 edits not sent yet"});
  row.phone.oldest_waiting_at = noon - std::chrono::hours{1};  // since the week is over
  CHECK(reasons(row).empty());
  row.phone.needs_you = 1;
  CHECK(reasons(row) == std::vector<std::string>{"1 edit on the phone for the specialist to settle"});
  row = calm_row();
  row.conflicts = {"one"};
  CHECK(reasons(row) == std::vector<std::string>{"1 record edited on two devices"});
  CHECK(attention_for(row, last_week(), noon, new_york).reasons[0].address == "/aside/one");
  row.conflicts = {"one", "two"};
  CHECK(attention_for(row, last_week(), noon, new_york).reasons[0].address == "/aside");
  row = calm_row();
  row.is_viewer = true;
  CHECK_FALSE(is_clean(row, last_week(), {}));
}

TEST_CASE("below the minimum comes first, and falling is said only where it fell") {
  auto row = calm_row();
  tally_again(row, [](WeekTally& tally) {
    tally.standing = Standing::below;
    tally.community_s = 18;
  });
  row.trend = {share_of(30, 40), share_of(25, 40), share_of(18, 40)};
  CHECK(reasons(row) == std::vector<std::string>{"45.0 %, below 50 % and falling for 2 weeks"});
  tally_again(row, [](WeekTally& tally) {
    tally.standing = Standing::minimum;
    tally.community_s = 22;
  });
  row.trend.back() = share_of(22, 40);
  CHECK(reasons(row) == std::vector<std::string>{"55.0 %, falling for 2 weeks"});
  row.trend[1].share.reset();  // a week that is not known is no fall
  CHECK(weeks_of_falling(row.trend) == 0);
  CHECK(weeks_of_falling({share_of(1, 2), share_of(2, 4)}) == 0);  // equal is not falling
  CHECK(weeks_of_falling({}) == 0);
}

TEST_CASE("the line of twelve weeks has gaps where nothing is known") {
  std::vector<TrendWeek> weeks(12);
  CHECK(sparkline(weeks).empty());
  weeks[0] = share_of(1, 2);
  weeks[5] = share_of(1, 4);
  weeks[6] = share_of(3, 4);
  const auto line = sparkline(weeks);
  const auto moves = std::count(line.begin(), line.end(), 'M');
  CHECK(moves == 2);
  CHECK(line.find("<circle") == std::string::npos);  // the shown week is not known
  weeks[11] = share_of(1, 1);
  CHECK(sparkline(weeks).find("<circle") != std::string::npos);
  // The same in figures.
  weeks[7] = share_of(1, 3, Standing::too_little);
  const std::string gap = "<td>–";
  CHECK(trend_cells(weeks) ==
        "<td>50.0" + gap + gap + gap + gap + "<td>25.0<td>75.0" + gap + gap + gap + gap + "<td>100.0");
  CHECK(trend_cells({}).size() == 12 * gap.size());
}

TEST_CASE("a table becomes CSV that any spreadsheet reads") {
  const SheetTable table{
      "T", {"Name", "Share"}, {{std::string("Ana, \"A\""), 61.1}, {std::string("@x"), std::string()}}};
  CHECK(csv_of(table) == "\xef\xbb\xbfName,Share\r\n\"Ana, \"\"A\"\"\",61.1\r\n'@x,\r\n");
  CHECK(xlsx_of(table).substr(0, 2) == "PK");
  const SheetTable formulas{
      "T",
      {"Note"},
      {{std::string("\n=1")}, {std::string("＝1")}, {std::string("＠x")}, {std::string("é=1")}}};
  CHECK(csv_of(formulas) == "\xef\xbb\xbfNote\r\n\"'\n=1\"\r\n'＝1\r\n'＠x\r\né=1\r\n");
}

TEST_CASE("a spreadsheet leaves nothing on a disk, and no text spoils it") {
  const waymark::test::TemporaryDirectory disk;
  // Where the library works unless it is told otherwise: nothing is ever made there, not even for a moment.
  const auto watched = disk.path() / "watched";
  std::filesystem::create_directory(watched);
  const int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  REQUIRE(inotify_add_watch(watch, watched.c_str(), IN_CREATE) >= 0);
  const auto* before = std::getenv("TMPDIR");
  const std::string was = before ? before : "";
  ::setenv("TMPDIR", watched.c_str(), 1);
  const auto sheet = xlsx_of({"T", {"Name"}, {{std::string("a\xef\xbf\xbf b _x0041_ c\x01")}}});
  was.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", was.c_str(), 1);
  std::array<char, 4096> events;
  CHECK(::read(watch, events.data(), events.size()) < 0);
  ::close(watch);
  CHECK(sheet.starts_with("PK"));
  const auto file = disk.path() / "sheet.xlsx";
  std::ofstream(file, std::ios::binary) << sheet;
  // Read by another program: the text as it is, but for the character that is none.
  const auto reading =
      "python3 -c \"import zipfile,sys,xml.etree.ElementTree as E;"
      "t=zipfile.ZipFile(sys.argv[1]).read('xl/sharedStrings.xml');"
      "print([e.text for e in E.fromstring(t).iter() if e.text and 'b' in e.text][0].encode())\" " +
      file.string() + " > " + (disk.path() / "said").string();
  REQUIRE(std::system(reading.c_str()) == 0);
  std::ifstream said(disk.path() / "said");
  std::string line;
  std::getline(said, line);
  CHECK(line == "b'a\\xef\\xbf\\xbd b _x005F_x0041_ c_x0001_'");
}
