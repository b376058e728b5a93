// The file a person hands on when nothing else works.
#include <sys/stat.h>

#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "mobile/device/outbox_export.h"
#include "mobile/device/sync_side.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

TEST_CASE("The export holds every unsent and refused op, in the order made, as they would be sent") {
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.book().put(visit(day_one, "sent")));
  REQUIRE(phone.book().put(visit(day_one + 2 * hour, "refuse me")));
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  REQUIRE(phone.book().put(visit(day_one + 4 * hour, "first \"quoted\"")));
  REQUIRE(phone.book().put(visit(day_one + 6 * hour, "second")));
  const auto file = phone.folder / "unsent.json";
  const auto written = export_outbox(*phone.store, file);
  REQUIRE(written);
  CHECK(*written == 3);
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto json = boost::json::parse(text).as_object();
  CHECK(json.at("person_id").as_string() == ana.c_str());
  REQUIRE(json.at("unsent").as_array().size() == 2);
  CHECK(json.at("unsent").as_array()[1].at("body").at("note").as_string() == "second");
  REQUIRE(json.at("refused").as_array().size() == 1);
  const auto& refused = json.at("refused").as_array()[0];
  CHECK(refused.at("code").as_string() == "too_long");
  CHECK(refused.at("field").as_string() == "note");
  CHECK(refused.at("op").at("body").at("note").as_string() == "refuse me");
  const auto batch = phone.store->sync_side().next_batch(200, max_sync_bytes);
  for (const auto& frozen : batch->ops) CHECK(text.find(frozen) != std::string::npos);
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("With nothing waiting the export is an empty list, and no file is written over") {
  Phone phone;
  const auto file = phone.folder / "unsent.json";
  CHECK(*export_outbox(*phone.store, file) == 0);
  const auto again = export_outbox(*phone.store, file);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::already_exists);
  CHECK(export_outbox(*phone.store, phone.folder / "no-such-folder/x").error().code ==
        ErrorCode::cannot_open);
}
