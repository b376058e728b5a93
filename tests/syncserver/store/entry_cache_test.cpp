// What the writer keeps of parsed entries can neither outlive what was taken back nor grow without end.
#include <catch2/catch.hpp>

#include "syncserver/store/op_acceptance.h"
#include "syncserver/store/store_file.h"
#include "syncserver/store/writer.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

ReceivedOp received(const Op& op) {
  return {op.op, op, to_json(op)};
}

}  // namespace

TEST_CASE("an op that gets the seq of one taken back is tallied as itself") {
  World world;
  const auto taken_back = new_entry(world, world.ana.person_id, noon_ms - 3 * hour_ms, 60);
  const auto kept = new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 30);
  world.close();

  Connection connection(world.path(), Connection::Access::read_only);
  const auto header = read_header(connection, world.path());
  REQUIRE(header);
  StoreOptions options;
  options.clock = &world.clock;
  options.random = &world.random;
  options.writer_thread = false;
  HealthBook health;
  std::int64_t lost_seq = 0;
  std::int64_t kept_seq = 0;
  {
    Writer writer(world.path(), options, header->agency, header->zone, health);
    const auto take = [&](WriteContext& context, const Op& op) {
      const auto message = received(op);
      const Author author{context.directory.find(world.ana.person_id)->n, std::nullopt};
      return OpAcceptance(context).accept(prepare(message, context.rules, context.now), author).seq;
    };
    const auto failed = writer.change([&](WriteContext& context) -> Result<void> {
      lost_seq = take(context, taken_back);
      return fail(ErrorCode::bad_request, "This is taken back.");
    });
    CHECK_FALSE(failed);
    CHECK(writer.change([&](WriteContext& context) -> Result<void> {
      CHECK(context.entries.find(lost_seq) == nullptr);
      kept_seq = take(context, kept);
      return {};
    }));
  }
  CHECK(lost_seq > 0);
  CHECK(kept_seq == lost_seq);
  world.open();
  const auto view = world.store->person_week({world.ana.person_id}, world.ana.person_id, date("2026-03-02"));
  REQUIRE(view);
  CHECK(view->tally.community_s == 1800);
  CHECK(world.store->verify().ok());
}

TEST_CASE("what is asked for again and again stays in the cache, and the rest makes room") {
  EntryCache cache;
  const auto entry = [](std::int64_t seq) {
    Entry made;
    made.note = std::to_string(seq);
    return made;
  };
  cache.keep(1, entry(1));
  for (std::int64_t seq = 2; seq <= 100'000; ++seq) {
    cache.keep(seq, entry(seq));
    const auto* first = cache.find(1);
    if (!first || first->note != "1") FAIL("entry 1 is not there at " << seq);
  }
  CHECK(cache.find(2) == nullptr);
  REQUIRE(cache.find(100'000));
  CHECK(cache.find(100'000)->note == "100000");
  cache.forget();
  CHECK(cache.find(1) == nullptr);
}

}  // namespace waymark::server::test
