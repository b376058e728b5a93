#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "shared/sync/enrol_link.h"
#include "syncserver/api/sync_server.h"
#include "syncserver/api/unix_socket_path.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/listen_address.h"
#include "syncserver/store/central_store.h"
#include "syncserver/web/web_pages.h"

namespace waymark::server {

namespace {

struct ServeWords {
  std::string listen{default_listen};
  std::string public_url, tls_cert, tls_key, journal;
  bool behind_proxy = false;
  std::size_t threads = 32;
};

/// Ends the process, successfully, if draining takes longer than we promise to whoever sent SIGTERM. What was
/// acknowledged is committed by then; what was not, its phone sends again.
class DrainLimit {
 public:
  explicit DrainLimit(spdlog::logger& log)
      : thread_([this, &log] {
          std::unique_lock lock(mutex_);
          if (changed_.wait_for(lock, std::chrono::seconds(8), [this] { return drained_; })) return;
          log.warn("requests are still under way; ending without them");
          log.flush();
          std::_Exit(exit_done);
        }) {}
  ~DrainLimit() {
    {
      const std::lock_guard lock(mutex_);
      drained_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  DrainLimit(const DrainLimit&) = delete;
  DrainLimit& operator=(const DrainLimit&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool drained_ = false;
  std::thread thread_;  // last: it uses the others
};

Result<SyncServerOptions> options_from(const ServeWords& words, const std::filesystem::path& db) {
  SyncServerOptions options;
  auto endpoint = parse_listen_address(words.listen);
  if (!endpoint) return tl::unexpected(endpoint.error());
  options.listen = *std::move(endpoint);
  if (!words.tls_cert.empty()) options.tls = TlsFiles{words.tls_cert, words.tls_key};
  options.behind_proxy = words.behind_proxy;
  if (!is_loopback(options.listen.host) && !options.tls && !options.behind_proxy)
    return fail(ErrorCode::out_of_range,
                fmt::format("{} can be reached from other machines, so give --tls-cert and --tls-key, or "
                            "--behind-proxy if a proxy does the encryption.",
                            options.listen.host),
                "listen");
  if (!words.public_url.empty()) {
    auto url = parse_server_address(words.public_url);
    if (!url) return tl::unexpected(url.error());
    options.public_url = *std::move(url);
  }
  options.threads = words.threads;
  options.command_socket = command_socket_of(db);
  return options;
}

/// A clock that is behind would refuse what phones record now, as being too far ahead. Small differences are
/// the machine's that the store was moved from.
void warn_of_wrong_clock(spdlog::logger& log, Instant now, Instant last_change) {
  constexpr auto usual = std::chrono::minutes{5};
  if (last_change <= now + usual) return;
  const auto behind = std::chrono::ceil<std::chrono::minutes>(last_change - now);
  log.error(
      "this machine's clock is {} minutes behind the newest change in the database: set it, or entries of "
      "phones whose clocks are right may be refused",
      behind.count());
}

int serve(const Invocation& invocation, const ServeWords& words) {
  auto options = options_from(words, invocation.db);
  if (!options) return invocation.refuse(options.error());

  const auto& world = invocation.world;
  world.stop.arm();
  spdlog::logger log("waymark", std::make_shared<spdlog::sinks::ostream_sink_mt>(world.err, true));
  const auto alarm = [&log](const std::string& what) { log.error("{}", what); };
  StoreOptions store_options;
  store_options.clock = &world.clock;
  store_options.random = &world.random;
  store_options.alarm = alarm;
  if (!words.journal.empty()) store_options.journal = std::filesystem::absolute(words.journal);
  const auto store = CentralStore::open(invocation.db, std::move(store_options));
  if (!store) return invocation.refuse(store.error());

  std::atomic<bool> lost{false};
  options->alarm = alarm;
  options->on_lost_listener = [&] {
    lost = true;
    world.stop.end();
  };
  const SyncServer* reached = nullptr;
  const WebPages pages(**store, world.clock,
                       {options->is_secure(), [&reached] { return reached->reached_at(); }, alarm});
  options->more_routes = [&](Router& router, const SyncServer& of) {
    reached = &of;
    pages.add_to(router);
  };
  SyncServer server(**store, world.clock, *std::move(options));
  if (const auto started = server.start(); !started) return invocation.refuse(started.error());

  warn_of_wrong_clock(log, world.clock.now(), (*store)->last_change());
  const auto health = (*store)->health();
  if (!words.journal.empty()) log.info("the journal is kept in {}", words.journal);
  log.info("version {} serves schema {} from number {} on", WAYMARK_VERSION, health.schema, health.seq);
  invocation.answer(boost::json::serialize(boost::json::object{{"listening", server.url()}}),
                    "listening on " + server.url());
  world.stop.wait();
  log.info("ending: answering what is under way");
  const DrainLimit limit(log);
  server.stop();
  log.info("ended");
  return lost ? exit_cannot_open : exit_done;
}

}  // namespace

void add_serve_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "serve", "Answer phones until SIGTERM");
  auto words = std::make_shared<ServeWords>();
  command->add_option("--listen", words->listen, "HOST:PORT; port 0 picks a free one")->capture_default_str();
  command->add_option("--public-url", words->public_url,
                      "Where phones reach this server, if not as it listens");
  auto* cert = command->add_option("--tls-cert", words->tls_cert, "Certificate with its chain, PEM");
  auto* key = command->add_option("--tls-key", words->tls_key, "Its private key, PEM");
  cert->needs(key);
  key->needs(cert);
  command
      ->add_flag("--behind-proxy", words->behind_proxy,
                 "A proxy on this machine does the encryption, and says who asks in X-Forwarded-For")
      ->excludes(cert);
  command->add_option("--threads", words->threads, "How many requests at once")
      ->check(CLI::Range(1, 1'024))
      ->capture_default_str();
  command->add_option("--journal", words->journal,
                      "DIR, best on another disk: all that is accepted is written there, too, before it is "
                      "acknowledged");
  command->callback([&invocation, words] { invocation.exit_code = serve(invocation, *words); });
}

}  // namespace waymark::server
