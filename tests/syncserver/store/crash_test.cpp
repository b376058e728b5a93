// sync.md, invariant 1: a process killed under load has lost nothing that it acknowledged.
#include <catch2/catch.hpp>

#include "tests/syncserver/store/killed_writer.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

TEST_CASE("nothing acknowledged is lost when the process is killed, and no half record appears") {
  World world;
  auto phone = world.enroll(world.ana);
  for (const std::size_t enough : {1U, 40U, 333U}) {
    world.close();
    const auto acknowledged = write_until_killed(world.path(), phone.identity(), enough, 5);
    CHECK(acknowledged.size() >= enough);

    world.open();
    CHECK(world.store->verify().ok());
    std::set<std::string> present;
    Phone fresh = phone;
    for (const auto& row : fresh.pull()) present.insert(row.op);
    for (const auto& op : acknowledged) CHECK(present.contains(op));
  }
}

}  // namespace waymark::server::test
