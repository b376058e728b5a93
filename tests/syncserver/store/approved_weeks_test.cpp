// sync.md, "On the server", rule 4: approved weeks stand, and what arrives for them is held, never lost.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

constexpr std::int64_t last_tuesday = noon_ms - 6 * day_ms;  // in the week of 2026-02-23
const std::string last_week = "2026-02-23";

Row row_of(Phone& phone, const std::string& rid) {
  Phone fresh = phone;
  fresh.cursor = fresh.high = {};
  for (auto& row : fresh.pull())
    if (row.rid == rid) return row;
  FAIL("no such row");
  return {};
}

std::string longer(const Op& op, int minutes) {
  auto entry = *read_stored<Entry>(op.body, op.rid);
  entry.ends_at = entry.starts_at + std::chrono::minutes{minutes};
  return to_json(entry);
}

std::int64_t community_s(World& world, const std::string& week = last_week) {
  const auto view = world.store->person_week({world.ana.person_id}, world.ana.person_id, date(week));
  REQUIRE(view);
  return view->tally.community_s;
}

struct ApprovedWeek {
  ApprovedWeek() {
    entry = new_entry(world, world.ana.person_id, last_tuesday, 30);
    REQUIRE(phone.push(entry).status == OpStatus::head);
    approval = approval_op(world, world.ana.person_id, last_week, ApprovalState::approved);
    REQUIRE(lead.push(approval).status == OpStatus::head);
  }
  Op returned() {
    Approval record = *read_stored<Approval>(approval.body, approval.rid);
    record.state = ApprovalState::returned;
    return edit(world, approval, to_json(record));
  }
  World world;
  Phone phone = world.enroll(world.ana);
  Phone lead = world.enroll(world.lena);
  Op entry, approval;
};

}  // namespace

TEST_CASE("an edit of an approved week is held beside the head, and the tally stands") {
  ApprovedWeek week;
  const auto change = edit(week.world, week.entry, longer(week.entry, 60));
  const auto result = week.phone.push(change);
  CHECK(result.status == OpStatus::held);
  CHECK(result.seq > 0);
  const auto row = row_of(week.phone, week.entry.rid);
  CHECK(row.op == week.entry.op);
  REQUIRE(row.held.size() == 1);
  CHECK(row.held[0].op == change.op);
  CHECK(row.held[0].body == change.body);
  CHECK(community_s(week.world) == 1800);
  CHECK(week.world.store->verify().ok());
}

TEST_CASE("a new entry, leave, a move into and a move out of an approved week are all held") {
  ApprovedWeek week;
  auto& world = week.world;
  const auto fresh = new_entry(world, world.ana.person_id, last_tuesday + 2 * hour_ms, 30);
  CHECK(week.phone.push(fresh).status == OpStatus::held);
  const auto row = row_of(week.phone, fresh.rid);
  CHECK(row.op.empty());
  CHECK(row.body.empty());
  CHECK(row.held.size() == 1);
  CHECK(week.phone.push(new_leave(world, world.ana.person_id, "2026-02-27", 60)).status == OpStatus::held);

  const auto away = edit(world, week.entry, to_json(entry_at(world.ana.person_id, noon_ms - hour_ms, 30)));
  CHECK(week.phone.push(away).status == OpStatus::held);

  const auto elsewhere = new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30);
  CHECK(week.phone.push(elsewhere).status == OpStatus::head);
  const auto into = edit(world, elsewhere, to_json(entry_at(world.ana.person_id, last_tuesday, 30)));
  CHECK(week.phone.push(into).status == OpStatus::held);
  CHECK(week.phone.push(remove(world, week.entry)).status == OpStatus::held);

  // Across the week's edge (Sunday night into Monday) touches both.
  const auto sunday_night = noon_ms - 13 * hour_ms;
  CHECK(week.phone.push(new_entry(world, world.ana.person_id, sunday_night, 120)).status == OpStatus::held);
  // Another week, and another person's same week, are free.
  CHECK(week.phone.push(new_entry(world, world.ana.person_id, last_tuesday - 7 * day_ms, 30)).status ==
        OpStatus::head);
  auto ben = world.enroll(world.ben);
  CHECK(ben.push(new_entry(world, world.ben.person_id, last_tuesday, 30)).status == OpStatus::head);
  CHECK(world.store->verify().ok());
}

TEST_CASE("when the week is returned its held ops go in, in order, each under a new seq") {
  ApprovedWeek week;
  auto& world = week.world;
  const auto one = edit(world, week.entry, longer(week.entry, 45));
  const auto two = edit(world, one, longer(week.entry, 60));
  const auto fresh = new_entry(world, world.ana.person_id, last_tuesday + 3 * hour_ms, 10);
  const auto held = week.phone.push({one, two, fresh});
  CHECK(held[1].status == OpStatus::held);
  const auto before = world.store->health().seq;
  CHECK(week.lead.push(week.returned()).seq == before + 1);

  CHECK(world.store->health().seq == before + 4);
  const auto row = row_of(week.phone, week.entry.rid);
  CHECK(row.op == two.op);
  CHECK(row.seq == before + 3);
  CHECK(row.held.empty());
  CHECK(row_of(week.phone, fresh.rid).op == fresh.op);
  CHECK(community_s(world) == 70 * 60);
  CHECK(world.store->counts().held == 0);
  // Asked again, the first answer stands.
  CHECK(week.phone.push({one, two, fresh}) == held);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a deleted approval releases the week as well") {
  ApprovedWeek week;
  const auto change = edit(week.world, week.entry, longer(week.entry, 60));
  week.phone.push(change);
  CHECK(week.lead.push(remove(week.world, week.approval)).status == OpStatus::head);
  CHECK(row_of(week.phone, week.entry.rid).op == change.op);
}

TEST_CASE("a held op that reaches into another approved week stays held") {
  ApprovedWeek week;
  auto& world = week.world;
  CHECK(
      week.lead.push(approval_op(world, world.ana.person_id, "2026-03-02", ApprovalState::approved)).status ==
      OpStatus::head);
  const auto across = new_entry(world, world.ana.person_id, noon_ms - 13 * hour_ms, 120);
  CHECK(week.phone.push(across).status == OpStatus::held);
  week.lead.push(week.returned());
  CHECK(row_of(week.phone, across.rid).held.size() == 1);
  CHECK(world.store->counts().held == 1);
  CHECK(world.store->verify().ok());
}

TEST_CASE("two held edits that did not know of each other end as head and conflict") {
  ApprovedWeek week;
  auto tablet = week.world.enroll(week.world.ana, "tablet");
  const auto one = edit(week.world, week.entry, longer(week.entry, 45));
  const auto two = edit(week.world, week.entry, longer(week.entry, 60));
  CHECK(week.phone.push(one).status == OpStatus::held);
  CHECK(tablet.push(two).status == OpStatus::held);
  week.lead.push(week.returned());
  const auto row = row_of(week.phone, week.entry.rid);
  CHECK(row.op == one.op);
  REQUIRE(row.conflicts.size() == 1);
  CHECK(row.conflicts[0].op == two.op);
  CHECK(week.world.store->verify().ok());
}

TEST_CASE("held edits go in together, even if the first takes the record out of the week") {
  ApprovedWeek week;
  auto& world = week.world;
  const auto one = edit(world, week.entry, to_json(entry_at(world.ana.person_id, noon_ms - hour_ms, 30)));
  const auto two = edit(world, one, to_json(entry_at(world.ana.person_id, noon_ms - hour_ms, 45)));
  CHECK(week.phone.push({one, two})[1].status == OpStatus::held);
  week.lead.push(week.returned());
  const auto row = row_of(week.phone, week.entry.rid);
  CHECK(row.op == two.op);
  CHECK(row.held.empty());
  CHECK(community_s(world, "2026-03-02") == 45 * 60);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a held edit taken back before the week is returned changes nothing") {
  ApprovedWeek week;
  const auto change = edit(week.world, week.entry, longer(week.entry, 60));
  const auto back = edit(week.world, change, week.entry.body);
  CHECK(week.phone.push({change, back})[1].status == OpStatus::held);
  week.lead.push(week.returned());
  CHECK(row_of(week.phone, week.entry.rid).body == week.entry.body);
  CHECK(community_s(week.world) == 1800);
}

TEST_CASE("nobody approves their own week, and the lead's word on it never conflicts with the owner's") {
  ApprovedWeek week;
  auto& world = week.world;
  const auto own =
      week.lead.push(approval_op(world, world.lena.person_id, last_week, ApprovalState::approved));
  CHECK(own.status == OpStatus::forbidden);
  CHECK(own.error->field == "specialist_id");
  CHECK(week.phone.push(week_op(world, world.ana.person_id, last_week, WeekRecordState::submitted)).status ==
        OpStatus::head);
}

TEST_CASE("a week is approved once it has begun, and no sooner") {
  World world;  // Monday the 2nd of March, noon
  auto lead = world.enroll(world.lena);
  const auto& ana = world.ana.person_id;
  for (const auto* ahead : {"2026-03-09", "2989-12-28"}) {
    const auto early = lead.push(approval_op(world, ana, ahead, ApprovalState::approved));
    INFO(ahead);
    CHECK(early.status == OpStatus::invalid);
    REQUIRE(early.error);
    CHECK(early.error->code == ErrorCode::out_of_range);
    CHECK(early.error->field == "week_start");
  }
  // Giving one back hurts nobody, and is the way out of an approval that is there already.
  CHECK(lead.push(approval_op(world, ana, "2026-03-16", ApprovalState::returned)).status == OpStatus::head);
  CHECK(lead.push(approval_op(world, ana, "2026-03-02", ApprovalState::approved)).status == OpStatus::head);
  // On the agency's clock, which summer time has set forward on that Sunday.
  const auto midnight = noon_ms + 7 * day_ms - 13 * hour_ms;
  world.clock.set(instant_from_ms(midnight - 1));
  CHECK(lead.push(approval_op(world, ana, "2026-03-09", ApprovalState::approved)).status ==
        OpStatus::invalid);
  world.clock.set(instant_from_ms(midnight));
  CHECK(lead.push(approval_op(world, ana, "2026-03-09", ApprovalState::approved)).status == OpStatus::head);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a schedule that would reach into an approved week is invalid") {
  ApprovedWeek week;
  auto& world = week.world;
  const std::array<int, 7> full_time{450, 450, 450, 450, 450, 0, 0};
  const auto& ana = world.ana.person_id;
  const auto into = world.store->set_schedule(ana, date("2026-01-01"), full_time, {});
  REQUIRE_FALSE(into);
  CHECK(into.error().code == ErrorCode::approved_week);
  CHECK(into.error().field == "effective_from");
  CHECK_FALSE(world.store->set_schedule(ana, date("2026-03-01"), full_time, {}));  // the week's Sunday
  CHECK(world.store->set_schedule(ana, date("2026-03-02"), full_time, {}));
  CHECK_FALSE(world.store->set_schedule(ana, date("2026-02-20"), full_time, {}));
  CHECK(world.store->set_schedule(world.ben.person_id, date("2026-01-01"), full_time, {}));

  // One that ends where the next begins, before the approved week, reaches no further.
  week.lead.push(week.returned());
  CHECK(world.store->set_schedule(ana, date("2026-02-23"), full_time, {}));
  auto approved = edit(world, week.returned(), week.approval.body);
  Phone reader = week.lead;
  const auto row = world.store->history({world.lena.person_id}, week.approval.rid);
  approved.parents = approved.anc = {row->ops.back().op};
  CHECK(week.lead.push(approved).status == OpStatus::head);
  CHECK(world.store->set_schedule(ana, date("2026-01-01"), full_time, {}));
  CHECK_FALSE(world.store->set_schedule(ana, date("2026-02-24"), full_time, {}));
  CHECK(world.store->verify().ok());
}

TEST_CASE("a policy that would reach into an approved week is invalid, one from later on is not") {
  ApprovedWeek week;
  auto& world = week.world;
  auto phone = world.enroll(world.admin);
  const auto rows = phone.pull();
  const auto policy_row =
      std::find_if(rows.begin(), rows.end(), [](const Row& row) { return row.type == RecordType::policy; });
  REQUIRE(policy_row != rows.end());
  auto policy = *read_stored<Policy>(policy_row->body, policy_row->rid);
  policy.return_travel_counts = false;

  const auto changed =
      world.store->write_record(RecordType::policy, policy_row->rid, to_json(policy), false, {});
  REQUIRE_FALSE(changed);
  CHECK(changed.error().code == ErrorCode::approved_week);
  CHECK(changed.error().field == "effective_from");
  CHECK(changed.error().message.find("Ana's week of 2026-02-23") != std::string::npos);
  policy.effective_from = date(last_week);
  CHECK_FALSE(world.store->write_record(RecordType::policy, "", to_json(policy), false, {}));
  policy.effective_from = date("2026-02-24");  // the approved week's first day is before it
  CHECK(world.store->write_record(RecordType::policy, "", to_json(policy), false, {}));
  CHECK(world.store->verify().ok());
}

}  // namespace waymark::server::test
