// What people type, paste or scan: enrolment links, server addresses, enrolment codes; and dates, which come
// from people and in queries.
#include <algorithm>

#include "shared/sync/enrol_link.h"
#include "shared/time/instant.h"
#include "tests/fuzz/fuzz_target.h"

using namespace waymark;
using waymark::fuzz::must;

namespace {

/// An address that was accepted is what a client may connect to as it stands.
void address_is_normal(const std::string& address) {
  const auto again = parse_server_address(address);
  must(again && *again == address, "an accepted address is accepted as it is", address);
  const bool secure = address.starts_with("https://");
  must(secure || address.starts_with("http://"), "an address has a scheme", address);
  const auto host = address.substr(address.find("://") + 3);
  must(!host.empty() && host.find_first_of("/?#@\\ \t\r\n%") == std::string::npos,
       "an address is a host and no more", address);
  for (const char c : address)
    must(c > 0x20 && c < 0x7f && !(c >= 'A' && c <= 'Z'), "an address is plain and in lower case", address);
  const bool loopback =
      host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
  must(secure || loopback, "nothing goes in clear beyond this machine", address);
}

void links(std::string_view text) {
  const auto link = parse_enrol_link(text);
  if (!link) {
    const auto& error = link.error();
    must(error.code == ErrorCode::bad_request && (error.field == "server" || error.field == "code"),
         "a bad link is refused for its server or its code", text);
    must(!error.message.empty(), "and the refusal says what to do", text);
    return;
  }
  address_is_normal(link->server);
  must(!link->code.empty() && link->code.size() <= 64, "a link's code is short", text);
  const auto written = format_enrol_link(*link);
  const auto again = parse_enrol_link(written);
  must(again && *again == *link, "a written link is read back equal", written);
}

void addresses(std::string_view text) {
  const auto address = parse_server_address(text);
  if (!address) {
    must(address.error().field == "server", "a bad address is refused as one", text);
    return;
  }
  address_is_normal(*address);
  // What the command line makes of an address is what a phone reads from it.
  const auto link = parse_enrol_link(format_enrol_link({*address, "ABCD1234"}));
  must(link && link->server == *address, "an accepted address survives a link", *address);
}

void dates(std::string_view text) {
  const auto date = parse_date(text, "start");
  if (!date) {
    must(date.error().code == ErrorCode::bad_date && date.error().field == "start",
         "a bad date is refused as one", text);
    return;
  }
  must(date->ok(), "a date is a day of the calendar", text);
  must(format_date(*date) == text, "a date has one spelling", text);
  must(add_days(*date, 0) == *date && days_between(*date, add_days(*date, 7)) == 7, "days can be counted",
       text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  links(text);
  addresses(text);
  dates(text);
  return 0;
}
