// The admin's desk: places, policies and what they would change, holidays.
#include <catch2/catch.hpp>

#include "syncserver/store/admin_desk.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

Actor ada(const World& world) {
  return {world.admin.person_id, {}};
}

/// A week of one person, with a schedule of four days of ten hours, and of which `hours` are in the
/// community.
void work(World& world, Phone& phone, std::string_view monday, int hours) {
  const auto begin = to_ms(instant_from_ms(noon_ms)) +
                     std::int64_t{days_between(date("2026-03-02"), date(monday))} * day_ms - 4 * hour_ms;
  REQUIRE(phone.push(new_entry(world, phone.person(), begin, hours * 60)).status == OpStatus::head);
}

struct PolicyWorld : World {
  PolicyWorld() {
    for (const auto* person : {&ana, &ben})
      REQUIRE(store->set_schedule(person->person_id, date("2026-01-05"), {300, 300, 0, 0, 0, 0, 0}, {}));
    // Of ten hours: 5 is just the minimum, 6 above it, 7 recommended.
    work(*this, anas, "2026-02-09", 5);
    work(*this, anas, "2026-02-16", 6);
    work(*this, anas, "2026-02-23", 7);
    work(*this, bens, "2026-02-16", 5);
  }
  Phone anas = enroll(ana), bens = enroll(ben);
};

}  // namespace

TEST_CASE("known places are added, changed and removed, and a home is none") {
  World world;
  auto phone = world.enroll(world.ana);
  KnownPlace library;
  library.name = "North Library";
  library.kind = Place::library;
  library.lat = 43.1;
  library.lon = -75.2;
  const auto saved = world.store->desk().save_place(library, ada(world));
  REQUIRE(saved);
  CHECK(is_uuid(saved->id));
  CHECK(world.store->audit(1).at(0).action == "place_written");
  auto changed = *saved;
  changed.name = "Library North";
  changed.radius_m = 60;
  REQUIRE(world.store->desk().save_place(changed, ada(world)));
  REQUIRE(world.store->desk().places().size() == 1);
  CHECK(world.store->desk().places()[0] == changed);
  CHECK(*world.store->desk().place(saved->id) == changed);
  const auto rows = phone.pull();
  CHECK(std::count_if(rows.begin(), rows.end(),
                      [](const Row& row) { return row.type == RecordType::place; }) == 1);

  const auto refused = [&](auto change, std::string_view field) {
    auto wrong = *saved;
    change(wrong);
    const auto answer = world.store->desk().save_place(wrong, ada(world));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().field == field);
  };
  refused([](KnownPlace& place) { place.kind = Place::own_home; }, "kind");
  refused([](KnownPlace& place) { place.name = ""; }, "name");
  refused([](KnownPlace& place) { place.lat = 91; }, "lat");
  refused([](KnownPlace& place) { place.radius_m = 1; }, "radius_m");
  refused([&](KnownPlace& place) { place.id = world.ana.person_id; }, "place");

  REQUIRE(world.store->desk().remove_place(saved->id, ada(world)));
  CHECK(world.store->audit(1).at(0).action == "place_deleted");
  CHECK(world.store->desk().places().empty());
  CHECK(world.store->desk().remove_place(saved->id, ada(world)).error().code == ErrorCode::not_found);
}

TEST_CASE("a preview counts what a policy would change, and stores nothing") {
  PolicyWorld world;
  const auto before = world.store->health();
  const auto audited = world.store->audit(1).at(0).id;
  auto preview = world.store->desk().preview_policy({date("2026-02-16"), R"({"minimum_percent":55})"}, 0);
  REQUIRE(preview);
  CHECK(preview->first_week == date("2026-02-16"));
  CHECK_FALSE(preview->edits_existing);
  CHECK_FALSE(preview->until);
  REQUIRE(preview->differences.size() == 1);
  CHECK(preview->differences[0].member == "minimum_percent");
  CHECK(preview->differences[0].before == "50");
  CHECK(preview->differences[0].after == "55");
  CHECK(preview->weeks == 3);  // Ana's of the 16th and 23rd, Ben's of the 16th; not hers of the 9th
  CHECK(preview->looked_at == 3);
  CHECK(preview->approved == 0);
  CHECK(preview->shares_changed == 0);
  CHECK(preview->standings_changed == 1);
  REQUIRE(preview->moves.size() == 1);
  CHECK(preview->moves.begin()->first == std::pair{Standing::minimum, Standing::below});

  // An effective date within a week holds from the next one on.
  preview = world.store->desk().preview_policy({date("2026-02-17"), R"({"minimum_percent":55})"}, 0);
  REQUIRE(preview);
  CHECK(preview->first_week == date("2026-02-23"));
  CHECK(preview->weeks == 1);
  // The newest come first, and no more than asked for.
  std::int64_t told = -1;
  preview = world.store->desk().preview_policy({date("2026-02-09"), R"({"recommended_percent":80})"}, 1,
                                               [&](std::string_view, std::int64_t done, std::int64_t total) {
                                                 told = done;
                                                 CHECK(total == 1);
                                               });
  REQUIRE(preview);
  CHECK(preview->weeks == 4);
  CHECK(preview->looked_at == 1);
  CHECK(preview->moves.begin()->first == std::pair{Standing::recommended, Standing::minimum});
  CHECK(told == 1);

  CHECK(world.store->health().seq == before.seq);
  CHECK(world.store->audit(1).at(0).id == audited);
  CHECK(world.store->verify().ok());
}

TEST_CASE("what was previewed is what comes of it") {
  PolicyWorld world;
  const PolicyDraft draft{date("2026-02-16"), R"({"minimum_percent":55,"recommended_percent":75})"};
  const auto preview = world.store->desk().preview_policy(draft, 0);
  REQUIRE(preview);
  std::map<std::pair<Standing, Standing>, std::int64_t> moves;
  std::vector<std::pair<std::string, Date>> weeks{{world.ana.person_id, date("2026-02-09")},
                                                  {world.ana.person_id, date("2026-02-16")},
                                                  {world.ana.person_id, date("2026-02-23")},
                                                  {world.ben.person_id, date("2026-02-16")}};
  std::vector<Standing> before;
  for (const auto& [person, week] : weeks)
    before.push_back(world.store->person_week({person}, person, week)->tally.standing);
  const auto written = world.store->desk().write_policy(draft, ada(world));
  REQUIRE(written);
  CHECK(world.store->audit(1).at(0).detail ==
        "from 2026-02-16: minimum_percent 50 to 55, recommended_percent 65 to 75");
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const auto& [person, week] = weeks[i];
    const auto after = world.store->person_week({person}, person, week)->tally.standing;
    if (after != before[i]) ++moves[{before[i], after}];
  }
  CHECK(moves == preview->moves);
  CHECK(preview->standings_changed == 2);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a policy of the same day is edited, a later one is told, and the first stays as it was") {
  World world;
  auto& desk = world.store->desk();
  const auto one = desk.write_policy({date("2026-04-06"), R"({"caseload_max":25})"}, ada(world));
  REQUIRE(one);
  const auto again = desk.write_policy({date("2026-04-06"), R"({"programs":["pros","act"]})"}, ada(world));
  REQUIRE(again);
  CHECK(again->id == one->id);
  CHECK(again->caseload_max == 25);
  CHECK(again->programs == std::vector<std::string>{"pros", "act"});
  REQUIRE(desk.policies().size() == 2);
  CHECK(desk.policies()[0].caseload_max == 20);
  CHECK(desk.preview_policy({date("2026-03-09"), "{}"}, 0)->until == date("2026-04-06"));
  CHECK(desk.preview_policy({date("2026-03-09"), "{}"}, 0)->differences.empty());
  CHECK(desk.preview_policy({date("2026-04-06"), "{}"}, 0)->edits_existing);
}

TEST_CASE("a wrong policy names the member") {
  World world;
  const auto refused = [&](const char* changes, ErrorCode code, std::string_view field) {
    const PolicyDraft draft{date("2026-04-06"), changes};
    for (const auto& answer : {world.store->desk().write_policy(draft, {}).error(),
                               world.store->desk().preview_policy(draft, 0).error()}) {
      CHECK(answer.code == code);
      CHECK(answer.field == field);
    }
  };
  refused(R"({"minimum_percent":0})", ErrorCode::out_of_range, "minimum_percent");
  refused(R"({"minimum_percent":"half"})", ErrorCode::wrong_type, "minimum_percent");
  refused(R"({"fidelity_anchors":[50,40,30,20]})", ErrorCode::out_of_range, "fidelity_anchors");
  refused(R"({"minimum":55})", ErrorCode::not_found, "minimum");
  refused(R"({"time_zone":"Europe/Paris"})", ErrorCode::not_found, "time_zone");
  refused(R"({"caseload_max":null})", ErrorCode::missing, "caseload_max");
  refused("[]", ErrorCode::bad_request, "");
  CHECK(world.store->desk().policies().size() == 1);
}

TEST_CASE("a policy that would reach an approved week is refused, and the preview says so before") {
  PolicyWorld world;
  auto lenas = world.enroll(world.lena);
  REQUIRE(lenas.push(approval_op(world, world.ana.person_id, "2026-02-16", ApprovalState::approved)).status ==
          OpStatus::head);
  REQUIRE(lenas.push(approval_op(world, world.ben.person_id, "2026-02-09", ApprovalState::approved)).status ==
          OpStatus::head);
  const PolicyDraft draft{date("2026-02-09"), R"({"minimum_percent":55})"};
  const auto preview = world.store->desk().preview_policy(draft, 0);
  REQUIRE(preview);
  CHECK(preview->approved == 2);
  CHECK(preview->first_approved_of == "Ben");
  CHECK(preview->first_approved == date("2026-02-09"));
  const auto refused = world.store->desk().write_policy(draft, ada(world));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("Ben's week of 2026-02-09") != std::string::npos);
  CHECK(refused.error().code == ErrorCode::approved_week);
  CHECK(refused.error().field == "effective_from");
  CHECK(world.store->desk().preview_policy({date("2026-02-23"), draft.changes}, 0)->approved == 0);
  CHECK(world.store->desk().write_policy({date("2026-02-23"), draft.changes}, ada(world)));
}

TEST_CASE("a holiday takes the schedule of its day, and only its own week is tallied anew") {
  PolicyWorld world;
  auto lenas = world.enroll(world.lena);
  auto& desk = world.store->desk();
  // An approved week under the same policy is no obstacle, as long as the day is not in it.
  REQUIRE(lenas.push(approval_op(world, world.ana.person_id, "2026-02-16", ApprovalState::approved)).status ==
          OpStatus::head);
  const auto week = [&](const char* monday) {
    return world.store->person_week({world.ana.person_id}, world.ana.person_id, date(monday))->tally;
  };
  CHECK(week("2026-02-23").scheduled_s == 36'000);
  const auto untouched = week("2026-02-09");
  world.clock.pass(Millis{minute_ms});
  REQUIRE(desk.set_holiday(date("2026-02-24"), true, ada(world)));
  CHECK(world.store->audit(1).at(0).detail == "holiday 2026-02-24 added");
  CHECK(week("2026-02-23").scheduled_s == 18'000);
  CHECK(week("2026-02-09") == untouched);
  REQUIRE(desk.holidays().size() == 1);
  CHECK(desk.holidays()[0].date == date("2026-02-24"));
  const auto seq = world.store->health().seq;
  REQUIRE(desk.set_holiday(date("2026-02-24"), true, ada(world)));
  CHECK(world.store->health().seq == seq);

  const auto approved = desk.set_holiday(date("2026-02-17"), true, ada(world));
  REQUIRE_FALSE(approved);
  CHECK(approved.error().code == ErrorCode::approved_week);
  CHECK(approved.error().field == "date");

  REQUIRE(desk.set_holiday(date("2026-02-24"), false, ada(world)));
  CHECK(week("2026-02-23").scheduled_s == 36'000);
  CHECK(desk.holidays().empty());
  CHECK(world.store->verify().ok());
}

TEST_CASE("a removed policy leaves its holidays to the one that holds instead") {
  PolicyWorld world;
  auto& desk = world.store->desk();
  REQUIRE(desk.write_policy({date("2026-03-09"), R"({"minimum_percent":55})"}, ada(world)));
  REQUIRE(desk.set_holiday(date("2026-03-17"), true, ada(world)));
  REQUIRE(desk.set_holiday(date("2026-03-03"), true, ada(world)));
  REQUIRE(desk.remove_policy(date("2026-03-09"), ada(world)));
  REQUIRE(desk.policies().size() == 1);
  const auto holidays = desk.holidays();
  REQUIRE(holidays.size() == 2);
  CHECK(holidays[0].date == date("2026-03-03"));
  CHECK(holidays[1].date == date("2026-03-17"));
  CHECK(holidays[1].policy_from == date("2000-01-01"));
  CHECK(desk.remove_policy(date("2026-03-09"), {}).error().code == ErrorCode::not_found);
  CHECK(desk.remove_policy(date("2000-01-01"), {}).error().code == ErrorCode::missing);
  CHECK(world.store->verify().ok());
}

}  // namespace waymark::server::test
