// sync.md, invariant 15: the tally cannot drift. Every change that can reach a week is followed by verify,
// which tallies all weeks again and compares both ways.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

constexpr std::int64_t last_tuesday = noon_ms - 6 * day_ms;

Op contact_op(World& world, const std::string& employer, std::int64_t starts_ms) {
  auto entry = entry_at(world.ana.person_id, starts_ms, 30);
  entry.activity = Activity::employer_visit;
  entry.place = Place::employer_site;
  entry.employer_id = employer;
  return first(world, RecordType::entry, world.rid(), to_json(entry));
}

WeekTally week_tally(World& world, const std::string& week) {
  auto view = world.store->person_week({world.ana.person_id}, world.ana.person_id, date(week));
  REQUIRE(view);
  return view->tally;
}

void check_faultless(World& world) {
  const auto report = world.store->verify();
  for (const auto& fault : report.faults)
    UNSCOPED_INFO(fault.kind << " " << fault.where << " " << fault.message);
  CHECK(report.ok());
}

}  // namespace

TEST_CASE("entries, edits, moves and deletes keep the tallies of every week they touch") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto entry = new_entry(world, world.ana.person_id, last_tuesday, 60);
  phone.push(entry);
  CHECK(week_tally(world, "2026-02-23").community_s == 3600);
  CHECK(world.store->counts().tallies == 1);

  const auto moved = edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 2 * hour_ms, 30)));
  phone.push(moved);
  CHECK(week_tally(world, "2026-02-23").community_s == 0);
  CHECK(week_tally(world, "2026-03-02").community_s == 1800);
  CHECK(world.store->counts().tallies == 1);
  check_faultless(world);

  const auto across = new_entry(world, world.ana.person_id, noon_ms - 13 * hour_ms, 120);
  phone.push(across);
  CHECK(world.store->counts().tallies == 2);
  CHECK(week_tally(world, "2026-02-23").community_s == 3600);
  check_faultless(world);

  phone.push({remove(world, moved), remove(world, across)});
  CHECK(world.store->counts().tallies == 0);
  check_faultless(world);
}

TEST_CASE("a running entry is tallied as of now, and past its cap as far as the cap") {
  World world;
  auto phone = world.enroll(world.ana);
  auto running = entry_at(world.ana.person_id, noon_ms - hour_ms, 0);
  running.ends_at.reset();
  const auto op = first(world, RecordType::entry, world.rid(), to_json(running));
  phone.push(op);
  CHECK(week_tally(world, "2026-03-02").community_s == 3600);
  world.clock.pass(Millis{hour_ms});
  CHECK(week_tally(world, "2026-03-02").community_s == 7200);
  check_faultless(world);
  world.clock.pass(Millis{7 * day_ms});
  CHECK(week_tally(world, "2026-03-02").community_s == 12 * 3600);
  check_faultless(world);
}

TEST_CASE("a conflict changes no tally, its resolution does") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto entry = new_entry(world, world.ana.person_id, last_tuesday, 60);
  const auto mine = edit(world, entry, to_json(entry_at(world.ana.person_id, last_tuesday, 30)));
  const auto theirs = edit(world, entry, to_json(entry_at(world.ana.person_id, last_tuesday, 90)));
  phone.push({entry, mine, theirs});
  CHECK(week_tally(world, "2026-02-23").community_s == 1800);
  phone.push(edit(world, mine, theirs.body, {theirs.op}));
  CHECK(week_tally(world, "2026-02-23").community_s == 5400);
  check_faultless(world);
}

TEST_CASE("leave has a tally of its own week, even without an entry") {
  World world;
  auto phone = world.enroll(world.ana);
  REQUIRE(world.store->set_schedule(world.ana.person_id, date("2026-01-05"), {480, 480, 480, 480, 480, 0, 0},
                                    {}));
  const auto leave = new_leave(world, world.ana.person_id, "2026-02-25", 480);
  phone.push(leave);
  CHECK(week_tally(world, "2026-02-23").scheduled_s == 4 * 8 * 3600);
  check_faultless(world);
  phone.push(remove(world, leave));
  CHECK(world.store->counts().tallies == 0);
  check_faultless(world);
}

TEST_CASE("a schedule reaches the weeks from its first day to the next one's") {
  World world;
  auto phone = world.enroll(world.ana);
  std::vector<Op> ops;
  for (int week = 0; week < 6; ++week)
    ops.push_back(new_entry(world, world.ana.person_id, last_tuesday - week * 7 * day_ms, 60));
  phone.push(ops);
  CHECK_FALSE(week_tally(world, "2026-02-23").has_schedule);
  const auto& ana = world.ana.person_id;
  REQUIRE(world.store->set_schedule(ana, date("2026-02-18"), {60, 60, 60, 60, 60, 0, 0}, {}));
  check_faultless(world);
  CHECK(week_tally(world, "2026-02-16").scheduled_s == 3 * 3600);  // Wednesday to Friday
  REQUIRE(world.store->set_schedule(ana, date("2026-01-01"), {120, 120, 120, 120, 120, 0, 0}, {}));
  check_faultless(world);
  REQUIRE(world.store->set_schedule(ana, date("2026-02-18"), {90, 90, 90, 90, 90, 0, 0}, {}));
  check_faultless(world);
  CHECK(week_tally(world, "2026-02-23").scheduled_s == 5 * 5400);
}

TEST_CASE("a policy reaches the weeks it governs, a running entry's included") {
  World world;
  auto phone = world.enroll(world.ana);
  auto remote = entry_at(world.ana.person_id, last_tuesday, 60);
  remote.contact = Contact::phone;
  auto running = entry_at(world.ana.person_id, noon_ms - 13 * hour_ms, 0);  // Sunday 23:00
  running.ends_at.reset();
  phone.push({first(world, RecordType::entry, world.rid(), to_json(remote)),
              first(world, RecordType::entry, world.rid(), to_json(running))});
  const auto rows = phone.pull();
  Policy policy;
  for (const auto& row : rows)
    if (row.type == RecordType::policy) policy = *read_stored<Policy>(row.body, row.rid);
  const auto counted = week_tally(world, "2026-02-23").community_s;
  policy.remote_contact_counts = false;
  policy.running_cap_hours = 1;
  policy.effective_from = date("2026-02-23");
  const auto written = world.store->write_record(RecordType::policy, "", to_json(policy), false, {});
  REQUIRE(written);
  check_faultless(world);
  const auto tally = week_tally(world, "2026-02-23");
  CHECK(tally.community_s == counted - 3600);
  CHECK(tally.policy_from == date("2026-02-23"));
  policy.running_cap_hours = 24;
  REQUIRE(world.store->write_record(RecordType::policy, written->rid, to_json(policy), false, {}));
  check_faultless(world);
  REQUIRE(world.store->write_record(RecordType::policy, written->rid, to_json(policy), true, {}));
  check_faultless(world);
  CHECK(week_tally(world, "2026-02-23").community_s == counted);
}

TEST_CASE("an agency keeps its zone, its week start and at least one policy a day") {
  World world;
  auto phone = world.enroll(world.ana);
  Policy policy;
  std::string rid;
  for (const auto& row : phone.pull())
    if (row.type == RecordType::policy) {
      rid = row.rid;
      policy = *read_stored<Policy>(row.body, row.rid);
    }
  CHECK(policy.effective_from == date("2000-01-01"));
  const auto field_of = [&](const Policy& changed, const std::string& of, bool deleted) {
    const auto result = world.store->write_record(RecordType::policy, of, to_json(changed), deleted, {});
    return result ? std::string() : result.error().field;
  };
  auto changed = policy;
  changed.time_zone = "America/Chicago";
  CHECK(field_of(changed, rid, false) == "time_zone");
  changed = policy;
  changed.week_starts_on = WeekStart::sun;
  CHECK(field_of(changed, rid, false) == "week_starts_on");
  CHECK(field_of(policy, "", false) == "effective_from");
  CHECK(field_of(policy, rid, true) == "effective_from");
}

TEST_CASE("a contact that turns from first to returning is tallied again in its own week") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto bakery = world.rid();
  const auto second = contact_op(world, bakery, last_tuesday);
  phone.push(second);
  CHECK(week_tally(world, "2026-02-23").employer_contacts.returning == 0);
  const auto earlier = contact_op(world, bakery, last_tuesday - 14 * day_ms);
  phone.push(earlier);
  CHECK(week_tally(world, "2026-02-23").employer_contacts.returning == 1);
  check_faultless(world);
  phone.push(remove(world, earlier));
  CHECK(week_tally(world, "2026-02-23").employer_contacts.returning == 0);
  check_faultless(world);
  const auto elsewhere = contact_op(world, world.rid(), last_tuesday - 14 * day_ms);
  phone.push(elsewhere);
  auto same = *read_stored<Entry>(elsewhere.body, elsewhere.rid);
  same.employer_id = bakery;
  phone.push(edit(world, elsewhere, to_json(same)));
  CHECK(week_tally(world, "2026-02-23").employer_contacts.returning == 1);
  check_faultless(world);
}

TEST_CASE("random edits of random weeks leave no tally behind") {
  CHECK(rc::check("verify finds no fault", [] {
    World world(TemporaryDirectory::Kind::memory);
    auto phone = world.enroll(world.ana);
    const std::vector<std::string> employers{world.rid(), world.rid()};
    std::vector<Op> tips;
    for (int step = 0; step < 25; ++step) {
      // Around the spring clock change of 2025 and the turn of the year.
      const auto starts = *rc::gen::element<std::int64_t>(1741500000000, 1767225600000) +
                          *rc::gen::inRange(-72, 72) * hour_ms / 2;
      auto entry = entry_at(world.ana.person_id, starts, *rc::gen::inRange(0, 900));
      entry.activity =
          *rc::gen::element(Activity::employer_visit, Activity::documentation, Activity::engagement);
      if (entry.activity == Activity::employer_visit) entry.employer_id = *rc::gen::elementOf(employers);
      if (*rc::gen::inRange(0, 6) == 0) entry.ends_at.reset();
      Op op;
      if (tips.empty() || *rc::gen::inRange(0, 3) == 0) {
        op = first(world, RecordType::entry, world.rid(), to_json(entry));
        tips.push_back(op);
      } else {
        auto& tip = tips[*rc::gen::inRange<std::size_t>(0, tips.size())];
        op = edit(world, tip, to_json(entry));
        op.deleted = *rc::gen::inRange(0, 4) == 0;
        tip = op;
      }
      RC_ASSERT(phone.push(op).status == OpStatus::head);
      if (*rc::gen::inRange(0, 5) == 0) world.clock.pass(Millis{*rc::gen::inRange<std::int64_t>(0, hour_ms)});
    }
    RC_ASSERT(world.store->verify().ok());
  }));
}

}  // namespace waymark::server::test
