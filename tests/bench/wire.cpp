#include "tests/bench/wire.h"

#include <fmt/format.h>

#include <stdexcept>

#include "mobile/device/device_store.h"
#include "mobile/device/enrolment.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/http_transport.h"
#include "mobile/device/memory_key_store.h"
#include "mobile/device/sync_session.h"
#include "tests/bench/field_weeks.h"
#include "tests/bench/measure.h"
#include "tests/bench/server_world.h"

namespace waymark::bench {
namespace {

constexpr int entries_of_the_day = 15;
/// Request line, Host, Authorization, Content-Type, Content-Length, User-Agent, and the answer's status line
/// and headers: about this much beside the two bodies.
constexpr double head_bytes = 480;

class CountingTransport final : public device::Transport {
 public:
  Result<device::HttpResponse> send(const device::HttpRequest& request, device::Abort& abort) override {
    auto answer = beneath_.send(request, abort);
    ++round_trips;
    sent += static_cast<double>(request.body.size());
    if (answer) received += static_cast<double>(answer->body.size());
    return answer;
  }
  void forget() { round_trips = 0, sent = 0, received = 0; }

  int round_trips = 0;
  double sent = 0, received = 0;

 private:
  device::HttpTransport beneath_;
};

}  // namespace

std::vector<Row> measure_wire(const std::filesystem::path& into) {
  ServerWorld world(into / "wire", 1);
  SystemClock clock;
  SystemRandom random;
  device::PlainSeal seal;
  const auto store = must(device::DeviceStore::open(into / "phone.db", clock, random, seal));
  device::MemoryKeyStore keys;
  CountingTransport transport;
  device::Abort abort;
  const auto code = must(world.store().create_code(world.specialists().front(), 60, {}));
  const auto me = must(device::enrol(
      *store, keys, transport, random,
      {fmt::format("http://127.0.0.1:{}", world.port()), code.code, "Phone", "linux", "1.0.0"}, abort));
  device::SyncSession session(*store, keys, transport, "1.0.0");
  const auto sync = [&] {
    if (const auto outcome = session.run(abort); outcome.error)
      throw std::runtime_error(outcome.error->message);
  };
  sync();

  device::EntryBook book(*store);
  const Date monday = Date{std::chrono::year{2026} / 3 / 2};
  for (int n = 0; n < entries_of_the_day; ++n) must(book.put(field_entry(me.person_id, monday, n, random)));
  transport.forget();
  sync();
  const double bytes = transport.sent + transport.received + head_bytes * transport.round_trips;
  const int trips = transport.round_trips;
  transport.forget();
  sync();
  return {{"wire",
           "bytes for each entry of a day of 15, both ways",
           bytes / entries_of_the_day,
           "B",
           {},
           {{"round trips for the day", static_cast<double>(trips)},
            {"bytes for the day", bytes},
            {"bytes of a sync without news",
             transport.sent + transport.received + head_bytes * transport.round_trips}}}};
}

}  // namespace waymark::bench
