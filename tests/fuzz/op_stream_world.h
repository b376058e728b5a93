// The store that op_stream drives: a small agency in a file in memory, its people and devices, and the parts
// that take an op in, called as the writer thread calls them. All inputs run inside one transaction that
// never ends; each is taken back by a savepoint, so that the next one starts from the same agency.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shared/sync/messages.h"
#include "syncserver/store/op_acceptance.h"
#include "syncserver/store/write_context.h"
#include "tests/temporary_directory.h"

namespace waymark::server::fuzz {

class SteppedClock final : public Clock {
 public:
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }
  void pass(Millis time) { now_ += time; }

 private:
  Instant now_{};
};

/// Ids that follow from their number alone: the same input makes the same ids.
class CountingRandom final : public RandomSource {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
  std::uint64_t count = 0;
};

struct Someone {
  std::string person_id;
  std::int64_t person = 0;  ///< persons.n
  std::int64_t device = 0;  ///< devices.n
  Role role = Role::specialist;
};

/// Index of people in World::people.
enum Who : std::size_t { ana, ben, cid, lena, sam, ada };

class World {
 public:
  World();
  ~World();

  /// Between these two, everything an input does.
  void begin_input();
  void end_input();

  /// One op as it came over the wire, from this person's device.
  OpResult take_in(const ReceivedOp& received, const Someone& author);
  /// What the command line and admins ask for: taken back whole where it is refused, as the writer does.
  template <class T>
  Result<T> run(const std::function<Result<T>(WriteContext&)>& work) {
    context->connection.query("SAVEPOINT job").run();
    auto result = work(*context);
    if (!result) {
      context->connection.query("ROLLBACK TO job").run();
      context->reload();
    }
    context->connection.query("RELEASE job").run();
    return result;
  }
  /// The end of a group: what it touched is tallied.
  void end_group();

  Connection& connection() { return *connection_; }

  SteppedClock clock;
  CountingRandom random;
  std::vector<std::string> alarms;
  std::vector<Someone> people;  ///< by Who
  std::string policy_rid;
  std::unique_ptr<WriteContext> context;

 private:
  void add(const std::string& name, Role role, const std::string& team);

  waymark::test::TemporaryDirectory folder_{waymark::test::TemporaryDirectory::Kind::memory};
  std::unique_ptr<Connection> connection_;
  std::function<void(const std::string&)> alarm_;
  std::uint64_t ids_at_start_ = 0;
};

/// Monday 2026-03-09, 12:00 in New York: the weeks from February 23 on are over or run.
inline constexpr Instant start_of_inputs = instant_from_ms(1'773'072'000'000);

}  // namespace waymark::server::fuzz
