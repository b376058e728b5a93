// The lead's page says of every week what the person's own page and the API say, whatever lies between.
#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include <SQLiteCpp/SQLiteCpp.h>

#include "shared/tally/tally_codec.h"
#include "syncserver/store/admin_desk.h"
#include "syncserver/store/team_desk.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

constexpr std::array<int, 7> full_days{480, 480, 480, 480, 480, 0, 0};

/// Half a year over both clock changes and the year's end: Ana has a schedule and leave, Ben none of either;
/// Dee came from the south on a Monday, Fay went there in the middle of a week, Eve has left, and Lena, who
/// leads, works now and then.
struct HalfYear {
  HalfYear() {
    auto& store = *world.store;
    world.clock.pass(std::chrono::hours{14 * 24});  // past the clocks' spring change
    dee = world.add("Dee", Role::specialist, "south");
    eve = world.add("Eve", Role::specialist, "north");
    fay = world.add("Fay", Role::specialist, "north");
    REQUIRE(store.move_person(dee.person_id, "north", date("2025-12-29"), {}));
    REQUIRE(store.move_person(fay.person_id, "south", date("2026-01-21"), {}));
    for (const auto* person : {&world.ana, &dee, &eve, &fay, &world.lena})
      REQUIRE(store.set_schedule(person->person_id, date("2025-10-06"), full_days, {}));
    REQUIRE(store.set_schedule(world.ana.person_id, date("2026-02-04"), {240, 240, 240, 0, 0, 0, 0}, {}));
    for (const auto* person : {&world.ana, &world.ben, &dee, &eve, &fay, &world.lena}) work(*person);
    REQUIRE(store.disable_person(eve.person_id, {}));
  }

  /// Some weeks much, some little, some nothing; over midnights and weeks' edges.
  void work(const PersonInfo& person) {
    auto phone = world.enroll(person);
    const bool lead = person.role == Role::lead;
    const auto until = person.name == "Eve" ? date("2026-01-12") : date("2026-03-16");
    for (auto week = date("2025-10-06"); week < until; week = add_days(week, 7)) {
      if (random.chance(lead ? 80 : 20)) continue;
      std::vector<Op> ops;
      for (int day = 0; day < 7; ++day) {
        const auto midnight = to_ms(zone.at(add_days(week, day), 0));
        for (int i = random.below(4); i > 0; --i) {
          auto entry = entry_at(person.person_id, midnight + random.between(0, 1439) * minute_ms,
                                random.between(0, 300));
          if (random.chance(40)) entry.place = Place::program_site;
          ops.push_back(first(world, RecordType::entry, world.rid(), to_json(entry)));
        }
        if (person.name == "Ana" && random.chance(20))
          ops.push_back(new_leave(world, person.person_id, format_date(add_days(week, day)), 480));
      }
      if (random.chance(50))
        ops.push_back(week_op(world, person.person_id, format_date(week), WeekRecordState::submitted));
      phone.push(ops);
    }
  }

  World world;
  SeededRandom random{7};
  Zone zone = *Zone::find("America/New_York");
  PersonInfo dee, eve, fay;
};

bool counts(const WeekTally& tally) {
  return tally.work_s > 0 && tally.standing != Standing::too_little;
}

bool same(const Share& one, const Share& other) {
  return one.community_s == other.community_s && one.work_s == other.work_s;
}

}  // namespace

TEST_CASE("the team's page says of every week what its people's pages and the API say") {
  HalfYear agency;
  auto& store = *agency.world.store;
  auto& desk = store.team();
  const Viewer lena{agency.world.lena.person_id};
  std::map<Date, std::map<std::string, Share>> counted;  // week, person
  int weeks = 0, rows = 0;
  for (auto week = date("2025-10-06"); week <= date("2026-03-16"); week = add_days(week, 7)) {
    INFO(format_date(week));
    const auto page = desk.week(lena, week);
    const auto api = store.team_week(lena, week);
    REQUIRE(page);
    REQUIRE(api);
    REQUIRE(page->rows.size() == api->people.size());
    CHECK(same(page->pooled, api->pooled));
    CHECK(page->mean_share == api->mean_share);
    CHECK(page->submitted == api->submitted);
    for (std::size_t i = 0; i < page->rows.size(); ++i, ++rows) {
      const auto& row = page->rows[i];
      INFO(row.owner.name);
      CHECK(*row.tally == api->people[i].tally);
      CHECK(row.owner.state == api->people[i].owner.state);
      const auto own = desk.person_week(lena, row.owner.person_id, week);
      REQUIRE(own);
      CHECK(*own->row.tally == *row.tally);
      CHECK(own->row.owner.state == row.owner.state);
      CHECK(own->row.mark == row.mark);
      CHECK(same(own->row.four_weeks, row.four_weeks));
      CHECK(same(own->row.quarter, row.quarter));
      CHECK(own->row.phone.enrolled == row.phone.enrolled);
      CHECK(own->row.phone.last_contact == row.phone.last_contact);
      REQUIRE(own->row.trend.size() == row.trend.size());
      for (std::size_t ago = 0; ago < row.trend.size(); ++ago) {
        CHECK(own->row.trend[ago].share.has_value() == row.trend[ago].share.has_value());
        if (row.trend[ago].share) CHECK(same(*own->row.trend[ago].share, *row.trend[ago].share));
      }
      if (counts(*row.tally)) counted[week].emplace(row.owner.person_id, row.tally->share());
    }
    // The four weeks' pool is that of the lines of four pages, and of nobody who has none.
    std::vector<Share> four_weeks;
    for (int ago = 0; ago < 4; ++ago)
      for (const auto& [person, share] : counted[add_days(week, -7 * ago)]) four_weeks.push_back(share);
    CHECK(same(page->four_weeks, pooled(four_weeks)));
    // The quarter's is that of the pages since its first Monday: a week belongs to the quarter it begins in.
    const auto quarter_from = date(week < date("2026-01-05") ? "2025-10-06" : "2026-01-05");
    CHECK(page->quarter_from == quarter_from);
    std::vector<Share> quarter;
    for (auto then = quarter_from; then <= week; then = add_days(then, 7))
      for (const auto& [person, share] : counted[then]) quarter.push_back(share);
    CHECK(same(page->quarter, pooled(quarter)));
    ++weeks;
  }
  CHECK(weeks == 24);
  CHECK(rows > 60);
}

namespace {

/// Everything a team's week shows of its people, and what a decision on each week would name, as one text.
std::string shown(World& world, Date week) {
  const auto page = world.store->team().week({world.lena.person_id}, week);
  REQUIRE(page);
  std::string text = page->policy.id + (page->over ? " over" : "") + "\n";
  const auto add_share = [&](const Share& share) {
    text += std::to_string(share.community_s) + "/" + std::to_string(share.work_s) + " ";
  };
  const auto add_instant = [&](const std::optional<Instant>& at) {
    text += at ? std::to_string(to_ms(*at)) + " " : "- ";
  };
  for (const auto& row : page->rows) {
    auto tally = *row.tally;
    tally.as_of = {};
    text += row.owner.name + " " + row.owner.state + " " + row.mark + " " + row.return_note + " ";
    text += to_stored_json(tally) + " " + std::to_string(row.held) + (row.barred ? " barred " : " ");
    for (const auto& rid : row.conflicts) text += rid + " ";
    for (const auto& one : row.trend) add_share(one.share.value_or(Share{-1, -1}));
    add_share(row.four_weeks);
    add_share(row.quarter);
    text += row.phone.enrolled ? "phone " : "none ";
    add_instant(row.phone.last_contact);
    add_instant(row.phone.last_sync);
    text += std::to_string(row.phone.waiting) + " " + std::to_string(row.phone.needs_you) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("whatever is written, and whatever time makes of it, the team's next page shows") {
  World world;
  const auto this_week = date("2026-03-02");
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  const auto& ana = world.ana.person_id;
  const auto first = new_entry(world, ana, noon_ms - 3 * hour_ms, 60);
  auto longer = *read_stored<Entry>(first.body, first.rid);
  const auto running = [&] {
    auto entry = entry_at(ana, noon_ms - hour_ms, 0);
    entry.ends_at.reset();
    return server::test::first(world, RecordType::entry, world.rid(), to_json(entry));
  }();
  const auto policy = [&] {
    const auto rows = phone.pull();
    for (const auto& row : rows)
      if (row.type == RecordType::policy) return std::pair{row.rid, *read_stored<Policy>(row.body, row.rid)};
    FAIL("no policy");
    return std::pair{std::string(), Policy()};
  }();
  const auto write_policy = [&](auto change) {
    auto changed = policy.second;
    change(changed);
    REQUIRE(world.store->write_record(RecordType::policy, policy.first, to_json(changed), false, {}));
  };
  const auto decide = [&](auto decision, const std::string& note) {
    auto& desk = world.store->team();
    const auto page = desk.week({world.lena.person_id}, this_week);
    REQUIRE(page);
    for (const auto& row : page->rows)
      if (row.owner.person_id == ana)
        REQUIRE((desk.*decision)({ana, this_week, row.mark, note}, {world.lena.person_id, {}}));
  };
  const std::vector<std::pair<const char*, std::function<void()>>> events = {
      {"an entry", [&] { REQUIRE(phone.push(first).status == OpStatus::head); }},
      {"only its note",
       [&] {
         longer.note = "By bus";
         REQUIRE(phone.push(edit(world, first, to_json(longer))).status == OpStatus::head);
       }},
      {"the other device's edit",
       [&] {
         longer.note = "By train";
         REQUIRE(tablet.push(edit(world, first, to_json(longer))).status == OpStatus::conflict);
       }},
      {"a running entry", [&] { REQUIRE(phone.push(running).status == OpStatus::head); }},
      {"minutes", [&] { world.clock.pass(std::chrono::minutes{5}); }},
      {"a schedule", [&] { REQUIRE(world.store->set_schedule(ana, date("2026-02-02"), full_days, {})); }},
      {"leave", [&] { phone.push(new_leave(world, ana, "2026-03-03", 480)); }},
      {"a policy", [&] { write_policy([](Policy& one) { one.minimum_percent = 40; }); }},
      {"a holiday", [&] { write_policy([](Policy& one) { one.holidays.push_back(date("2026-03-02")); }); }},
      {"a day", [&] { world.clock.pass(std::chrono::hours{24}); }},
      {"a code", [&] { world.enroll(world.ben); }},
      {"what a phone says of itself",
       [&] {
         auto request = phone.request();
         request.waiting = 3;
         request.needs_you = 1;
         phone.send(request);
       }},
      {"the end of what ran", [&] { phone.push(remove(world, running)); }},
      {"somebody who comes",
       [&] { REQUIRE(world.store->move_person(world.cid.person_id, "north", date("2026-03-02"), {})); }},
      {"somebody who goes",
       [&] { REQUIRE(world.store->move_person(world.cid.person_id, "south", date("2026-03-02"), {})); }},
      {"the week's end", [&] { world.clock.pass(std::chrono::hours{7 * 24}); }},
      {"handing it in", [&] { phone.push(week_op(world, ana, "2026-03-02", WeekRecordState::submitted)); }},
      {"a return", [&] { decide(&TeamDesk::return_week, "Look at Tuesday."); }},
      {"an approval", [&] { decide(&TeamDesk::approve, ""); }},
      {"an edit that is held", [&] { phone.push(new_entry(world, ana, noon_ms - 6 * hour_ms, 30)); }},
      {"its application", [&] { decide(&TeamDesk::return_week, "So be it."); }},
  };
  auto before = shown(world, this_week);
  for (const auto& [what, happens] : events) {
    INFO(what);
    happens();
    const auto after = shown(world, this_week);
    CHECK(after != before);
    world.close();
    world.open();
    CHECK(shown(world, this_week) == after);  // nothing that was kept in memory made it another
    before = after;
  }
  CHECK(world.store->verify().ok());
}

TEST_CASE("a store of an older server shows and decides the same") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto last_week = date("2026-02-23");
  phone.push({new_entry(world, world.ana.person_id, noon_ms - 6 * day_ms, 60),
              new_leave(world, world.ana.person_id, "2026-02-24", 60)});
  REQUIRE(world.store->set_schedule(world.ana.person_id, date("2026-02-02"), full_days, {}));
  const auto before = shown(world, last_week);
  const auto mark = world.store->team().week({world.lena.person_id}, last_week)->rows.at(0).mark;
  world.close();
  make_schema_4(world.path());
  world.open();
  CHECK(world.store->verify().ok());
  SECTION("a page has what is missing written") {
    CHECK(shown(world, last_week) == before);
    world.close();
    SQLite::Database database(world.path().string());
    CHECK(database.execAndGet("SELECT count(*) FROM tallies WHERE versions IS NULL OR tally_hash IS NULL")
              .getInt() == 0);
  }
  SECTION("a decision needs no page") {
    CHECK(world.store->team().approve({world.ana.person_id, last_week, mark}, {world.lena.person_id, {}}));
  }
}

TEST_CASE("a week whose entries cannot be read is shown as it was tallied, and the others with it") {
  World world;
  auto phone = world.enroll(world.ana);
  auto week = date("2026-02-23");
  auto starts = noon_ms - 6 * day_ms;
  SECTION("one that an older server wrote") {}
  SECTION("one that midnight made old") {
    week = date("2026-03-02");
    starts = noon_ms - 2 * hour_ms;
    world.clock.pass(std::chrono::hours{24});
  }
  phone.push(new_entry(world, world.ana.person_id, starts, 60));
  world.enroll(world.ben).push(new_entry(world, world.ben.person_id, starts, 30));
  world.close();
  tamper(world.path(),
         "UPDATE ops SET payload = replace(payload, 'library', 'nowhere') WHERE record IN"
         " (SELECT r.n FROM records r JOIN persons p ON p.n = r.owner WHERE r.type = 0 AND p.name = 'Ana')");
  make_schema_4(world.path());
  world.open();
  world.clock.pass(std::chrono::hours{24});
  auto& desk = world.store->team();
  const auto page = desk.week({world.lena.person_id}, week);
  REQUIRE(page);
  REQUIRE(page->rows.size() == 2);
  const auto& ana = page->rows.at(0);
  REQUIRE(ana.owner.person_id == world.ana.person_id);
  CHECK(ana.tally->community_s == 3600);
  CHECK(ana.barred);
  CHECK_FALSE(page->rows.at(1).barred);
  CHECK_THROWS(desk.approve({world.ana.person_id, week, ana.mark, {}}, {world.lena.person_id, {}}));
}

TEST_CASE("a decision names the standing it was read with, too") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto last_week = date("2026-02-23");
  auto at_site = entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 180);
  at_site.place = Place::program_site;
  phone.push({new_entry(world, world.ana.person_id, noon_ms - 5 * day_ms, 300),
              first(world, RecordType::entry, world.rid(), to_json(at_site))});
  auto& desk = world.store->team();
  const auto read = [&] { return desk.week({world.lena.person_id}, last_week)->rows.at(0); };
  const auto before = read();
  CHECK(before.tally->standing == Standing::minimum);
  for (const auto& row : phone.pull()) {
    if (row.type != RecordType::policy) continue;
    auto policy = *read_stored<Policy>(row.body, row.rid);
    policy.minimum_percent = 64;
    REQUIRE(world.store->write_record(RecordType::policy, row.rid, to_json(policy), false, {}));
  }
  const auto after = read();
  CHECK(same(after.tally->share(), before.tally->share()));
  CHECK(after.tally->standing == Standing::below);
  const auto approve = [&](const TeamRow& row) {
    return desk.approve({world.ana.person_id, last_week, row.mark, {}}, {world.lena.person_id, {}});
  };
  const auto refused = approve(before);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().field == "mark");
  CHECK(approve(after));
}

TEST_CASE("news that changes nothing leaves a decision what it names, beside a conflict, too") {
  World world;
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  const auto& ana = world.ana.person_id;
  const auto last_week = date("2026-02-23");
  const auto starts = noon_ms - 6 * day_ms;
  auto& desk = world.store->team();
  const auto mark = [&] { return desk.week({world.lena.person_id}, last_week)->rows.at(0).mark; };
  const auto entry = new_entry(world, ana, starts, 60);
  const auto shorter = edit(world, entry, to_json(entry_at(ana, starts, 30)));
  const auto longer = edit(world, entry, to_json(entry_at(ana, starts, 90)));
  phone.push({entry, shorter});
  auto before = mark();
  REQUIRE(tablet.push(longer).status == OpStatus::conflict);
  CHECK(mark() != before);
  before = mark();
  REQUIRE(tablet.push(edit(world, entry, shorter.body)).status == OpStatus::superseded);
  CHECK(mark() == before);
  const auto another = edit(world, entry, to_json(entry_at(ana, starts, 120)));
  REQUIRE(tablet.push(another).status == OpStatus::conflict);
  CHECK(mark() != before);
  before = mark();
  REQUIRE(tablet.push(edit(world, shorter, shorter.body, {longer.op, another.op})).status == OpStatus::head);
  CHECK(mark() != before);
}

}  // namespace waymark::server::test
