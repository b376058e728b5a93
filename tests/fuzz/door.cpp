// The server's door: the bytes of one connection, through the screening of heads, the library and the router,
// as a client beyond a proxy could send them. The input is all that the client sends before it ends its
// direction.
//
// A second reader, written from RFC 9112 alone, reads the same bytes. Whatever request reaches a route must
// be the one that this reader sees at the same place: method, target and body. So nothing can be smuggled
// past a proxy that reads the rules as they are written. What the reader would not take may be refused, never
// served.
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "syncserver/api/client_connection.h"
#include "syncserver/api/conversation.h"
#include "syncserver/api/error_answer.h"
#include "syncserver/api/head_screen.h"
#include "syncserver/api/header_text.h"
#include "syncserver/api/router.h"
#include "tests/fuzz/fuzz_target.h"

using namespace waymark;
using namespace waymark::server;
using waymark::fuzz::must;

namespace {

constexpr std::size_t max_body = 1024;

struct Seen {
  std::string method, path, body;
  std::vector<std::pair<std::string, std::string>> query;
};

// --- the second reader

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      result += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

struct Message {
  std::string method, target;
  std::string body;
  bool has_body_length = false;
  bool cut = false;  ///< not all of the body came

  bool takes_body() const { return method == "POST" || method == "PUT" || method == "PATCH"; }
};

/// The next message of `bytes`, which it is taken from; none where RFC 9112 does not let a server be sure.
std::optional<Message> next_message(std::string_view& bytes) {
  while (bytes.starts_with("\r\n")) bytes.remove_prefix(2);  // section 2.2 lets empty lines come first
  const auto head_end = bytes.find("\r\n\r\n");
  if (head_end == std::string_view::npos) return std::nullopt;
  auto head = bytes.substr(0, head_end + 2);
  const auto line = head.substr(0, head.find("\r\n"));
  head.remove_prefix(line.size() + 2);
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  Message message{std::string(line.substr(0, first)),
                  std::string(line.substr(first + 1, last - first - 1)),
                  {},
                  false,
                  false};
  std::size_t length = 0;
  while (!head.empty()) {
    const auto header = head.substr(0, head.find("\r\n"));
    head.remove_prefix(header.size() + 2);
    const auto colon = header.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto name = lower_case(header.substr(0, colon));
    const auto value = trimmed(header.substr(colon + 1));
    if (name == "transfer-encoding") return std::nullopt;
    if (name != "content-length") continue;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), length);
    const bool digits = !value.empty() && read.ec == std::errc{} && read.ptr == value.data() + value.size();
    if (!digits || message.has_body_length) return std::nullopt;
    message.has_body_length = true;
  }
  bytes.remove_prefix(head_end + 4);
  message.cut = length > bytes.size();
  message.body = bytes.substr(0, length);
  bytes.remove_prefix(message.body.size());
  return message;
}

void same_request(const Seen& seen, const Message& sent) {
  must(seen.method == (sent.method == "HEAD" ? "GET" : sent.method), "the method is the one sent",
       seen.method);
  must(seen.path == sent.target.substr(0, sent.target.find('?')), "the path is the one sent", seen.path);
  must(seen.body == (sent.takes_body() ? sent.body : ""), "the body is the one sent", seen.body);
  must(!sent.takes_body() || !sent.cut, "a request whose body did not come whole is not served", seen.path);

  std::vector<std::pair<std::string, std::string>> query;
  for (auto mark = sent.target.find('?'); mark < sent.target.size();) {
    const auto end = std::min(sent.target.find('&', mark + 1), sent.target.size());
    const auto pair = std::string_view(sent.target).substr(mark + 1, end - mark - 1);
    const auto equals = std::min(pair.find('='), pair.size());
    if (!pair.empty())
      query.emplace_back(decoded(pair.substr(0, equals)),
                         decoded(pair.substr(std::min(equals + 1, pair.size()))));
    mark = end;
  }
  must(seen.query == query, "the query is the one sent", sent.target);
}

// --- the door

class Sockets {
 public:
  Sockets() { must(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_) == 0, "sockets can be had"); }
  ~Sockets() {
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  Sockets(const Sockets&) = delete;
  Sockets& operator=(const Sockets&) = delete;
  int server() const { return ends_[0]; }

  /// The input fits into the kernel's buffer, so this never waits.
  void send_all(std::string_view bytes) {
    if (!bytes.empty())
      must(::send(ends_[1], bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT) ==
               static_cast<ssize_t>(bytes.size()),
           "the input fits");
    ::shutdown(ends_[1], SHUT_WR);
  }
  std::string answers() {
    ::shutdown(ends_[0], SHUT_WR);
    std::string all;
    char part[65536];
    for (ssize_t got = 0; (got = ::recv(ends_[1], part, sizeof part, 0)) > 0;)
      all.append(part, static_cast<std::size_t>(got));
    return all;
  }

 private:
  int ends_[2] = {-1, -1};
};

Router recording_router(std::vector<Seen>& seen) {
  Router router;
  const auto record = [&seen](HttpRequest& request) {
    seen.push_back({request.method, request.path, request.body, request.query});
    for (const auto& [name, value] : request.params)
      must(!value.empty() && value.find('/') == std::string::npos, "a parameter is one segment", value);
    return ok_json("{}");
  };
  router.add("GET", "/v1/health", record);
  router.add("POST", "/v1/sync", record);
  router.add("GET", "/v1/history/{rid}", record);
  router.add("GET", "/v1/people/{id}/week", record);
  router.add("GET", "/v1/team/week", record);
  router.add("PUT", "/v1/thing", record);
  router.add("PATCH", "/v1/thing", record);
  router.add("DELETE", "/v1/thing", record);
  return router;
}

/// Every answer begins with a status this server gives, and says how long it is.
void answers_are_whole(std::string_view bytes, std::size_t served) {
  std::size_t count = 0;
  while (!bytes.empty()) {
    must(bytes.starts_with("HTTP/1.1 "), "an answer begins with its status", bytes);
    const auto end = bytes.find("\r\n\r\n");
    must(end != std::string_view::npos, "an answer's head ends", bytes);
    const auto head = bytes.substr(0, end + 2);
    bytes.remove_prefix(end + 4);
    if (head.starts_with("HTTP/1.1 100")) continue;
    ++count;
    const auto field = head.find("Content-Length: ");
    std::size_t length = 0;
    if (field != std::string_view::npos)
      std::from_chars(head.data() + field + 16, head.data() + head.size(), length);
    must(head.find("\r\nConnection: ") != std::string_view::npos, "an answer says if the connection goes on",
         head);
    // A HEAD's answer has the length of what it does not send.
    if (bytes.starts_with("HTTP/1.1 ") || bytes.empty()) continue;
    must(length <= bytes.size(), "an answer is whole", head);
    bytes.remove_prefix(length);
  }
  must(count >= served, "every request that was served was answered");
}

void screening_holds(std::string_view text) {
  const auto screened = screen_head(text);
  if (!screened) return;
  const auto again = screen_head(*screened);
  must(again && *again == *screened, "a screened head is a good one", *screened);
  must(screened->find('\0') == std::string::npos && screened->find("\n\n") == std::string::npos,
       "no control character passes", *screened);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::as_text(data, size);
  screening_holds(bytes);

  std::vector<Seen> seen;
  const auto router = recording_router(seen);
  const HttpHandler handler = [&](HttpRequest& request) { return router(request); };
  std::string alarm;
  const std::function<void(const std::string&)> on_alarm = [&](const std::string& text) { alarm = text; };
  const ConversationRules rules{handler, on_alarm, max_body, (size & 1) != 0};

  Sockets sockets;
  sockets.send_all(bytes);
  std::string answers;
  {
    ClientConnection connection(sockets.server(), nullptr, {});
    Conversation conversation(connection, rules, [] { return false; });
    while (conversation.exchange()) {
    }
    connection.flush();
  }
  answers = sockets.answers();
  must(alarm.empty(), "no request makes a route or the library throw", alarm);
  answers_are_whole(answers, seen.size());

  // The second reader goes through the same bytes; routes that exist see each request it sees, until one of
  // both ends the connection.
  auto rest = bytes;
  std::size_t next = 0;
  while (next < seen.size()) {
    const auto sent = next_message(rest);
    must(sent.has_value(), "nothing is served that RFC 9112 leaves in doubt", seen[next].path);
    const auto path = sent->target.substr(0, sent->target.find('?'));
    const auto method = sent->method == "HEAD" ? "GET" : sent->method;
    if (seen[next].method != method || seen[next].path != path) continue;  // answered without a route
    same_request(seen[next], *sent);
    ++next;
    must(sent->takes_body() || sent->body.empty() || next == seen.size(),
         "after a body that nobody reads nothing is served", sent->target);
  }
  return 0;
}
