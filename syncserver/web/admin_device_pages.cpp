// Devices: how each is, and taking one out of service.
#include <fmt/format.h>

#include <algorithm>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"

namespace waymark::server {

namespace {

constexpr std::size_t devices_a_page = 50;

std::string path_of(const Visit& visit) {
  return "/admin/devices/" + visit.parameter("id");
}

std::string unsent_words(const DeviceInfo& device, Instant now) {
  if (!device.last_contact) return "Not known";
  if (device.waiting == 0) return "None";
  if (!device.oldest_waiting_at) return number_words(device.waiting);
  return fmt::format("{}, the oldest for {}", number_words(device.waiting),
                     age_words(*device.oldest_waiting_at, now));
}

std::string clock_words(const DeviceInfo& device, Instant now) {
  if (!device.last_contact) return "Not known";
  const auto off = std::chrono::abs(Millis{device.skew_ms});
  if (off <= clock_off_after) return "Right";
  return fmt::format("{} {}", age_words(now - off, now), device.skew_ms > 0 ? "fast" : "slow");
}

std::string ago_or(const std::optional<Instant>& at, Instant now, std::string_view never) {
  return at ? when_words(*at, now) : std::string(never);
}

/// A device names its system in small letters: "android".
std::string platform_words(std::string_view platform) {
  if (platform == "ios") return "iOS";
  if (platform == "macos") return "macOS";
  std::string words(platform);
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

/// What has become of an order to erase, in words; "" without one.
std::string wipe_words(const DeviceInfo& device, Instant now, const Zone& zone) {
  if (device.wiped_at)
    return fmt::format("The device confirmed on {} that it erased everything.",
                       long_moment(*device.wiped_at, zone));
  if (device.wipe == WipeOrder::none) return {};
  return fmt::format(
      "It is ordered to erase itself {}. The device has not confirmed it yet: its last contact was {}.",
      device.wipe == WipeOrder::now ? "at its next contact" : "once it has sent everything",
      ago_or(device.last_contact, now, "never"));
}

void add_health(Data& data, const DeviceCondition& condition, Instant now, const Zone& zone) {
  const auto& device = condition.device;
  data.set("device_id", device.device_id).set("device_name", device.name);
  data.set("person_id", device.person_id).set("person_name", device.person_name);
  data.set("condition", condition_pill(condition));
  data.set("concerns", Data::List());
  for (const auto concern : condition.concerns)
    data.add("concerns", Data{}.set("concern", concern_words(concern, device, now)));
  data.set("last_sync", ago_or(device.last_sync, now, "Never"));
  data.set("last_contact", ago_or(device.last_contact, now, "Never"));
  data.set("unsent", unsent_words(device, now));
  data.set("needs_you", device.last_contact ? number_words(device.needs_you) : "Not known");
  data.set("clock", clock_words(device, now));
  data.set("app", device.app.empty() ? "Not known" : device.app);
  data.set("platform", platform_words(device.platform));
  set_text(data, "wipe_state", wipe_words(device, now, zone));
}

HttpResponse devices_page(Visit& visit) {
  Page page{"Devices", "admin_devices"};
  const auto zone = zone_of(visit);
  const auto search = visit.query("search");
  auto devices = visit.store().desk().devices();
  page.data.set("none_at_all", devices.empty());
  std::erase_if(devices, [&](const DeviceCondition& condition) {
    const auto& device = condition.device;
    return !is_found(search, {device.name, device.person_name, device.app, device.platform});
  });
  // Those in service first, as they are sorted by what is to be done about them.
  std::stable_partition(devices.begin(), devices.end(),
                        [](const DeviceCondition& condition) { return condition.in_service; });
  const ListPart part(visit, devices.size(), devices_a_page);
  Data::List in_service, retired;
  for (auto at = part.begin(); at < part.end(); ++at) {
    Data row;
    add_health(row, devices[at], visit.now(), zone);
    (devices[at].in_service ? in_service : retired).push_back(std::move(row));
  }
  page.data.set("any", !in_service.empty()).set("any_retired", !retired.empty());
  page.data.set("nothing_found", devices.empty() && !search.empty());
  page.data.set("devices", std::move(in_service)).set("retired", std::move(retired));
  page.data.set("count", count_words(static_cast<std::int64_t>(devices.size()), "device"));
  page.data.set("parts", part.links("/admin/devices", {{"search", search}}));
  visit.form().preset("search", search);
  page.data.set(
      "search_field",
      visit.form().field("search", "Search", {.hint = "A device, a person, a version.", .required = false}));
  return admin_page(visit, std::move(page), "/admin/devices");
}

HttpResponse device_page(Visit& visit) {
  const auto condition = visit.store().desk().device(visit.parameter("id"));
  if (!condition) return visit.refuse(condition.error());
  const auto& device = condition->device;
  Page page{device.name, "admin_device"};
  const auto zone = zone_of(visit);
  add_health(page.data, *condition, visit.now(), zone);
  page.data.set("enrolled", long_moment(device.enrolled_at, zone));
  set_text(page.data, "revoked", device.revoked_at ? long_moment(*device.revoked_at, zone) : std::string());
  page.data.set("can_revoke", !device.revoked_at.has_value());
  page.data.set("can_wipe", !device.wiped_at.has_value());
  page.data.set("wipe_ordered", !device.wiped_at && device.wipe != WipeOrder::none);
  return admin_page(visit, std::move(page), "/admin/devices");
}

/// "3 edits that it had not sent at its last contact (14 h ago)"; "" where it held none.
std::string at_stake(const DeviceInfo& device, Instant now) {
  if (!device.last_contact || device.waiting == 0) return {};
  return fmt::format("{} that it had not sent at its last contact ({})",
                     count_words(device.waiting, "edit", "edits"), when_words(*device.last_contact, now));
}

Data::List sentences(const std::vector<std::string>& texts) {
  Data::List list;
  for (const auto& text : texts)
    if (!text.empty()) list.push_back(Data{}.set("sentence", text));
  return list;
}

std::vector<std::string> revoke_words(const DeviceInfo& device, Instant now) {
  const auto stake = at_stake(device, now);
  return {"From now on the server refuses it: it can neither send nor fetch anything.",
          "What is on it stays on it. To have it erased, too, order that on its page.",
          stake.empty() ? "" : "It holds " + stake + ". They will not arrive any more.",
          fmt::format("{} can go on with another device, or with this one once it is enrolled anew.",
                      device.person_name),
          "This cannot be taken back."};
}

std::vector<std::string> wipe_words_before(const DeviceInfo& device, WipeOrder order, Instant now) {
  const auto stake = at_stake(device, now);
  const bool revoked = device.revoked_at.has_value();
  if (order == WipeOrder::now)
    return {"At its next contact it erases everything of Waymark on it at once, sent or not.",
            stake.empty() ? "What it has recorded since its last contact is lost for good."
                          : "It holds " + stake + ", and perhaps more by now. They are lost for good.",
            "A device that is switched off or out of reach keeps everything until then.",
            "Its page says when the device has confirmed it. Until then the order can be taken back."};
  return {
      revoked ? "It is revoked and cannot send any more. At its next contact it erases itself if it holds "
                "nothing "
                "unsent; otherwise it keeps everything."
              : "At its next contacts it sends what it holds, and once everything has arrived it erases "
                "everything "
                "of Waymark on it.",
      revoked
          ? "To have it erased whatever it holds, order that at once instead."
          : "Nothing is lost. Edits that need their person keep it from being erased until they are settled.",
      "A device that is switched off or out of reach keeps everything until then.",
      "Its page says when the device has confirmed it. Until then the order can be taken back."};
}

HttpResponse confirm_page(Visit& visit, const DeviceInfo& device, std::string title, std::string_view action,
                          std::string_view order, std::string_view button,
                          const std::vector<std::string>& words) {
  Page page{std::move(title), "admin_device_confirm"};
  page.data.set("question", page.title)
      .set("person_name", device.person_name)
      .set("platform", platform_words(device.platform));
  page.data.set("action", fmt::format("{}/{}", path_of(visit), action)).set("back", path_of(visit));
  set_text(page.data, "order", std::string(order));
  page.data.set("button", button).set("sentences", sentences(words));
  return admin_page(visit, std::move(page), "/admin/devices");
}

HttpResponse confirm_revoke(Visit& visit) {
  const auto found = visit.store().desk().device(visit.parameter("id"));
  if (!found) return visit.refuse(found.error());
  const auto& device = found->device;
  if (device.revoked_at) return visit.go(path_of(visit), "It is revoked already.");
  return confirm_page(visit, device, "Revoke " + device.name + "?", "revoke", {}, "Revoke it",
                      revoke_words(device, visit.now()));
}

HttpResponse revoke(Visit& visit) {
  const auto revoked = visit.store().revoke_device(visit.parameter("id"), visit.actor());
  if (!revoked) return visit.refuse(revoked.error());
  return visit.go(path_of(visit), "It is revoked: its next contact is refused.");
}

Error no_order() {
  return {ErrorCode::bad_request, "Choose on the device's page how it is to be erased.", "when"};
}

HttpResponse confirm_wipe(Visit& visit) {
  const auto found = visit.store().desk().device(visit.parameter("id"));
  if (!found) return visit.refuse(found.error());
  const auto order = from_wire<WipeOrder>(visit.query("when"));
  if (!order || *order == WipeOrder::none) return visit.refuse(no_order());
  const auto& device = found->device;
  if (device.wiped_at) return visit.go(path_of(visit), "It has confirmed already that it is erased.");
  const bool now = *order == WipeOrder::now;
  return confirm_page(
      visit, device,
      fmt::format("Erase {} {}?", device.name, now ? "at once" : "once it has sent everything"), "wipe",
      to_wire(*order), now ? "Erase it at once" : "Erase it once all is sent",
      wipe_words_before(device, *order, visit.now()));
}

HttpResponse wipe(Visit& visit) {
  const auto order = from_wire<WipeOrder>(visit.form().value("when"));
  if (!order || *order == WipeOrder::none) return visit.refuse(no_order());
  const auto ordered = visit.store().order_wipe(visit.parameter("id"), *order, visit.actor());
  if (!ordered) return visit.refuse(ordered.error());
  return visit.go(path_of(visit), "The order is given. This page says when the device has confirmed it.");
}

HttpResponse keep(Visit& visit) {
  const auto kept = visit.store().order_wipe(visit.parameter("id"), WipeOrder::none, visit.actor());
  if (!kept) return visit.refuse(kept.error());
  return visit.go(path_of(visit), "The order to erase it is taken back.");
}

}  // namespace

void add_admin_device_pages(PageRoutes& pages) {
  pages.get("/admin/devices", Who::admin, devices_page);
  pages.get("/admin/devices/{id}", Who::admin, device_page);
  pages.get("/admin/devices/{id}/revoke", Who::admin, confirm_revoke);
  pages.post("/admin/devices/{id}/revoke", Who::admin, revoke);
  pages.get("/admin/devices/{id}/wipe", Who::admin, confirm_wipe);
  pages.post("/admin/devices/{id}/wipe", Who::admin, wipe);
  pages.post("/admin/devices/{id}/keep", Who::admin, keep);
}

}  // namespace waymark::server
