#include "syncserver/web/admin_frame.h"

#include <fmt/format.h>

#include <array>
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

struct Section {
  std::string_view address, label;
};

constexpr std::array sections = {
    Section{"/admin", "Overview"},        Section{"/admin/people", "People"},
    Section{"/admin/devices", "Devices"}, Section{"/admin/enrol", "Enrol"},
    Section{"/admin/conflicts", "Edits"}, Section{"/admin/places", "Places"},
    Section{"/admin/policy", "Policy"},   Section{"/admin/holidays", "Holidays"},
    Section{"/admin/backups", "Backups"}, Section{"/admin/audit", "Audit trail"},
    Section{"/admin/storage", "Storage"},
};

}  // namespace

HttpResponse admin_page(const Visit& visit, Page page, std::string_view section) {
  Data::List items;
  for (const auto& [address, label] : sections)
    items.push_back(
        Data{}.set("section_address", address).set("section_label", label).set("here", address == section));
  page.data.set("sections", std::move(items));
  page.data.set("on_overview", section == "/admin");
  page.tab = "/admin";
  page.wide = true;
  return visit.page(std::move(page));
}

Zone zone_of(const Visit& visit) {
  auto zone = Zone::find(visit.store().agency().time_zone);
  if (!zone) throw std::logic_error("the agency's zone is not known any more");
  return std::move(*zone);
}

void set_text(Data& data, std::string_view name, std::string text) {
  data.set(name, text.empty() ? Data::List() : Data::List{Data{}.set("text", std::move(text))});
}

Data pill(std::string_view kind, std::string_view text) {
  return Data{}.set("kind", kind).set("text", text);
}

Data condition_pill(const DeviceCondition& condition) {
  const auto& device = condition.device;
  if (device.wiped_at) return pill("", "Erased");
  if (device.revoked_at) return pill("", "Revoked");
  switch (condition.alertness) {
    case Alertness::red:
      return pill("red", "Act today");
    case Alertness::amber:
      return pill("amber", "Look at it");
    default:
      return pill("good", "Fine");
  }
}

std::string concern_words(DeviceConcern concern, const DeviceInfo& device, Instant now) {
  switch (concern) {
    case DeviceConcern::never_synced:
      return fmt::format("Enrolled {}, and no sync since", when_words(device.enrolled_at, now));
    case DeviceConcern::not_synced:
      return fmt::format("No sync for {}", age_words(*device.last_sync, now));
    case DeviceConcern::unsent:
      return fmt::format("An edit has waited for {}", age_words(*device.oldest_waiting_at, now));
    case DeviceConcern::needs_you:
      return fmt::format("{} on it {} its person", count_words(device.needs_you, "edit", "edits"),
                         device.needs_you == 1 ? "needs" : "need");
    case DeviceConcern::clock:
      return fmt::format("Its clock is {} {}", age_words(now - std::chrono::abs(Millis{device.skew_ms}), now),
                         device.skew_ms > 0 ? "fast" : "slow");
  }
  return {};
}

Form::Choices people_choices(const std::vector<PersonInfo>& people, std::string_view first) {
  Form::Choices choices;
  if (!first.empty()) choices.emplace_back("", first);
  for (const auto& person : people)
    choices.emplace_back(person.person_id, person.team.empty()
                                               ? person.name
                                               : fmt::format("{} ({})", person.name, person.team));
  return choices;
}

}  // namespace waymark::server
