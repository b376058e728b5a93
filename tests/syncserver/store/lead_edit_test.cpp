// What a lead saves on the pages, beside what a specialist edited meanwhile; and what a decision on a week
// rests on.
#include <catch2/catch.hpp>

#include "syncserver/store/team_desk.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

const std::string last_week = "2026-02-23";
constexpr std::int64_t last_tuesday = noon_ms - 6 * day_ms;

/// Ana's phone and her tablet; the lead has the pages.
struct Desk {
  World world;
  Phone phone = world.enroll(world.ana);
  Phone tablet = world.enroll(world.ana, "tablet");
  TeamDesk& team = world.store->team();
  const std::string ana = world.ana.person_id;
  const Actor lena{world.lena.person_id, "127.0.0.1"};

  Row row_of(const std::string& rid) {
    Phone fresh = phone;
    fresh.cursor = fresh.high = {};
    for (auto& row : fresh.pull())
      if (row.rid == rid) return row;
    FAIL("no such row");
    return {};
  }
  std::string mark() {
    const auto read = team.person_week({world.lena.person_id}, ana, date(last_week));
    REQUIRE(read);
    return read->row.mark;
  }
  Result<void> approve(const std::string& mark) { return team.approve({ana, date(last_week), mark}, lena); }
  Result<void> give_back(const std::string& mark) {
    return team.return_week({ana, date(last_week), mark, "Look at Tuesday."}, lena);
  }
};

std::string with_status(const Op& op, const std::string& status) {
  auto record = *read_stored<Participant>(op.body, op.rid);
  record.status = status;
  return to_json(record);
}

}  // namespace

TEST_CASE("a lead's save leaves the edit that a specialist made on another device to the specialist") {
  Desk desk;
  const auto made = participant_op(desk.world, desk.ana);
  REQUIRE(desk.phone.push(made).status == OpStatus::head);
  REQUIRE(desk.phone.push(edit(desk.world, made, with_status(made, "on hold"))).status == OpStatus::head);
  const auto beside = edit(desk.world, made, with_status(made, "placed"));
  REQUIRE(desk.tablet.push(beside).status == OpStatus::conflict);

  auto line = desk.team.participant({desk.lena.person_id}, made.rid);
  REQUIRE(line);
  CHECK(line->in_conflict);
  CHECK(line->participant.status == "on hold");
  line->participant.status = "closed";
  REQUIRE(desk.team.save_participant(line->participant, line->head, desk.lena));
  const auto row = desk.row_of(made.rid);
  REQUIRE(row.conflicts.size() == 1);
  CHECK(row.conflicts[0].op == beside.op);
  CHECK(desk.team.participant({desk.lena.person_id}, made.rid)->participant.status == "closed");
  CHECK(desk.world.store->verify().ok());
}

TEST_CASE("leave that a lead saves or removes settles no conflict either") {
  Desk desk;
  const auto made = new_leave(desk.world, desk.ana, "2026-03-03", 60);
  REQUIRE(desk.phone.push(made).status == OpStatus::head);
  const auto hours = [&](int minutes) {
    auto record = *read_stored<Leave>(made.body, made.rid);
    record.minutes = minutes;
    return record;
  };
  REQUIRE(desk.phone.push(edit(desk.world, made, to_json(hours(120)))).status == OpStatus::head);
  REQUIRE(desk.tablet.push(edit(desk.world, made, to_json(hours(240)))).status == OpStatus::conflict);
  const auto time = desk.team.working_time({desk.lena.person_id}, desk.ana);
  REQUIRE(time);
  REQUIRE(time->leave.size() == 1);
  CHECK(time->leave[0].in_conflict);
  CHECK(desk.team.save_leave(hours(480), desk.lena) == OpStatus::head);
  CHECK(desk.row_of(made.rid).conflicts.size() == 1);
  CHECK(desk.team.remove_leave(made.rid, desk.lena) == OpStatus::head);
  CHECK(desk.row_of(made.rid).conflicts.size() == 1);
}

TEST_CASE("a decision on a week holds only for the week as it was read") {
  Desk desk;
  const auto entry = new_entry(desk.world, desk.ana, last_tuesday, 60);
  REQUIRE(desk.phone.push(entry).status == OpStatus::head);
  const auto refused_since = [&](const std::string& seen) {
    for (const auto& decided : {desk.approve(seen), desk.give_back(seen)})
      if (decided || decided.error().field != "mark") return false;
    return true;
  };
  CHECK(refused_since(""));  // nothing was read

  auto seen = desk.mark();
  CHECK(desk.mark() == seen);
  REQUIRE(desk.phone.push(new_leave(desk.world, desk.ana, "2026-02-27", 60)).status == OpStatus::head);
  CHECK(refused_since(seen));

  seen = desk.mark();
  auto longer = *read_stored<Entry>(entry.body, entry.rid);
  longer.ends_at = longer.starts_at + std::chrono::minutes{90};
  REQUIRE(desk.phone.push(edit(desk.world, entry, to_json(longer))).status == OpStatus::head);
  CHECK(refused_since(seen));

  seen = desk.mark();
  longer.note = "From the tablet";
  REQUIRE(desk.tablet.push(edit(desk.world, entry, to_json(longer))).status == OpStatus::conflict);
  CHECK(refused_since(seen));

  seen = desk.mark();
  REQUIRE(desk.phone.push(week_op(desk.world, desk.ana, last_week, WeekRecordState::submitted)).status ==
          OpStatus::head);
  CHECK(refused_since(seen));

  // Two leads with the same page: the second does not undo what the first decided.
  seen = desk.mark();
  REQUIRE(desk.give_back(seen));
  CHECK(refused_since(seen));
  seen = desk.mark();
  REQUIRE(desk.approve(seen));
  CHECK(refused_since(seen));

  seen = desk.mark();
  REQUIRE(desk.phone.push(new_entry(desk.world, desk.ana, last_tuesday + 4 * hour_ms, 30)).status ==
          OpStatus::held);
  CHECK(refused_since(seen));  // giving it back would apply what nobody has read
  REQUIRE(desk.give_back(desk.mark()));

  // What happens in other weeks changes nothing here.
  seen = desk.mark();
  REQUIRE(desk.phone.push(new_entry(desk.world, desk.ana, noon_ms - hour_ms, 30)).status == OpStatus::head);
  CHECK(desk.mark() == seen);
}

TEST_CASE("so it does where a schedule or a holiday changed what the week amounts to") {
  Desk desk;
  REQUIRE(desk.phone.push(new_entry(desk.world, desk.ana, last_tuesday, 60)).status == OpStatus::head);
  auto seen = desk.mark();
  REQUIRE(desk.world.store->set_schedule(desk.ana, date("2026-02-09"), {480, 480, 480, 480, 480, 0, 0}, {}));
  CHECK(desk.approve(seen).error().field == "mark");
  seen = desk.mark();
  REQUIRE(desk.world.store->set_schedule(desk.ana, date("2026-03-02"), {240, 240, 240, 240, 240, 0, 0}, {}));
  CHECK(desk.approve(seen));  // that one is of later weeks
}

TEST_CASE("a week is approved on the pages when it is over, and not before") {
  Desk desk;
  const auto decide_on = [&](const char* week) -> WeekDecision {
    return {desk.ana, date(week),
            desk.team.person_week({desk.lena.person_id}, desk.ana, date(week))->row.mark};
  };
  for (const auto* week : {"2026-03-02", "2026-03-09"}) {
    const auto refused = desk.team.approve(decide_on(week), desk.lena);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::out_of_range);
    CHECK(refused.error().field == "week_start");
  }
  // What is to be mended can be said while the week runs.
  auto decision = decide_on("2026-03-02");
  decision.note = "Look at Monday.";
  CHECK(desk.team.return_week(decision, desk.lena));
  desk.world.clock.pass(std::chrono::hours{7 * 24});
  CHECK(desk.team.approve(decide_on("2026-03-02"), desk.lena));
}

TEST_CASE(
    "an edit that waits for the lead is not the specialist's to settle, and each phone is its owner's") {
  Desk desk;
  REQUIRE(desk.approve(desk.mark()));
  REQUIRE(desk.phone.push(new_entry(desk.world, desk.ana, last_tuesday, 30)).status == OpStatus::held);
  auto bens = desk.world.enroll(desk.world.ben);
  const auto says = [](Phone& phone, std::int64_t waiting, std::int64_t needs_you) {
    auto request = phone.request();
    request.waiting = waiting;
    request.needs_you = needs_you;
    phone.send(request);
  };
  const auto phone_of = [&](const std::string& name) {
    const auto page = desk.team.week({desk.lena.person_id}, date("2026-03-02"));
    REQUIRE(page);
    for (const auto& row : page->rows)
      if (row.owner.name == name) return row.phone;
    FAIL("no row of " << name);
    return PhoneState{};
  };
  CHECK(phone_of("Ana").needs_you == 0);
  says(desk.phone, 4, 0);
  says(desk.tablet, 2, 0);
  says(bens, 1, 1);
  CHECK(phone_of("Ana").waiting == 6);
  CHECK(phone_of("Ana").needs_you == 0);
  CHECK(phone_of("Ben").waiting == 1);
  CHECK(phone_of("Ben").needs_you == 1);
  says(desk.phone, 0, 1);  // that one is theirs, and no held edit hides it
  CHECK(phone_of("Ana").needs_you == 1);
}

TEST_CASE("whose week it is not to decide on is told that first") {
  Desk desk;
  const Actor sam{desk.world.sam.person_id, {}};
  CHECK(desk.team.approve({desk.ana, date(last_week), desk.mark()}, sam).error().code ==
        ErrorCode::forbidden);
  CHECK(desk.team.return_week({desk.ana, date(last_week), "", "No"}, sam).error().code ==
        ErrorCode::forbidden);
}

TEST_CASE("after a move each lead is offered the weeks that were theirs to lead, and no others") {
  Desk desk;
  REQUIRE(desk.world.store->move_person(desk.ana, "south", date("2026-03-02"), {}));
  const auto old_lead = desk.team.person_week({desk.lena.person_id}, desk.ana, date(last_week));
  REQUIRE(old_lead);
  CHECK(old_lead->may_approve);
  CHECK_FALSE(old_lead->may_plan);
  CHECK(old_lead->around.earlier);
  CHECK_FALSE(old_lead->around.later);
  CHECK_FALSE(old_lead->around.present);
  const auto new_lead = desk.team.person_week({desk.world.sam.person_id}, desk.ana, date("2026-03-02"));
  REQUIRE(new_lead);
  CHECK(new_lead->may_plan);
  CHECK_FALSE(new_lead->around.earlier);
}

}  // namespace waymark::server::test
