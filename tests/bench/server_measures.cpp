#include "tests/bench/server_measures.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "syncserver/api/router.h"
#include "tests/bench/bare_table.h"
#include "tests/bench/field_weeks.h"
#include "tests/bench/measure.h"

namespace waymark::bench {
namespace {

constexpr int clients = 8;
constexpr int ops_a_request = 100;

/// The library with the server's own settings and one route that answers at once.
class HelloServer {
 public:
  HelloServer() : server_({}, routes()) { must(server_.start()); }
  int port() const { return server_.port(); }

 private:
  static server::Router routes() {
    server::Router router;
    router.add("GET", "/hello", [](server::HttpRequest&) { return server::ok_json("{}"); });
    return router;
  }
  server::HttpServer server_;
};

/// Runs `work(i)` on eight threads at once; seconds until the last is done. Throws what a thread threw.
double at_once(const std::function<void(int)>& work) {
  std::mutex mutex;
  std::exception_ptr problem;
  const Stopwatch watch;
  std::vector<std::thread> threads;
  for (int i = 0; i < clients; ++i)
    threads.emplace_back([&, i] {
      try {
        work(i);
      } catch (...) {
        const std::lock_guard lock(mutex);
        problem = std::current_exception();
      }
    });
  for (auto& thread : threads) thread.join();
  const double seconds = watch.seconds();
  if (problem) std::rethrow_exception(problem);
  return seconds;
}

void expect_ok(int status) {
  if (status != 200) throw std::runtime_error("A request was answered " + std::to_string(status) + ".");
}

using Batches = std::vector<std::vector<std::string>>;

void measure_ingest(ServerMeasures& to, std::vector<Phone>& phones, const std::vector<Batches>& batches,
                    BareTable& bare) {
  double rows = 0;
  for (const Batches& of_one : batches)
    for (const auto& batch : of_one) rows += static_cast<double>(batch.size());
  to.ingested_per_s = rows / at_once([&](int i) {
                        const auto at = static_cast<std::size_t>(i);
                        for (const auto& batch : batches[at]) expect_ok(phones[at].sync(batch));
                      });
  to.bare_rows_per_s = rows / time_of([&] {
                         for (const Batches& of_one : batches)
                           for (const auto& batch : of_one) bare.commit(batch);
                       });
}

void measure_one_op(ServerMeasures& to, Phone& phone, const std::vector<std::string>& ops, BareTable& bare,
                    const HelloServer& hello) {
  Connection to_hello(hello.port());
  std::vector<double> syncs, commits, requests;
  for (const std::string& op : ops) {
    syncs.push_back(time_of([&] { expect_ok(phone.sync(std::span(&op, 1))); }));
    commits.push_back(time_of([&] { bare.commit(op); }));
    requests.push_back(time_of([&] { expect_ok(to_hello.get("/hello").status); }));
  }
  to.one_op_s = median(syncs);
  to.bare_commit_s = median(commits);
  to.empty_request_s = median(requests);
}

void measure_nothing_new(ServerMeasures& to, std::vector<Phone>& phones, int each, const HelloServer& hello) {
  const double all = static_cast<double>(each) * clients;
  to.nothing_new_per_s = all / at_once([&](int i) {
                           for (int n = 0; n < each; ++n)
                             expect_ok(phones[static_cast<std::size_t>(i)].sync());
                         });
  to.hello_per_s = all / at_once([&](int) {
                     Connection connection(hello.port());
                     for (int n = 0; n < each; ++n) expect_ok(connection.get("/hello").status);
                   });
}

}  // namespace

ServerMeasures measure_server(ServerWorld& world, Date monday, const Asked& asked,
                              const std::filesystem::path& beside) {
  const int requests_each = asked.count(60, 2);
  const int single_ops = asked.count(400, 5);
  std::vector<Phone> phones;
  std::vector<Batches> batches;
  std::vector<std::string> singles;
  for (int i = 0; i < clients; ++i) {
    phones.push_back(world.phone(i));
    phones.back().catch_up();
    Batches of_one;
    for (int n = 0; n < requests_each; ++n)
      of_one.push_back(
          frozen_ops(phones.back().person(), monday, n * ops_a_request, ops_a_request, world.random()));
    batches.push_back(std::move(of_one));
  }
  singles =
      frozen_ops(phones.front().person(), monday, requests_each * ops_a_request, single_ops, world.random());

  ServerMeasures measures;
  BareTable bare(beside / "bare.db");
  const HelloServer hello;
  measure_ingest(measures, phones, batches, bare);
  for (Phone& phone : phones) phone.catch_up();
  measure_one_op(measures, phones.front(), singles, bare, hello);
  for (Phone& phone : phones) phone.catch_up();
  measure_nothing_new(measures, phones, asked.count(1'500, 5), hello);
  return measures;
}

std::vector<Row> server_rows(const ServerMeasures& got) {
  return {{"ingest",
           "entries/s through the server ÷ rows/s of a bare table",
           got.ingested_per_s / got.bare_rows_per_s,
           "×",
           at_least(0.5),
           {{"server, entries/s", got.ingested_per_s}, {"bare table, rows/s", got.bare_rows_per_s}}},
          {"one op",
           "a sync of one op ÷ (a bare commit + an empty request)",
           got.one_op_s / (got.bare_commit_s + got.empty_request_s),
           "×",
           at_most(1.5),
           {{"sync of one op, ms", got.one_op_s * 1e3},
            {"bare commit, ms", got.bare_commit_s * 1e3},
            {"empty request, ms", got.empty_request_s * 1e3}}},
          {"nothing new",
           "syncs without news/s ÷ hello requests/s",
           got.nothing_new_per_s / got.hello_per_s,
           "×",
           at_least(0.5),
           {{"syncs/s", got.nothing_new_per_s}, {"hello requests/s", got.hello_per_s}}}};
}

}  // namespace waymark::bench
