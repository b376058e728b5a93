// A person's week and a team's week, as routes and pages read them.
#include <catch2/catch.hpp>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

const std::string last_week = "2026-02-23";
constexpr std::int64_t last_tuesday = noon_ms - 6 * day_ms;

std::optional<ErrorCode> refusal(const Result<WeekView>& view) {
  return view ? std::nullopt : std::optional(view.error().code);
}

}  // namespace

TEST_CASE("a week is for its owner and the lead of its team, by its first day") {
  World world;
  const auto week = [&](const PersonInfo& viewer, const std::string& person, const std::string& start) {
    return refusal(world.store->person_week({viewer.person_id}, person, date(start)));
  };
  const auto& ana = world.ana.person_id;
  CHECK_FALSE(week(world.ana, ana, last_week));
  CHECK_FALSE(week(world.lena, ana, last_week));
  CHECK(week(world.ben, ana, last_week) == ErrorCode::forbidden);
  CHECK(week(world.sam, ana, last_week) == ErrorCode::forbidden);
  CHECK(week(world.admin, ana, last_week) == ErrorCode::forbidden);
  CHECK(week(world.ana, world.rid(), last_week) == ErrorCode::not_found);
  CHECK(week(world.ana, ana, "2026-02-24") == ErrorCode::bad_date);
  CHECK(world.store->person_week({ana}, ana, date("2026-02-24")).error().field == "start");

  REQUIRE(world.store->move_person(ana, "south", date("2026-03-02"), {}));
  CHECK_FALSE(week(world.lena, ana, last_week));
  CHECK(week(world.sam, ana, last_week) == ErrorCode::forbidden);
  CHECK_FALSE(week(world.sam, ana, "2026-03-02"));
  CHECK(week(world.lena, ana, "2026-03-02") == ErrorCode::forbidden);
}

TEST_CASE("an empty week is a tally of nothing") {
  World world;
  const auto view = world.store->person_week({world.ana.person_id}, world.ana.person_id, date(last_week));
  REQUIRE(view);
  CHECK(view->tally.work_s == 0);
  CHECK(view->tally.standing == Standing::too_little);
  CHECK(view->owner.state == "open");
  CHECK(view->owner.name == "Ana");
}

TEST_CASE("a week's state: approved, else the later of returned and the owner's word, else open") {
  World world;
  auto ana = world.enroll(world.ana);
  auto lena = world.enroll(world.lena);
  const auto state = [&] {
    return world.store->person_week({world.ana.person_id}, world.ana.person_id, date(last_week))->owner.state;
  };
  const auto with_state = [](const Op& op, ApprovalState value) {
    auto record = *read_stored<Approval>(op.body, op.rid);
    record.state = value;
    return to_json(record);
  };
  const auto submitted = week_op(world, world.ana.person_id, last_week, WeekRecordState::submitted);
  ana.push(submitted);
  CHECK(state() == "submitted");
  auto approval = approval_op(world, world.ana.person_id, last_week, ApprovalState::approved);
  lena.push(approval);
  CHECK(state() == "approved");
  const auto resubmitted = edit(world, submitted, submitted.body);
  ana.push(resubmitted);
  CHECK(state() == "approved");
  auto returned = edit(world, approval, with_state(approval, ApprovalState::returned));
  lena.push(returned);
  CHECK(state() == "returned");
  const auto again = edit(world, resubmitted, submitted.body);
  ana.push(again);
  CHECK(state() == "submitted");
  // A conflict listed beside the approval is no later word.
  lena.push(edit(world, approval, with_state(approval, ApprovalState::approved)));
  CHECK(state() == "submitted");
  ana.push(remove(world, again));
  CHECK(state() == "returned");
}

TEST_CASE("the team's week pools its people, leaving out those with too little to say") {
  World world;
  auto ana = world.enroll(world.ana);
  auto ben = world.enroll(world.ben);
  auto cid = world.enroll(world.cid);
  const auto office = [&](const std::string& person, std::int64_t starts, std::int64_t minutes) {
    auto entry = entry_at(person, starts, minutes);
    entry.place = Place::program_site;
    return first(world, RecordType::entry, world.rid(), to_json(entry));
  };
  ana.push({new_entry(world, world.ana.person_id, last_tuesday, 420),
            office(world.ana.person_id, last_tuesday + day_ms, 180)});
  ben.push({new_entry(world, world.ben.person_id, last_tuesday, 120)});  // under 8 hours: too little
  cid.push({new_entry(world, world.cid.person_id, last_tuesday, 600)});
  ana.push(week_op(world, world.ana.person_id, last_week, WeekRecordState::submitted));

  const auto week = world.store->team_week({world.lena.person_id}, date(last_week));
  REQUIRE(week);
  REQUIRE(week->people.size() == 2);
  CHECK(week->people[0].owner.name == "Ana");
  CHECK(week->people[1].tally.standing == Standing::too_little);
  CHECK(week->pooled == Share{420 * 60, 600 * 60});
  CHECK(week->mean_share == "70.0");
  CHECK(week->submitted == 1);
  CHECK(week->heard_from == 2);
  const auto json = to_json(*week);
  CHECK(json.find("\"pooled\":{\"community_s\":25200,\"work_s\":36000,\"share\":\"70.0\"}") !=
        std::string::npos);
  CHECK(json.starts_with("{\"team\":\"north\",\"week_start\":\"2026-02-23\",\"people\":[{\"person_id\""));
  CHECK(parse_team_week(json) == *week);

  const auto before = world.clock.now();
  world.clock.pass(Millis{25 * hour_ms});
  ben.pull();
  const auto later = world.store->team_week({world.lena.person_id}, date(last_week));
  CHECK(later->heard_from == 1);
  CHECK(later->people[0].last_contact == before);
  CHECK(later->people[0].last_sync == before);
  CHECK(later->people[1].last_contact == world.clock.now());
  CHECK(later->people[1].last_sync == world.clock.now());
  CHECK(world.store->team_week({world.ana.person_id}, date(last_week)).error().code == ErrorCode::forbidden);
  CHECK(world.store->team_week({world.admin.person_id}, date(last_week)).error().code ==
        ErrorCode::forbidden);
  CHECK(world.store->team_week({world.lena.person_id}, date("2026-02-24")).error().field == "start");
}

TEST_CASE(
    "a lead is on the team's page with time of their own, a person who left only in weeks they worked") {
  World world;
  auto lena = world.enroll(world.lena);
  auto ana = world.enroll(world.ana);
  ana.push(new_entry(world, world.ana.person_id, last_tuesday, 60));
  REQUIRE(world.store->disable_person(world.ana.person_id, {}));
  const auto people = [&](const std::string& start) {
    return world.store->team_week({world.lena.person_id}, date(start))->people.size();
  };
  CHECK(people(last_week) == 1);  // Ben had nothing to do with it
  CHECK(people("2026-03-02") == 1);
  lena.push(new_entry(world, world.lena.person_id, noon_ms - hour_ms, 60));
  CHECK(people("2026-03-02") == 2);
}

TEST_CASE("who comes to the team later is not missing in a week that is over") {
  World world;
  auto ana = world.enroll(world.ana);
  ana.push(new_entry(world, world.ana.person_id, last_tuesday, 60));
  const auto people = [&](const std::string& start) {
    std::string names;
    const auto read = world.store->team_week({world.lena.person_id}, date(start));
    REQUIRE(read);
    for (const auto& one : read->people) names += one.owner.name + " ";
    return names;
  };
  CHECK(people(last_week) == "Ana ");
  const auto eve = world.add("Eve", Role::specialist, "north");
  CHECK(people(last_week) == "Ana ");
  CHECK(people("2026-03-02") == "Ana Ben Eve ");  // of the running week they are a part
  // Ben was due to work then, and says nothing: that is worth a line.
  REQUIRE(world.store->set_schedule(world.ben.person_id, date("2026-02-26"), {480, 480, 480, 480, 480, 0, 0},
                                    {}));
  CHECK(people(last_week) == "Ana Ben ");
  // Who worked before and then logged nothing is missing, schedule or not.
  ana.push(new_entry(world, world.ana.person_id, last_tuesday - 14 * day_ms, 60));
  CHECK(people("2026-02-16") == "Ana ");
  CHECK(people("2026-02-02") == "");
  // A week that was handed in without an entry was handed in.
  auto eves = world.enroll(eve);
  eves.push(week_op(world, eve.person_id, "2026-02-02", WeekRecordState::submitted));
  CHECK(people("2026-02-02") == "Eve ");
}

TEST_CASE("the week in progress is tallied as of now, a past one as it was kept") {
  World world;
  auto phone = world.enroll(world.ana);
  REQUIRE(world.store->set_schedule(world.ana.person_id, date("2026-01-05"), {480, 480, 480, 480, 480, 0, 0},
                                    {}));
  phone.push({new_entry(world, world.ana.person_id, last_tuesday, 60),
              new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 60)});
  const auto kept = world.clock.now();
  world.clock.pass(Millis{day_ms});
  const auto view = [&](const std::string& week) {
    return world.store->person_week({world.ana.person_id}, world.ana.person_id, date(week))->tally;
  };
  CHECK(view(last_week).as_of == kept);
  CHECK(view("2026-03-02").as_of == world.clock.now());
  CHECK(view("2026-03-02").scheduled_s == 8 * 3600);  // Monday is over now
}

}  // namespace waymark::server::test
