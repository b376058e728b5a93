#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "shared/sync/enrol_link.h"

using namespace waymark;

namespace {

/// The normalised address, or "refused".
std::string address(std::string_view typed) {
  const auto result = parse_server_address(typed);
  if (result) return *result;
  CHECK(result.error().code == ErrorCode::bad_request);
  CHECK(result.error().field == "server");
  CHECK(result.error().message.back() == '.');
  return "refused";
}

/// "server code", or "refused" and the field.
std::string link(std::string_view pasted) {
  const auto result = parse_enrol_link(pasted);
  if (result) return result->server + " " + result->code;
  CHECK(result.error().code == ErrorCode::bad_request);
  return "refused " + result.error().field;
}

}  // namespace

TEST_CASE("A server address typed by hand is completed") {
  CHECK(address("waymark.example.org") == "https://waymark.example.org");
  CHECK(address("  Waymark.Example.ORG/ \n") == "https://waymark.example.org");
  CHECK(address("HTTPS://waymark.example.org///") == "https://waymark.example.org");
  CHECK(address("waymark.example.org:8443") == "https://waymark.example.org:8443");
  CHECK(address("10.20.30.40") == "https://10.20.30.40");
  CHECK(address("[2001:DB8::7]:8443") == "https://[2001:db8::7]:8443");
  CHECK(address("https://[2001:db8::7]") == "https://[2001:db8::7]");
}

TEST_CASE("Plain http is for this machine only") {
  CHECK(address("localhost:8340") == "http://localhost:8340");
  CHECK(address("http://127.0.0.1:8340/") == "http://127.0.0.1:8340");
  CHECK(address("127.1.2.3") == "http://127.1.2.3");
  CHECK(address("[::1]:8340") == "http://[::1]:8340");
  CHECK(address("https://localhost:8340") == "https://localhost:8340");
  CHECK(address("http://waymark.example.org") == "refused");
  CHECK(address("http://10.0.0.5:8340") == "refused");
  CHECK(address("http://127.example.org") == "refused");
  CHECK(address("127.example.org") == "https://127.example.org");
  CHECK(address("http://localhost.example.org") == "refused");
  // No addresses, so a resolver would be asked for them.
  for (const std::string host : {"127.0.0.256", "127.0.0", "127.0.0.1.1", "127.0.0.", "127.0.0.0001"})
    CHECK(address("http://" + host) == "refused");
}

TEST_CASE("An IPv6 address is one as RFC 4291 writes it") {
  for (const std::string good :
       {"::", "::1", "1::", "fe80::1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
        "::ffff:192.0.2.7", "1:2:3:4:5:6:192.0.2.7", "2001:db8::192.0.2.7"})
    CHECK(address("https://[" + good + "]") == "https://[" + good + "]");
  for (const std::string bad : {":",
                                ":::",
                                "1",
                                "1:2",
                                "1:2:3:4:5:6:7",
                                "1:2:3:4:5:6:7:8:9",
                                "1:2:3:4::5:6:7:8",
                                "::1::",
                                "1::2::3",
                                "12345::",
                                "g::",
                                ":1:2:3:4:5:6:7:8",
                                "1:2:3:4:5:6:7:8:",
                                "::192.0.2",
                                "::192.0.2.256",
                                "192.0.2.7::",
                                "1:2:3:4:5:6:7:192.0.2.7",
                                "::1.2.3.4:5",
                                "::1%eth0",
                                "1.2.3.4"})
    CHECK(address("https://[" + bad + "]") == "refused");
}

TEST_CASE("What is no server address is refused with a sentence") {
  for (const std::string typed : {"",
                                  "   ",
                                  "https://",
                                  "http://",
                                  "://x",
                                  "ftp://example.org",
                                  "javascript://example.org",
                                  "https://example.org/path",
                                  "example.org/path",
                                  "example.org?x=1",
                                  "example.org#top",
                                  "user:secret@example.org",
                                  "https://user@example.org",
                                  "example.org:0",
                                  "example.org:65536",
                                  "example.org:http",
                                  "example.org:",
                                  "example.org:80:80",
                                  "exa mple.org",
                                  "example..org",
                                  ".example.org",
                                  "-example.org",
                                  "exämple.org",
                                  "example.org\\@evil.org",
                                  "[::1",
                                  "::1",
                                  "[zz::1]",
                                  "[]:80",
                                  "[1]",
                                  "https://https://example.org",
                                  "example.org:+80",
                                  "example.org: 80",
                                  "ex%61mple.org"}) {
    CAPTURE(typed);
    CHECK(address(typed) == "refused");
  }
  CHECK(address(std::string(254, 'a')) == "refused");
  CHECK(address(std::string("exam\0ple.org", 12)) == "refused");
}

TEST_CASE("An enrolment link carries server and code") {
  const EnrolLink whole{"https://waymark.example.org:8443", "7K3MQX9A"};
  const auto text = format_enrol_link(whole);
  CHECK(text == "waymark://enroll?server=https%3A%2F%2Fwaymark.example.org%3A8443&code=7K3MQX9A");
  CHECK(parse_enrol_link(text) == Result<EnrolLink>(whole));
  CHECK(link("waymark://enroll?code=AB12&server=localhost%3A8340") == "http://localhost:8340 AB12");
  CHECK(link(" WAYMARK://ENROLL/?server=https://example.org&code=AB12&from=poster \n") ==
        "https://example.org AB12");
  CHECK(link("waymark://enroll?server=https%3a%2f%2fexample.org%2F&code=AB%31%32") ==
        "https://example.org AB12");
}

TEST_CASE("A damaged enrolment link is refused, naming what is damaged") {
  for (const std::string pasted :
       {"", "waymark", "waymark://", "waymark://enroll", "waymark://enroll/",
        "waymark://enrollment?server=a&code=b", "https://example.org/?server=a&code=b", "waymark://enroll?",
        "waymark://enroll?&&&", "waymark://enroll?code=AB12", "waymark://enroll?server=&code=AB12",
        "waymark://enroll?server&code=AB12", "waymark://enroll?server=https%3A%2F%2Fexample.org%&code=AB12",
        "waymark://enroll?server=https%3A%2F%2Fexample.org%4&code=AB12",
        "waymark://enroll?server=%zz&code=AB12", "waymark://enroll?server=a.org&server=b.org&code=AB12",
        "waymark://enroll?server=a%00.org&code=AB12",
        "waymark://enroll?server=http%3A%2F%2Fexample.org&code=AB12",
        "waymark://enroll?server=https%3A%2F%2Fa.org%2Fpath&code=AB12"}) {
    CAPTURE(pasted);
    CHECK(link(pasted) == "refused server");
  }
  for (const std::string pasted :
       {"waymark://enroll?server=a.org",
        "waymark://enroll?server=a.org&code=", "waymark://enroll?server=a.org&code=%",
        "waymark://enroll?server=a.org&code=A&code=B", "waymark://enroll?server=a.org&code=A%20B",
        "waymark://enroll?server=a.org&code=A%00", "waymark://enroll?server=a.org&code=<b>"}) {
    CAPTURE(pasted);
    CHECK(link(pasted) == "refused code");
  }
  CHECK(link("waymark://enroll?server=a.org&code=" + std::string(65, 'A')) == "refused code");
  CHECK(link("waymark://enroll?server=a.org&code=A&x=" + std::string(5000, 'A')) == "refused server");
}

TEST_CASE("Every link that is made is read back") {
  rc::prop("server and code", [] {
    const auto label = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z')));
    const auto port = *rc::gen::inRange(1, 65536);
    const EnrolLink made{"https://" + *label + ".org:" + std::to_string(port), *label};
    RC_PRE(made.server.size() < 200 && made.code.size() <= 64);
    RC_ASSERT((parse_enrol_link(format_enrol_link(made)) == Result<EnrolLink>(made)));
  });
  rc::prop("arbitrary text is answered, never believed without a server", [](const std::string& text) {
    RC_ASSERT(!parse_enrol_link(text));
    const auto typed = parse_server_address(text);
    if (typed) RC_ASSERT((parse_server_address(*typed) == typed));
  });
}
