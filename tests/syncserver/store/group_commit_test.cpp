// Many writers at once: one order, no gap, nobody answered twice or not at all.
#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <set>
#include <thread>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

TEST_CASE("ops of many threads get one gapless order, and every answer is on the chain") {
  World world;
  world.close();
  StoreOptions options;
  options.writer_thread = GENERATE(true, false);
  world.open(options);
  constexpr int threads = 8;
  constexpr int requests = 20;
  std::vector<Phone> phones;
  std::vector<std::vector<std::vector<Op>>> batches(threads);
  for (int t = 0; t < threads; ++t) {
    const auto& person = t % 2 == 0 ? world.ana : world.ben;
    phones.push_back(world.enroll(person, "phone " + std::to_string(t)));
    for (int r = 0; r < requests; ++r)
      batches[static_cast<std::size_t>(t)].push_back(
          {new_entry(world, person.person_id, noon_ms - (t * requests + r + 2) * hour_ms, 30),
           new_entry(world, person.person_id, noon_ms - (t * requests + r + 2) * hour_ms, 20)});
  }
  const auto before = world.store->health().seq;
  std::vector<std::future<std::vector<OpResult>>> answers;
  for (int t = 0; t < threads; ++t)
    answers.push_back(std::async(std::launch::async, [&, t] {
      std::vector<OpResult> results;
      auto& phone = phones[static_cast<std::size_t>(t)];
      for (const auto& batch : batches[static_cast<std::size_t>(t)]) {
        auto request = phone.request(batch, 1);
        const auto answer = world.store->sync(phone.identity(), request);
        if (answer) results.insert(results.end(), answer->results.begin(), answer->results.end());
      }
      return results;
    }));
  std::set<std::int64_t> seqs;
  for (auto& answer : answers)
    for (const auto& result : answer.get()) {
      CHECK(result.status == OpStatus::head);
      seqs.insert(result.seq);
    }
  CHECK(seqs.size() == threads * requests * 2);
  CHECK(*seqs.begin() == before + 1);
  CHECK(*seqs.rbegin() == before + threads * requests * 2);
  CHECK(world.store->verify().ok());
}

TEST_CASE("what was not committed is answered busy, and the store goes on") {
  World world;
  world.close();
  StoreOptions options;
  options.queue_limit = 0;
  world.open(options);
  const auto added = world.store->add_person({"Eve", Role::specialist, "north", "", ""}, {});
  REQUIRE_FALSE(added);
  CHECK(added.error().code == ErrorCode::busy);
  world.close();
  world.open();
  CHECK(world.store->add_person({"Eve", Role::specialist, "north", "", ""}, {}));
}

TEST_CASE(
    "without a thread of its own the store commits in its caller's, and writes at its end what it noted") {
  World world;
  auto phone = world.enroll(world.ana);
  world.close();
  StoreOptions options;
  options.writer_thread = false;
  world.open(options);
  CHECK(phone.push(new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 30)).status ==
        OpStatus::head);
  Op wrong = new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 30);
  wrong.body = "{}";
  CHECK(phone.push(wrong).status == OpStatus::invalid);
  auto request = phone.request();
  request.waiting = 7;
  phone.send(request);
  const auto seq = world.store->health().seq;
  world.close();
  world.open();
  CHECK(world.store->health().seq == seq);
  CHECK(world.store->devices().at(0).waiting == 7);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a refused change takes back all it wrote") {
  World world;
  REQUIRE(world.store->set_login(world.ana.person_id, "ana", "hash", {}));
  const auto before = world.store->health().seq;
  const auto audit = world.store->audit(1).at(0).id;
  // The person is written before the login turns out to be taken.
  const auto added = world.store->add_person({"Other Ana", Role::specialist, "north", "ANA", "hash"}, {});
  REQUIRE_FALSE(added);
  CHECK(added.error().code == ErrorCode::already_exists);
  CHECK(added.error().field == "login");
  CHECK(world.store->health().seq == before);
  CHECK(world.store->people().size() == 6);
  CHECK(world.store->audit(1).at(0).id == audit);
  CHECK(world.store->add_person({"Other Ana", Role::specialist, "north", "ana2", "hash"}, {}));
  CHECK(world.store->verify().ok());
}

}  // namespace waymark::server::test
