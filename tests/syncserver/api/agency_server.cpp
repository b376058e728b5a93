#include "tests/syncserver/api/agency_server.h"

#include <httplib.h>

#include <algorithm>
#include <stdexcept>

namespace waymark::test {

namespace bj = boost::json;
using namespace waymark::server;

namespace {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

constexpr Instant a_tuesday_noon =
    Instant{std::chrono::sys_days{std::chrono::year{2026} / 6 / 9}} + std::chrono::hours(16);

}  // namespace

std::string JsonAnswer::code() const {
  const auto* error = body.is_object() ? body.get_object().if_contains("error") : nullptr;
  return error != nullptr ? std::string(error->at("code").as_string()) : std::string();
}

std::string JsonAnswer::field() const {
  const auto* error = body.is_object() ? body.get_object().if_contains("error") : nullptr;
  const auto* field = error != nullptr ? error->get_object().if_contains("field") : nullptr;
  return field != nullptr ? std::string(field->as_string()) : std::string();
}

AgencyServer::AgencyServer(SyncServerOptions options) : clock(a_tuesday_noon) {
  const auto db = directory.path() / "agency.db";
  if (auto made =
          CentralStore::init(db, {.agency = "North County IPS", .zone = "America/New_York"}, clock, random);
      !made)
    throw std::runtime_error(made.error().message);
  StoreOptions store_options;
  store_options.clock = &clock;
  store_options.random = &random;
  store = must(CentralStore::open(db, std::move(store_options)));
  for (const auto& [name, role, team] : {std::tuple{"Ana", Role::specialist, "North"},
                                         {"Ben", Role::specialist, "North"},
                                         {"Lea", Role::lead, "North"},
                                         {"Odd", Role::specialist, "South"},
                                         {"Ada", Role::admin, "North"}}) {
    NewPerson person;
    person.name = name;
    person.role = role;
    person.team = team;
    people_[name] = must(store->add_person(person, {})).person_id;
  }
  server_ = std::make_unique<SyncServer>(*store, clock, std::move(options));
  if (auto started = server_->start(); !started) throw std::runtime_error(started.error().message);
}

AgencyServer::~AgencyServer() {
  server_.reset();
}

JsonAnswer AgencyServer::ask(const std::string& method, const std::string& path, const std::string& token,
                             const std::string& body,
                             const std::map<std::string, std::string>& headers) const {
  httplib::Client client("127.0.0.1", port());
  client.set_read_timeout(30);
  httplib::Request request;
  request.method = method;
  request.path = path;
  request.body = body;
  request.headers.insert(headers.begin(), headers.end());
  if (!token.empty()) request.set_header("Authorization", "Bearer " + token);
  const auto got = client.send(request);
  if (!got) throw std::runtime_error("no answer to " + method + " " + path);
  JsonAnswer answer;
  answer.status = got->status;
  if (!got->body.empty()) answer.body = bj::parse(got->body);
  for (const auto& [name, value] : got->headers) {
    std::string lower = name;
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    answer.headers[lower] = value;
  }
  return answer;
}

std::string make_token(RandomSource& random) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::array<std::uint8_t, 43> bytes;
  random.fill(bytes);
  std::string token;
  for (const auto byte : bytes) token += alphabet[byte % alphabet.size()];
  return token;
}

Phone::Phone(AgencyServer& agency, const std::string& name, const std::string& label)
    : agency_(agency),
      token_(make_token(agency.random)),
      cursor_{{"seq", 0}, {"chain", nullptr}},
      high_(cursor_) {
  const auto code = must(agency.store->create_code(agency.person(name), 60, {}));
  const auto answer = agency.ask("POST", "/v1/enroll", {},
                                 bj::serialize(bj::object{{"code", code.code},
                                                          {"token", token_},
                                                          {"device_name", label},
                                                          {"platform", "linux"},
                                                          {"app", "1.0.0"}}));
  if (answer.status != 200) throw std::runtime_error("enrolment failed: " + answer.code());
  person_ = answer.body.at("person").at("id").as_string();
  device_ = answer.body.at("device_id").as_string();
}

bj::object Phone::edit(const std::string& type, bj::object body, std::string rid, bj::array parents) {
  if (rid.empty()) rid = make_record_id(agency_.random, agency_.clock.now());
  const auto& known = tips_[rid];
  if (parents.empty() && !known.empty()) parents.push_back(known.front());
  bj::array anc = parents;
  for (const auto& ancestor : known)
    if (std::find(anc.begin(), anc.end(), ancestor) == anc.end() && anc.size() < 16) anc.push_back(ancestor);
  const auto op = make_op_id(agency_.random);
  bj::array next{bj::value(op)};
  next.insert(next.end(), anc.begin(), anc.end());
  tips_[rid] = std::move(next);
  return {{"op", op},   {"rid", rid},       {"type", type},           {"parents", std::move(parents)},
          {"anc", anc}, {"deleted", false}, {"body", std::move(body)}};
}

JsonAnswer Phone::exchange(bj::array ops) {
  const bj::object request{
      {"protocol", 1},         {"app", "1.0.0"},    {"device_time", to_ms(agency_.clock.now())},
      {"scope", scope_},       {"cursor", cursor_}, {"high", high_},
      {"waiting", ops.size()}, {"needs_you", 0},    {"oldest_waiting_at", nullptr},
      {"ops", std::move(ops)}, {"limit", 500}};
  auto answer = agency_.ask("POST", "/v1/sync", token_, bj::serialize(request));
  if (answer.status != 200) return answer;
  const auto& got = answer.body.as_object();
  if (got.contains("diverged")) {
    cursor_ = high_ = bj::value{{"seq", 0}, {"chain", nullptr}};
    scope_ = nullptr;
  } else if (got.contains("rescope")) {
    cursor_ = bj::value{{"seq", 0}, {"chain", nullptr}};
    scope_ = got.at("rescope");
  } else {
    for (const auto& row : got.at("rows").as_array()) {
      const std::string rid(row.at("rid").as_string());
      rows_[rid] = row.as_object();
      if (row.at("op").is_null()) continue;
      bj::array next{row.at("op")};
      for (const auto* list : {&row.at("parents").as_array(), &row.at("anc").as_array()})
        for (const auto& ancestor : *list)
          if (std::find(next.begin(), next.end(), ancestor) == next.end()) next.push_back(ancestor);
      tips_[rid] = std::move(next);
    }
    cursor_ = got.at("next");
    high_ = got.at("high");
    scope_ = got.at("scope");
  }
  return answer;
}

bj::array Phone::sync(const bj::array& ops) {
  bj::array results;
  bj::array waiting = ops;
  for (int rounds = 0; rounds < 50; ++rounds) {
    const auto answer = exchange(waiting);
    if (answer.status != 200) throw std::runtime_error("sync failed: " + answer.code());
    const auto& got = answer.body.as_object();
    if (got.contains("diverged") || got.contains("rescope")) continue;
    const auto& more = got.at("results").as_array();
    results.insert(results.end(), more.begin(), more.end());
    waiting.clear();
    if (!got.at("more").as_bool()) return results;
  }
  throw std::runtime_error("sync did not come to an end");
}

}  // namespace waymark::test
