#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "shared/sync/enrol_link.h"
#include "syncserver/accounts/enrol_code.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/listen_address.h"
#include "syncserver/cli/qr_text.h"
#include "syncserver/cli/store_door.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

struct EnrollWords {
  std::string person, server;
  int minutes = 60;
};

std::string enrolment_text(const Invocation& invocation, const EnrollWords& words, const bj::value& made) {
  const std::string code(made.at("code").as_string());
  const std::string link(made.at("link").as_string());
  const auto server = parse_enrol_link(link);
  return fmt::format(
      "Code:   {}   (for one phone, within {} minutes)\nServer: {}\n\n{}\nLink:   {}\n\n"
      "On the phone open Waymark, choose Enrol, and scan the picture or type server and code.",
      readable_code(code), words.minutes, server ? server->server : "",
      qr_text(link, invocation.world.out_is_terminal), link);
}

int enroll(const Invocation& invocation, const EnrollWords& words) {
  bj::object params{{"person", words.person}, {"minutes", words.minutes}, {"server", words.server}};
  auto made = run_on_store(invocation, "enroll", bj::serialize(params));
  if (!made && words.server.empty() && made.error().field == "server") {
    // No server runs, so none can say; where `serve` listens unless told otherwise is the likeliest.
    params["server"] = fmt::format("http://{}", default_listen);
    invocation.world.err << fmt::format(
        "No server is running on this database, so the link leads to http://{}; give --server URL if phones "
        "reach it elsewhere.\n",
        default_listen);
    made = run_on_store(invocation, "enroll", bj::serialize(params));
  }
  if (!made) return invocation.refuse(made.error());
  return invocation.answer(*made, enrolment_text(invocation, words, bj::parse(*made)));
}

}  // namespace

void add_enroll_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "enroll", "Make a code, a QR and a link that enrol one phone");
  auto words = std::make_shared<EnrollWords>();
  command->add_option("--person", words->person, "Whose phone, by the id from `user list`")->required();
  command->add_option("--minutes", words->minutes, "How long the code is good for")
      ->check(CLI::Range(1, 10'080))
      ->capture_default_str();
  command->add_option("--server", words->server,
                      "Where the phone reaches the server, if not as the running one says");
  command->callback([&invocation, words] { invocation.exit_code = enroll(invocation, *words); });
}

}  // namespace waymark::server
