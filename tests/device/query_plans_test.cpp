// What a phone does all day walks through nothing that grows with the years.
#include "tests/query_plans.h"

#include <catch2/catch.hpp>

#include "tests/device/sync_steps.h"

namespace waymark::device::testing {

TEST_CASE("What a phone does all day is found by indexes") {
  test::StatementsHeard heard;
  Phone phone;
  FakeServer server(phone.clock);
  const auto zone = *Zone::find("America/New_York");
  auto book = phone.book();
  heard.forget();
  const auto started = book.start(running_visit(day_one));
  REQUIRE(started);
  phone.clock.pass(hour);
  const auto next = book.switch_to(running_visit(day_one + hour));
  REQUIRE(next);
  REQUIRE(book.attach_tag(next->entry.id, TagEnd::start, {}));
  REQUIRE(book.stop(next->entry.id, day_one + hour + minute));
  REQUIRE(book.undo_last());
  REQUIRE(phone.records().running_entries());
  REQUIRE(phone.records().entries_between(day_one - hour, day_one + hour));
  REQUIRE(phone.records().latest_entries(day_one, 20));
  REQUIRE(phone.records().week(Date{std::chrono::year{2026} / 3 / 2}, zone, phone.clock.now()));
  REQUIRE(phone.store->counts());
  REQUIRE(phone.store->needs_you());
  sync(phone, server);
  CHECK(heard.texts().size() > 20);
  std::set<std::string> walks;
  for (const auto& step : test::plan_steps(phone.folder / "store.db", heard.texts()))
    if (step.starts_with("SCAN")) walks.insert(step);
  // The last twenty actions, and the few edits that are in conflict or held.
  CHECK(walks ==
        std::set<std::string>{"SCAN action_entries", "SCAN ops USING INDEX ops_contested", "SCAN sides"});
}

}  // namespace waymark::device::testing
