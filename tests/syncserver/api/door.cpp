#include "tests/syncserver/api/door.h"

#include <chrono>
#include <stdexcept>

namespace waymark::test {

using server::HttpRequest;
using server::ok_json;

void Gate::open() {
  {
    const std::lock_guard lock(mutex_);
    open_ = true;
  }
  changed_.notify_all();
}

void Gate::wait() {
  std::unique_lock lock(mutex_);
  if (!changed_.wait_for(lock, std::chrono::seconds(30), [this] { return open_; }))
    throw std::runtime_error("nobody opened the gate");
}

server::Router Door::make_routes() {
  server::Router router;
  router.add("GET", "/hello", [](HttpRequest&) { return ok_json("hello"); });
  router.add("POST", "/length",
             [](HttpRequest& request) { return ok_json(std::to_string(request.body.size())); });
  router.add("GET", "/address", [](HttpRequest& request) { return ok_json(request.client_address); });
  router.add("GET", "/broken", [](HttpRequest&) -> server::HttpResponse {
    throw std::runtime_error("the secret of table people");
  });
  router.add("GET", "/wait", [this](HttpRequest&) {
    entered.open();
    leave.wait();
    return ok_json("waited");
  });
  router.add("GET", "/large", [](HttpRequest&) { return ok_json(std::string(64 * 1024 * 1024, 'x')); });
  router.add("GET", "/split", [](HttpRequest&) {
    auto response = ok_json("{}");
    response.headers = {{"X-One", "1"}, {"X-Split", "a\r\nSet-Cookie: b"}};
    return response;
  });
  router.add("GET", "/things/{id}", [](HttpRequest& request) { return ok_json(request.params.at("id")); });
  return router;
}

server::HttpServerOptions Door::with_alarm(server::HttpServerOptions options) {
  options.alarm = [this](const std::string& what) {
    const std::lock_guard lock(alarms_mutex);
    alarms.push_back(what);
  };
  return options;
}

Door::Door(server::HttpServerOptions options)
    : server(with_alarm(std::move(options)), [this, routes = make_routes()](HttpRequest& request) {
        ++reached;
        return routes(request);
      }) {
  if (const auto started = server.start(); !started) throw std::runtime_error(started.error().message);
}

server::ConnectionTimes hurried() {
  constexpr auto soon = std::chrono::milliseconds(150);
  return {.first_byte = soon, .idle = soon, .head = soon, .stall = soon, .body = soon, .answer = soon};
}

server::ConnectionTimes unhurried() {
  constexpr auto late = std::chrono::minutes(2);
  return {.first_byte = late, .idle = late, .head = late, .stall = late, .body = late, .answer = late};
}

}  // namespace waymark::test
