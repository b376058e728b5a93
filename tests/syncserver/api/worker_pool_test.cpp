#include "syncserver/api/worker_pool.h"

#include <catch2/catch.hpp>

#include "tests/syncserver/api/door.h"

using namespace waymark::server;
using namespace waymark::test;

TEST_CASE("a pool takes as many jobs as it has room for, and runs all it took") {
  std::atomic<int> done{0};
  Gate started, go;
  {
    WorkerPool pool(1, 3);
    REQUIRE(pool.offer([&] {
      started.open();
      go.wait();
    }));
    started.wait();
    CHECK_FALSE(pool.has_waiting());
    for (int i = 0; i < 3; ++i) CHECK(pool.offer([&] { ++done; }));
    CHECK(pool.has_waiting());
    CHECK_FALSE(pool.offer([&] { ++done; }));
    go.open();
    pool.close();
    CHECK_FALSE(pool.offer([&] { ++done; }));
    pool.close();
  }
  CHECK(done == 3);
}
