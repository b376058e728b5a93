// Making the phone a person's (sync.md, /v1/enroll).
#include "mobile/device/enrolment.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

EnrollResponse answer_for(const std::string& person, const std::string& name, int device) {
  EnrollResponse answer;
  answer.device_id = numbered_id(device);
  answer.person_id = person;
  answer.person_name = name;
  answer.agency_name = "Agency";
  answer.time_zone = "America/New_York";
  answer.server_time = day_one;
  return answer;
}

Result<Identity> enrol_with(Phone& phone, Transport& transport, const std::string& code) {
  Abort abort;
  return enrol(*phone.store, phone.keys, transport, phone.random,
               {"https://waymark.example", code, "Ana's phone", "linux", "1.0.0"}, abort);
}

std::string token_in_force(Phone& phone) {
  return phone.keys.load(device_token_key((*phone.store->identity())->device_id))->value_or("");
}

}  // namespace

TEST_CASE("Enrolling stores whose phone it is and the token the server knows") {
  Phone phone(1, false);
  FakeServer server(phone.clock);
  server.codes["ABCD2345"] = answer_for(ana, "Ana", 901);
  const auto identity = enrol_with(phone, server, " ABCD-2345 ");
  REQUIRE(identity);
  CHECK(identity->person_name == "Ana");
  CHECK(**phone.store->identity() == *identity);
  const auto token = token_in_force(phone);
  CHECK(token.size() == 43);
  CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
  CHECK(server.used_codes["ABCD2345"] == token);
  CHECK(phone.keys.size() == 1);
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.tokens.back() == token);
}

TEST_CASE("A lost answer is harmless: the same code is sent again with the same token") {
  Phone phone(1, false);
  FakeServer server(phone.clock);
  server.codes["ABCD2345"] = answer_for(ana, "Ana", 901);
  LossyTransport lossy(server, [] { return Fate::answer_lost; });
  const auto lost = enrol_with(phone, lossy, "ABCD2345");
  REQUIRE_FALSE(lost);
  CHECK(lost.error().code == ErrorCode::unreachable);
  CHECK_FALSE(*phone.store->identity());
  phone.reopen();  // even after the app was killed
  CHECK(enrol_with(phone, server, "ABCD2345"));
}

TEST_CASE("The token is saved before it is sent") {
  Phone phone(1, false);
  FakeServer server(phone.clock);
  server.codes["ABCD2345"] = answer_for(ana, "Ana", 901);
  std::string saved, sent;
  server.instead = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
    saved = phone.keys.load(enrolling_token_key)->value_or("");
    sent = parse_enroll_request(request.body)->token;
    return std::nullopt;
  };
  REQUIRE(enrol_with(phone, server, "ABCD2345"));
  CHECK_FALSE(sent.empty());
  CHECK(saved == sent);
}

TEST_CASE("A key chain that will not save stops the enrolment before the code is used") {
  Phone phone(1, false);
  FakeServer server(phone.clock);
  server.codes["ABCD2345"] = answer_for(ana, "Ana", 901);
  phone.keys.refuse_to_save = true;
  const auto refused = enrol_with(phone, server, "ABCD2345");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::cannot_open);
  CHECK(server.used_codes.empty());
}

TEST_CASE("A wrong code is told by its code and field, and another code gets another token") {
  Phone phone(1, false);
  FakeServer server(phone.clock);
  server.codes["ABCD2345"] = answer_for(ana, "Ana", 901);
  std::vector<std::string> tokens;
  server.instead = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
    tokens.push_back(parse_enroll_request(request.body)->token);
    return std::nullopt;
  };
  const auto wrong = enrol_with(phone, server, "WRONG234");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().code == ErrorCode::bad_code);
  CHECK(wrong.error().field == "code");
  REQUIRE(enrol_with(phone, server, "ABCD2345"));
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0] != tokens[1]);
  CHECK(enrol_with(phone, server, "").error().field == "code");
}

TEST_CASE("A copy of a phone's files is no phone: it has no token, and enrols anew with what it holds") {
  Phone phone(1, false);
  FakeServer server(phone.clock);
  server.codes["ABCD2345"] = answer_for(ana, "Ana", 901);
  REQUIRE(enrol_with(phone, server, "ABCD2345"));
  REQUIRE(phone.book().put(visit(day_one - hour)));
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(phone.book().put(visit(day_one - 3 * hour)));
  const auto token = token_in_force(phone);
  REQUIRE(token.size() == 43);

  // As a backup of the phone holds them: while it runs, with the log.
  Phone copy(2, false);
  copy.store.reset();
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(phone.folder.path())) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    INFO(file.path());
    CHECK(bytes.find(token) == std::string::npos);
    if (file.path().extension() == ".db-shm") continue;
    std::ofstream(copy.folder / file.path().filename().string(), std::ios::binary | std::ios::trunc) << bytes;
    ++files;
  }
  CHECK(files >= 2);
  copy.reopen();
  CHECK(copy.store->counts()->waiting == 1);
  const auto refused = sync(copy, server);
  CHECK(refused.state == SessionState::needs_you);
  REQUIRE(refused.error);
  CHECK(refused.error->code == ErrorCode::unauthorized);
  CHECK(copy.store->counts()->waiting == 1);

  server.codes["WXYZ6789"] = answer_for(ana, "Ana", 902);
  REQUIRE(enrol_with(copy, server, "WXYZ6789"));
  CHECK(token_in_force(copy) != token);
  CHECK(sync(copy, server).state == SessionState::done);
  CHECK(copy.store->counts()->waiting == 0);
  // The phone it was copied from goes on beside it: one op, sent twice, is one.
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(phone.store->counts()->waiting == 0);
}

TEST_CASE("The same person enrolling anew keeps what waits and what was read") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, numbered_id(1), R"({"name":"Bakery"})");
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(phone.book().put(visit(day_one)));
  server.codes["ABCD2345"] = answer_for(ana, "Ana", 901);
  REQUIRE(enrol_with(phone, server, "ABCD2345"));
  CHECK(phone.store->counts()->waiting == 1);
  CHECK(phone.records().all<Employer>()->size() == 1);
  const auto token = token_in_force(phone);
  CHECK(token != "token-of-ana");
  CHECK(phone.keys.size() == 1);  // the old token is gone
  CHECK(sync(phone, server).sent == 1);
  CHECK(server.tokens.back() == token);
}

TEST_CASE("Another person can have the phone only with an empty outbox; then nothing of the first is left") {
  Phone phone;
  FakeServer server(phone.clock);
  server.codes["BENS2345"] = answer_for(ben, "Ben", 902);
  REQUIRE(phone.book().put(visit(day_one)));
  const auto refused = enrol_with(phone, server, "BENS2345");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::forbidden);
  CHECK(refused.error().field == "person");
  CHECK((*phone.store->identity())->person_id == ana);
  CHECK(token_in_force(phone) == "token-of-ana");
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(server.tokens.back() == "token-of-ana");

  REQUIRE(enrol_with(phone, server, "BENS2345"));  // the same code still works
  CHECK((*phone.store->identity())->person_id == ben);
  CHECK(phone.records().latest_entries(day_one + hour, 9)->empty());
  REQUIRE(sync(phone, server).state != SessionState::waiting);
  CHECK(server.requests.back().cursor == Mark{});
  CHECK_FALSE(server.requests.back().scope);
}

TEST_CASE(
    "An edit that no backup holds yet keeps the phone from going to another person, if backups are made") {
  Phone phone;
  FakeServer server(phone.clock);
  server.codes["BENS2345"] = answer_for(ben, "Ben", 902);
  REQUIRE(phone.book().put(visit(day_one, "in the backup")));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.safe_seq = server.state.seq;
  REQUIRE(phone.book().put(visit(day_one + hour, "after it")));
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto refused = enrol_with(phone, server, "BENS2345");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().field == "person");
  server.safe_seq = server.state.seq;
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(enrol_with(phone, server, "BENS2345"));
}

TEST_CASE("A refused edit that nobody has looked at keeps the phone from going to another person") {
  Phone phone;
  FakeServer server(phone.clock);
  server.codes["BENS2345"] = answer_for(ben, "Ben", 902);
  const auto id = phone.book().put(visit(day_one, "refuse me"))->entry.id;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  CHECK_FALSE(enrol_with(phone, server, "BENS2345"));
  REQUIRE(phone.store->discard_refused(id));
  CHECK(enrol_with(phone, server, "BENS2345"));
}
