#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/plain_text.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

std::string age_at(const bj::value& device, std::string_view member, Instant now) {
  const auto& value = device.at(member);
  return value.is_null() ? "never" : age_words(instant_from_ms(value.as_int64()), now) + " ago";
}

std::string state_of(const bj::value& device) {
  if (!device.at("wiped_at").is_null()) return "erased";
  const auto wipe = text_at(device, "wipe");
  const auto ordered = wipe.empty() ? "" : fmt::format(", to be erased ({})", wipe);
  if (!device.at("revoked_at").is_null()) return "revoked" + ordered;
  std::string state = text_at(device, "alertness");
  const char* between = ": ";
  for (const auto& concern : device.at("concerns").as_array()) {
    state += between + std::string(concern.as_string());
    between = ", ";
  }
  return state + ordered;
}

std::string listed(const bj::value& answer, Instant now) {
  TextTable table({"id", "of", "device", "app", "last sync", "last contact", "unsent", "oldest", "needs",
                   "clock", "state"});
  for (const auto& device : answer.at("devices").as_array()) {
    const auto oldest =
        device.at("oldest_waiting_at").is_null() ? "" : age_at(device, "oldest_waiting_at", now);
    table.add({text_at(device, "device_id"), text_at(device, "person"), text_at(device, "name"),
               text_at(device, "app"), age_at(device, "last_sync", now), age_at(device, "last_contact", now),
               std::to_string(number_at(device, "waiting")), oldest,
               std::to_string(number_at(device, "needs_you")),
               fmt::format("{:+} s", number_at(device, "skew_ms") / 1'000), state_of(device)});
  }
  return table.empty() ? "No device is enrolled yet; `waymark-server enroll` makes a code for one."
                       : table.text();
}

std::string wipe_words(const bj::value& done) {
  const auto order = text_at(done, "wipe");
  if (order == "now") return "It erases itself at its next contact; what it has not sent is lost.";
  if (order == "drained") return "It sends what it holds at its next contacts, and then erases itself.";
  return "The order to erase itself is taken back, unless it was followed already.";
}

}  // namespace

void add_device_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "device", "List devices, revoke them, have them erased");
  command->require_subcommand(1);
  command->add_subcommand("list", "List every device and how it is")->fallthrough()->callback([&invocation] {
    invocation.exit_code = carry_out(invocation, "device-list", {}, [&invocation](const bj::value& answer) {
      return listed(answer, invocation.world.clock.now());
    });
  });

  struct Words {
    std::string device, when;
  };
  const auto words = std::make_shared<Words>();
  auto* revoking = command->add_subcommand("revoke", "Refuse a device from now on; what it holds stays on it")
                       ->fallthrough();
  revoking->add_option("--device", words->device, "Its id, from `device list`")->required();
  revoking->callback([&invocation, words] {
    invocation.exit_code =
        carry_out(invocation, "device-revoke", {{"device", words->device}}, [](const bj::value& done) {
          return text_at(done, "device_id") + " is revoked: nothing it sends is taken any more.";
        });
  });

  auto* wiping = command->add_subcommand("wipe", "Order a device to erase what it holds")->fallthrough();
  wiping->add_option("--device", words->device, "Its id, from `device list`")->required();
  wiping
      ->add_option(
          "--when", words->when,
          "drained: once all it holds is sent; now: at its next contact, unsent or not; none: take the "
          "order back")
      ->required()
      ->check(CLI::IsMember({"drained", "now", "none"}));
  wiping->callback([&invocation, words] {
    invocation.exit_code =
        carry_out(invocation, "device-wipe", {{"device", words->device}, {"when", words->when}}, wipe_words);
  });
}

}  // namespace waymark::server
