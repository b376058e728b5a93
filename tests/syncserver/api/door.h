// An HttpServer with a few routes that tell what reached them, for tests of the door alone.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "syncserver/api/http_server.h"
#include "syncserver/api/router.h"

namespace waymark::test {

/// Opens once; whoever waits goes on.
class Gate {
 public:
  void open();
  /// Throws after 30 seconds.
  void wait();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
};

/// Routes: GET /hello → "hello"; POST /length → the body's length; GET /address → the client's address;
/// GET /broken throws; GET /wait enters `entered`, waits for `leave`, answers "waited"; GET /large → 64 MiB;
/// GET /split → {} with a header that tries to be two; GET /things/{id} → the id.
struct Door {
  explicit Door(server::HttpServerOptions options = {});

  int port() const { return server.port(); }

  Gate entered, leave;
  std::atomic<int> reached{0};  ///< requests that came as far as the routes
  std::mutex alarms_mutex;
  std::vector<std::string> alarms;
  server::HttpServer server;

 private:
  server::Router make_routes();
  server::HttpServerOptions with_alarm(server::HttpServerOptions options);
};

/// Short waits, for tests of what happens when they are over.
server::ConnectionTimes hurried();
/// Waits that no busy machine outlasts, for tests of clients that are not to be let go.
server::ConnectionTimes unhurried();

}  // namespace waymark::test
