#include "mobile/device/http_transport.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <mutex>

namespace waymark::device {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int longest_retry_after_s = 24 * 60 * 60;

bool is_loopback(std::string_view address) {
  constexpr std::string_view scheme = "http://";
  address.remove_prefix(scheme.size());
  if (address.starts_with("[::1]")) return true;
  const auto host = address.substr(0, address.find_first_of(":/"));
  // A name may begin with digits, too: only an address of four numbers is one.
  const bool address_of_numbers = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host == "localhost" || (host.starts_with("127.") && address_of_numbers);
}

Result<void> check_address(const std::string& server) {
  if (server.starts_with("https://")) return {};
  if (server.starts_with("http://") && is_loopback(server)) return {};
  if (server.starts_with("http://"))
    return fail(ErrorCode::bad_request, "This address is not protected: use one that begins with https://.",
                "server");
  return fail(ErrorCode::bad_request, "This is no server address: it begins with https://.", "server");
}

std::optional<Millis> retry_after(const httplib::Headers& headers) {
  const auto found = headers.find("Retry-After");
  if (found == headers.end()) return std::nullopt;
  int seconds = 0;
  const auto& text = found->second;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (wrong != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
  return Millis{std::chrono::seconds{std::min(seconds, longest_retry_after_s)}};
}

/// Whether a Waymark server speaks. A hotel's sign-in page, a proxy's complaint or a redirect must not be
/// taken for one.
bool is_json(const httplib::Headers& headers) {
  const auto found = headers.find("Content-Type");
  return found != headers.end() && found->second.starts_with("application/json");
}

tl::unexpected<Error> unreachable() {
  return fail(ErrorCode::unreachable, "The server cannot be reached: it will be tried again by itself.");
}

/// The request's socket, from before it connects: cut off, whatever waits for it ends at once, be it for a
/// connection, a handshake or an answer. (The library's own stop() waits for the first two, and its caller
/// with it.) It is held by a number of its own: the library closes its own when it has done with it, and
/// that may be another file's by then.
class Line {
 public:
  Line() = default;
  ~Line() { drop(); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  /// Another address of the server's is tried.
  void take(int socket) {
    const std::lock_guard lock(mutex_);
    drop();
    descriptor_ = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (is_cut_) shut();
  }
  void cut() {
    const std::lock_guard lock(mutex_);
    is_cut_ = true;
    shut();
  }

 private:
  void shut() {
    if (descriptor_ >= 0) ::shutdown(descriptor_, SHUT_RDWR);
  }
  void drop() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  std::mutex mutex_;
  int descriptor_ = -1;
  bool is_cut_ = false;
};

/// How one answer is taken in, piece by piece.
struct Intake {
  const HttpTransportOptions& options;
  const Abort& abort;
  std::optional<Steady::time_point> until;  // set when the answer begins
  std::string body;
  bool too_large = false, too_late = false;

  bool take(const char* data, std::size_t size) {
    if (abort.requested()) return false;
    if (!until) until = Steady::now() + options.answer_timeout;
    too_late = Steady::now() > *until;
    too_large = body.size() + size > options.max_answer_bytes;
    if (too_late || too_large) return false;
    body.append(data, size);
    return true;
  }
};

Error failure_of(httplib::Error error, const Intake& intake, bool connected, Steady::duration waited) {
  if (intake.abort.requested()) return {ErrorCode::aborted, "The sync was stopped.", ""};
  if (intake.too_large)
    return {ErrorCode::too_large, "The server's answer is too long: less will be asked for next time.", ""};
  const bool silent = error == httplib::Error::Read || error == httplib::Error::Write;
  if (intake.too_late || error == httplib::Error::ConnectionTimeout ||
      (connected && silent && waited >= intake.options.silence_timeout))
    return {ErrorCode::timed_out, "The server did not answer in time: it will be tried again by itself.", ""};
  if (error == httplib::Error::SSLServerVerification)
    return {ErrorCode::unreachable, "The server's certificate is not trusted here: check the address.",
            "certificate"};
  return unreachable().value();
}

}  // namespace

Result<HttpResponse> HttpTransport::send(const HttpRequest& request, Abort& abort) {
  if (auto fine = check_address(request.server); !fine) return tl::unexpected(fine.error());
  httplib::Client client(request.server);
  if (!client.is_valid())
    return fail(ErrorCode::bad_request, "This is no server address: check it.", "server");
  client.set_connection_timeout(options_.connect_timeout);
  client.set_read_timeout(options_.silence_timeout);
  client.set_write_timeout(options_.silence_timeout);
  client.set_tcp_nodelay(true);
  client.set_follow_location(false);
  client.set_keep_alive(false);
  client.enable_server_certificate_verification(true);
  if (!options_.ca_file.empty()) client.set_ca_cert_path(options_.ca_file.c_str());

  Line line;
  client.set_socket_options([&line](socket_t socket) { line.take(socket); });
  Abort::Guard guard(abort, [&line] { line.cut(); });
  if (abort.requested()) return fail(ErrorCode::aborted, "The sync was stopped.");

  httplib::Request outgoing;
  outgoing.method = request.method;
  outgoing.path = request.path;
  outgoing.headers.emplace("User-Agent", options_.user_agent);
  outgoing.headers.emplace("Accept", "application/json");
  if (!request.token.empty()) outgoing.headers.emplace("Authorization", "Bearer " + request.token);
  if (request.method == "POST") {
    outgoing.headers.emplace("Content-Type", "application/json");
    outgoing.body = request.body;
  }
  Intake intake{options_, abort, std::nullopt, {}};
  outgoing.content_receiver = [&intake](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
    return intake.take(data, size);
  };

  const auto began = Steady::now();
  auto result = client.send(outgoing);
  if (!result)
    return tl::unexpected(failure_of(result.error(), intake, result.error() != httplib::Error::Connection,
                                     Steady::now() - began));
  if (abort.requested()) return fail(ErrorCode::aborted, "The sync was stopped.");
  if (!is_json(result->headers) || (result->status >= 300 && result->status < 400)) {
    // A proxy that has no server behind it says so without JSON; its status is worth no more than silence.
    return unreachable();
  }
  return HttpResponse{result->status, std::move(intake.body), retry_after(result->headers)};
}

}  // namespace waymark::device
