// The lead's page says of every week what the person's own page and the API say, whatever lies between.
#include <catch2/catch.hpp>
#include <map>

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
      INFO(row.week.owner.name);
      CHECK(row.week.tally == api->people[i].tally);
      CHECK(row.week.owner.state == api->people[i].owner.state);
      const auto own = desk.person_week(lena, row.week.owner.person_id, week);
      REQUIRE(own);
      CHECK(own->row.week.tally == row.week.tally);
      CHECK(own->row.week.owner.state == row.week.owner.state);
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
      if (counts(row.week.tally)) counted[week].emplace(row.week.owner.person_id, row.week.tally.share());
    }
    // The four weeks' pool is that of the lines of four pages, and of nobody who has none.
    std::vector<Share> four_weeks;
    for (int ago = 0; ago < 4; ++ago)
      for (const auto& [person, share] : counted[add_days(week, -7 * ago)]) four_weeks.push_back(share);
    CHECK(same(page->four_weeks, pooled(four_weeks)));
    ++weeks;
  }
  CHECK(weeks == 24);
  CHECK(rows > 60);
}

}  // namespace waymark::server::test
