#include "tests/bench/server_world.h"

#include <fmt/format.h>
#include <httplib.h>

#include <array>
#include <stdexcept>

#include "shared/sync/message_codec.h"
#include "syncserver/accounts/session_cookie.h"
#include "tests/bench/measure.h"

namespace waymark::bench {
namespace {

constexpr int answer_timeout_s = 120;
constexpr int code_minutes = 60;

}  // namespace

Connection::Connection(int port) : client_(std::make_unique<httplib::Client>("127.0.0.1", port)) {
  client_->set_keep_alive(true);
  client_->set_tcp_nodelay(true);
  client_->set_read_timeout(answer_timeout_s);
}
Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;

Connection::Answer Connection::get(const std::string& path, const std::string& cookie) {
  const auto got = cookie.empty() ? client_->Get(path) : client_->Get(path, {{"Cookie", cookie}});
  return got ? Answer{got->status, got->body} : Answer{};
}

Connection::Answer Connection::post(const std::string& path, const std::string& token,
                                    const std::string& body) {
  const auto got = client_->Post(path, {{"Authorization", "Bearer " + token}}, body, "application/json");
  return got ? Answer{got->status, got->body} : Answer{};
}

Phone::Phone(int port, std::string person_id, std::string token)
    : connection_(port), person_id_(std::move(person_id)), token_(std::move(token)) {}

int Phone::sync(std::span<const std::string> ops) {
  SyncRequest request;
  request.app = "1.0.0";
  request.device_time = SystemClock().now();
  request.scope = scope_;
  request.cursor = cursor_;
  request.high = high_;
  request.waiting = static_cast<std::int64_t>(ops.size());
  const auto answer = connection_.post("/v1/sync", token_, to_json(request, ops));
  if (answer.status != 200) return answer.status;
  const auto got = must(parse_sync_response(answer.body));
  if (got.diverged || got.rescope)
    throw std::runtime_error("The server asked to begin anew: that is not measured.");
  for (const OpResult& result : got.results)
    if (result.status != OpStatus::head)
      throw std::runtime_error(
          fmt::format("An op was not accepted: {}.",
                      result.error ? result.error->message : std::string(to_wire(result.status))));
  cursor_ = got.next;
  high_ = got.high;
  scope_ = got.scope;
  more_ = got.more;
  return answer.status;
}

void Phone::catch_up() {
  do {
    if (const int status = sync(); status != 200)
      throw std::runtime_error(fmt::format("A sync got {}.", status));
  } while (more_);
}

ServerWorld::ServerWorld(const std::filesystem::path& directory, int specialists, int team_size) {
  std::filesystem::create_directories(directory);
  const auto file = directory / "agency.db";
  must(server::CentralStore::init(file, {.agency = "North County IPS", .zone = "America/New_York"}, clock_,
                                  random_));
  server::StoreOptions options;
  options.clock = &clock_;
  options.random = &random_;
  store_ = must(server::CentralStore::open(file, std::move(options)));
  for (int i = 0; i < specialists; ++i) {
    server::NewPerson person;
    person.name = fmt::format("Specialist {}", i + 1);
    person.role = Role::specialist;
    person.team = fmt::format("Team {}", i / team_size + 1);
    specialists_.push_back(must(store_->add_person(person, {})).person_id);
  }
  pages_ = std::make_unique<server::WebPages>(*store_, clock_, server::WebOptions{});
  pages_->add_to(page_router_);
  server::SyncServerOptions serving;
  serving.more_routes = [this](server::Router& router, const server::SyncServer&) { pages_->add_to(router); };
  server_ = std::make_unique<server::SyncServer>(*store_, clock_, std::move(serving));
  must(server_->start());
}

ServerWorld::~ServerWorld() {
  server_.reset();
}

Phone ServerWorld::phone(int specialist) {
  const std::string& person = specialists_.at(static_cast<std::size_t>(specialist));
  const auto code = must(store_->create_code(person, code_minutes, {}));
  const std::string token = make_token(random_);
  must(store_->enroll({code.code, token, "Phone", "linux", "1.0.0"}));
  return Phone(port(), person, token);
}

std::string ServerWorld::lead_cookie(const std::string& team) {
  server::NewPerson lead;
  lead.name = "Lead of " + team;
  lead.role = Role::lead;
  lead.team = team;
  const auto person = must(store_->add_person(lead, {}));
  return fmt::format("{}={}", server::session_cookie_name(false),
                     must(store_->begin_session(person.person_id, {})));
}

std::string make_token(RandomSource& random) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::array<std::uint8_t, 43> bytes{};
  random.fill(bytes);
  std::string token;
  for (const auto byte : bytes) token += alphabet[byte % alphabet.size()];
  return token;
}

}  // namespace waymark::bench
