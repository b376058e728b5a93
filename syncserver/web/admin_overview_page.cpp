// The admin's first page: what needs somebody, and the way to everything else.
#include <fmt/format.h>

#include <algorithm>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

constexpr double little_room = 0.1;  // of the disk

Data tile(std::string_view address, std::string_view name, std::string said, std::string_view alert = {}) {
  Data tile;
  tile.set("tile_address", address).set("tile_name", name).set("said", std::move(said));
  tile.set("alert", alert.empty() ? Data::List()
                                  : Data::List{pill(alert, alert == "red" ? "Act today" : "Look at it")});
  return tile;
}

Data device_tile(const std::vector<DeviceCondition>& devices) {
  const auto number = [&](Alertness alertness) {
    return std::count_if(devices.begin(), devices.end(), [&](const DeviceCondition& condition) {
      return condition.in_service && condition.alertness == alertness;
    });
  };
  const auto red = number(Alertness::red), amber = number(Alertness::amber), fine = number(Alertness::fine);
  if (red + amber + fine == 0) return tile("/admin/devices", "Devices", "None is enrolled yet.");
  if (red + amber == 0)
    return tile("/admin/devices", "Devices", fmt::format("{} in service, all fine.", red + amber + fine));
  return tile("/admin/devices", "Devices",
              fmt::format("{} fine, {} to look at, {} to act on.", fine, amber, red),
              red > 0 ? "red" : "amber");
}

Data edits_tile(const AsideList& edits, Instant now) {
  if (edits.total == 0) return tile("/admin/conflicts", "Edits", "Every edit that arrived went in.");
  return tile("/admin/conflicts", "Edits",
              fmt::format("{} put aside, the oldest {}.", number_words(edits.total),
                          when_words(edits.groups.front().oldest, now)),
              "amber");
}

Data backup_tile(const BackupState& backups, Instant now) {
  if (backups.newest.empty())
    return tile("/admin/backups", "Backups", "No verified backup was made yet.", "red");
  const auto at = backups.newest.front().at;
  const auto alertness = backup_alertness(at, now);
  return tile("/admin/backups", "Backups",
              fmt::format("The last verified one was made {}.", when_words(at, now)),
              alertness == Alertness::red     ? "red"
              : alertness == Alertness::amber ? "amber"
                                              : "");
}

Data storage_tile(const StorageReport& storage) {
  const bool full = storage.disk_bytes > 0 && static_cast<double>(storage.free_bytes) <
                                                  little_room * static_cast<double>(storage.disk_bytes);
  return tile("/admin/storage", "Storage",
              fmt::format("{} used, {} free.", size_words(storage.file_bytes + storage.log_bytes),
                          size_words(storage.free_bytes)),
              full ? "amber" : "");
}

Data people_tile(const std::vector<PersonInfo>& people) {
  const auto disabled = std::count_if(people.begin(), people.end(), [](const auto& p) { return p.disabled; });
  auto said = count_words(std::ssize(people) - disabled, "person", "people");
  if (disabled > 0) said += fmt::format(", {} disabled", disabled);
  return tile("/admin/people", "People", said + ".");
}

Data enrol_tile(const std::vector<CodeInfo>& codes, Instant now) {
  const auto open = std::count_if(codes.begin(), codes.end(), [&](const CodeInfo& code) {
    return code.device_id.empty() && code.expires_at > now;
  });
  return tile("/admin/enrol", "Enrol",
              open == 0 ? "No code is waiting to be used."
                        : count_words(open, "code waits", "codes wait") + " to be used.");
}

Data policy_tile(const std::vector<Policy>& policies, Date today) {
  const auto& policy = policy_for(policies, today);
  return tile("/admin/policy", "Policy",
              fmt::format("{} % is the minimum, {} % recommended.", policy.minimum_percent,
                          policy.recommended_percent));
}

Data holidays_tile(const std::vector<Holiday>& holidays, Date today) {
  const auto next = std::find_if(holidays.begin(), holidays.end(),
                                 [&](const Holiday& holiday) { return holiday.date >= today; });
  return tile("/admin/holidays", "Holidays",
              next == holidays.end() ? "None lies ahead." : "The next is " + long_date(next->date) + ".");
}

HttpResponse overview(Visit& visit) {
  auto& desk = visit.store().desk();
  const auto now = visit.now();
  const auto today = zone_of(visit).date_of(now);
  Page page{"Admin", "admin_overview"};
  auto& data = page.data;
  data.add("tiles", people_tile(visit.store().people()));
  data.add("tiles", device_tile(desk.devices()));
  data.add("tiles", enrol_tile(desk.codes(), now));
  data.add("tiles", edits_tile(desk.aside({.limit = 1}), now));
  const auto places = std::ssize(desk.places());
  data.add("tiles",
           tile("/admin/places", "Places",
                places == 0 ? "None is known yet." : count_words(places, "known place.", "known places.")));
  data.add("tiles", policy_tile(desk.policies(), today));
  data.add("tiles", holidays_tile(desk.holidays(), today));
  data.add("tiles", backup_tile(desk.backups(1), now));
  data.add("tiles", tile("/admin/audit", "Audit trail", "Who did what, and when."));
  data.add("tiles", storage_tile(desk.storage()));
  return admin_page(visit, std::move(page), "/admin");
}

}  // namespace

void add_admin_overview(PageRoutes& pages) {
  pages.get("/admin", Who::admin, overview);
}

}  // namespace waymark::server
