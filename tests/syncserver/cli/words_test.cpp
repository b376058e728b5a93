// What the command line reads, without running a program.
#include <catch2/catch.hpp>
#include <memory>
#include <set>

#include "shared/records/record_codec.h"
#include "syncserver/cli/listen_address.h"
#include "syncserver/cli/qr_text.h"
#include "syncserver/cli/sample_import.h"

using namespace waymark;
using namespace waymark::server;

TEST_CASE("an address to listen on is a host and a port") {
  const auto read = [](const char* text) {
    const auto endpoint = parse_listen_address(text);
    return endpoint ? endpoint->host + " " + std::to_string(endpoint->port)
                    : "refused, " + endpoint.error().field;
  };
  CHECK(read("127.0.0.1:8340") == "127.0.0.1 8340");
  CHECK(read("[::1]:0") == "::1 0");
  CHECK(read("localhost:65535") == "localhost 65535");
  for (const auto* wrong : {"", ":", ":80", "host", "host:", "host:x", "host:65536", "host:-1", "::1:80",
                            "[]:80", "host:80 ", "[::1]"})
    CHECK(read(wrong) == "refused, listen");
}

TEST_CASE("only this machine reaches a loopback address") {
  for (const auto* host : {"127.0.0.1", "127.9.9.9", "::1", "localhost"}) CHECK(is_loopback(host));
  for (const auto* host :
       {"0.0.0.0", "::", "192.168.1.5", "example.org", "128.0.0.1", "127.0.0.1.example.org"})
    CHECK_FALSE(is_loopback(host));
}

TEST_CASE("a QR code has its border, and finder patterns in three corners") {
  const auto text = qr_text("waymark://enroll?server=x&code=y", false);
  const auto first = text.substr(0, text.find('\n'));
  std::string border;
  while (border.size() < first.size()) border += "█";
  CHECK(first == border);
  CHECK(text.find("█▀▀▀▀▀█") == std::string::npos);  // light is drawn, dark is not
  CHECK(text.find(" ▄▄▄▄▄ ") != std::string::npos);
  CHECK(qr_text("x", true).find("\x1b[97;40m") == 0);
}

TEST_CASE("the sample's records have authors who may write them") {
  SystemRandom random;
  SampleOptions options;
  options.specialists = 3;
  options.weeks = 2;
  options.now = instant_from_ms(1'780'923'600'000);
  const auto agency = sample_agency(options);
  REQUIRE(agency);
  std::set<std::string> leads;
  for (const auto& person : agency->people)
    if (person.role == Role::lead) leads.insert(person.id);
  std::set<std::string> ids;
  std::size_t entries = 0;
  for (const auto& operation : as_operations(*agency, random)) {
    CHECK(ids.insert(operation.op.op).second);
    CHECK(operation.op.parents.empty());
    if (operation.op.type == RecordType::entry) {
      ++entries;
      CHECK(operation.received_at.has_value());
      CHECK(operation.op.body.find(operation.person_id) != std::string::npos);
    }
    if (operation.op.type == RecordType::approval) CHECK(leads.contains(operation.person_id));
    if (operation.op.type == RecordType::person) CHECK(operation.person_id.empty());
  }
  CHECK(entries == agency->entries.size());
}
