#include "syncserver/cli/command_client.h"

#include <httplib.h>

#include "shared/sync/message_codec.h"
#include "syncserver/api/unix_socket_path.h"

namespace waymark::server {

namespace {

// A backup of a large store takes its time, and there is nothing else to do than wait for it.
constexpr int longest_command_s = 4 * 3'600;

}  // namespace

std::optional<Result<std::string>> ask_running_server(const std::filesystem::path& database,
                                                      std::string_view action,
                                                      const std::string& params_json) {
  const auto path = UnixSocketPath::open(command_socket_of(database));
  if (!path) return std::nullopt;
  httplib::Client client(path->short_name(), 1);
  client.set_address_family(AF_UNIX);
  client.set_connection_timeout(5);
  client.set_read_timeout(longest_command_s);
  const httplib::Headers headers = {{"Host", "localhost"}, {"Connection", "close"}};
  const auto answer =
      client.Post("/command/" + std::string(action), headers, params_json, "application/json");
  if (!answer && answer.error() == httplib::Error::Connection) return std::nullopt;
  if (!answer)
    return fail(ErrorCode::unreachable,
                "The running server took the command but did not answer; look at its log.");
  if (answer->status == 200) return Result<std::string>(answer->body);
  return tl::unexpected(parse_error(answer->body).error);
}

}  // namespace waymark::server
