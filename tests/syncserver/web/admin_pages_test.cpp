// The admin's pages, as an admin goes through them.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "shared/sync/enrol_link.h"
#include "syncserver/store/admin_desk.h"
#include "tests/syncserver/web/page_visitor.h"

namespace waymark::server::test {

namespace {

struct AdminWorld : WebWorld {
  PageVisitor ada{*this, admin.person_id};
  AdminDesk& desk = store->desk();
  AuditRow last() { return store->audit(1).at(0); }
};

/// A form that is shown again: with what was typed, and `sentence` beside it.
void shown_again(const HttpResponse& answer, std::string_view typed, std::string_view sentence) {
  CHECK(answer.status == 422);
  INFO(words_of(answer));
  CHECK(answer.body.find("value=\"" + std::string(typed) + "\"") != std::string::npos);
  CHECK(says(answer, sentence));
  CHECK(answer.body.find("aria-invalid=\"true\"") != std::string::npos);
}

/// The text between two marks.
std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const auto from = text.find(begin);
  REQUIRE(from != std::string::npos);
  const auto start = from + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

}  // namespace

TEST_CASE("the overview says what needs somebody") {
  AdminWorld world;
  auto page = world.ada.get("/admin");
  CHECK(says(page, "6 people."));
  CHECK(says(page, "None is enrolled yet."));
  CHECK(says(page, "No verified backup was made yet. Act today"));
  CHECK(says(page, "Every edit that arrived went in."));
  CHECK(says(page, "50 % is the minimum, 65 % recommended."));
  CHECK(says(page, "None lies ahead."));
  world.enroll(world.ana);
  REQUIRE(world.store->backup(world.directory / "b.db", {}));
  world.clock.pass(Millis{80 * hour_ms});
  PageVisitor later(world, world.admin.person_id);
  page = later.get("/admin");
  CHECK(says(page, "0 fine, 0 to look at, 1 to act on. Act today"));
  CHECK(says(page, "The last verified one was made 3 days ago. Act today"));
}

TEST_CASE("a person is added, renamed, moved and given a way to sign in") {
  AdminWorld world;
  shown_again(
      world.ada.post("/admin/people", {{"name", ""}, {"role", "lead"}, {"team", "west"}, {"login", "eve"}}),
      "west", "Give the person's name.");
  shown_again(
      world.ada.post("/admin/people", {{"name", "Eve"}, {"role", "lead"}, {"team", ""}, {"login", ""}}),
      "Eve", "belongs to one");
  CHECK(world.ada.post("/admin/people", {{"name", "Eve"}, {"role", "king"}, {"team", "west"}}).status == 422);
  const auto page = world.ada.follow("/admin/people",
                                     {{"name", "Eve"}, {"role", "lead"}, {"team", "west"}, {"login", "eve"}});
  CHECK(says(page, "Eve is added."));
  CHECK(world.last().actor_id == world.admin.person_id);
  CHECK(world.last().address == "192.0.2.1");
  const auto eve = world.store->account_by_login("eve")->person_id;
  const auto path = "/admin/people/" + eve;
  shown_again(world.ada.post("/admin/people",
                             {{"name", "Eva"}, {"role", "lead"}, {"team", "west"}, {"login", "eve"}}),
              "Eva", "choose another");

  CHECK(says(world.ada.follow(path + "/change", {{"name", "Eve Ng"}, {"role", "specialist"}}), "are saved"));
  CHECK(world.store->person(eve)->name == "Eve Ng");
  shown_again(world.ada.post(path + "/change", {{"name", " "}, {"role", "specialist"}}), " ",
              "Give the person's name.");

  CHECK(says(world.ada.follow(path + "/move", {{"team", "south"}, {"from", "2026-04-06"}}),
             "From Mon 6 Apr 2026 on they are in south."));
  CHECK(says(world.ada.get(path), "south from Mon 6 Apr 2026, planned"));
  shown_again(world.ada.post(path + "/move", {{"team", "south"}, {"from", "soon"}}), "soon",
              "year-month-day");

  auto link = world.ada.post(path + "/password-link");
  CHECK(link.status == 200);
  CHECK(says(link, "https://waymark.example/password/"));
  shown_again(world.ada.post("/admin/people/" + world.ana.person_id + "/login", {{"login", "EVE"}}), "EVE",
              "choose another");
  CHECK(says(world.ada.follow(path + "/login", {{"login", "eve"}}), "Nothing was changed."));
  CHECK(says(world.ada.follow(path + "/login", {{"login", ""}}), "cannot sign in"));
  CHECK(world.ada.post(path + "/password-link").status == 422);

  CHECK(says(world.ada.follow(path + "/disable"), "They are disabled"));
  CHECK(world.store->person(eve)->disabled);
  CHECK(says(world.ada.get("/admin/people"), "Eve Ng Disabled"));
  CHECK(says(world.ada.follow(path + "/enable"), "They are enabled"));
  CHECK(world.last().action == "person_enabled");
}

TEST_CASE("an admin cannot lock themselves out") {
  AdminWorld world;
  const auto path = "/admin/people/" + world.admin.person_id;
  CHECK(world.ada.post(path + "/disable").status == 422);
  CHECK(world.ada.post(path + "/change", {{"name", "Ada"}, {"role", "lead"}}).status == 422);
  CHECK(world.ada.post(path + "/login", {{"login", "ada2"}}).status == 422);
  CHECK_FALSE(world.store->person(world.admin.person_id)->disabled);
  CHECK(world.store->person(world.admin.person_id)->role == Role::admin);
  CHECK(says(world.ada.get(path), "You cannot disable yourself."));
}

TEST_CASE("a code is shown once with its picture and link, and enrols one device") {
  AdminWorld world;
  CHECK(says(world.ada.post("/admin/enrol", {{"person", ""}, {"minutes", "60"}}),
             "Choose whose device it is."));
  CHECK(world.ada.post("/admin/enrol", {{"person", world.rid()}, {"minutes", "60"}}).status == 422);
  CHECK(world.ada.post("/admin/enrol", {{"person", world.ana.person_id}, {"minutes", "0"}}).status == 422);
  const auto page = world.ada.post("/admin/enrol", {{"person", world.ana.person_id}, {"minutes", "480"}});
  CHECK(page.status == 200);
  CHECK(says(page, "A code for Ana"));
  CHECK(says(page, "until Mon 2 Mar 2026, 20:00"));
  CHECK(page.body.find("<svg class=\"qr\"") != std::string::npos);
  auto href = between(page.body, "href=\"waymark://", "\"");
  for (auto at = href.find("&amp;"); at != std::string::npos; at = href.find("&amp;"))
    href.replace(at, 5, "&");
  const auto link = parse_enrol_link("waymark://" + href);
  REQUIRE(link);
  CHECK(link->server == "https://waymark.example");
  CHECK(world.store->enroll({link->code, std::string(43, 'a'), "Ana's phone", "android", "1.0.0"}));
  auto list = world.ada.get("/admin/enrol");
  CHECK(says(list, "Ana just now Used by Ana's phone"));
  CHECK(list.body.find(link->code) == std::string::npos);

  REQUIRE(world.store->create_code(world.ben.person_id, 60, {}));
  list = world.ada.get("/admin/enrol");
  CHECK(says(list, "Ben just now Open, expires in 1 h"));
  const auto code = between(list.body, "name=\"code\" value=\"", "\"");
  CHECK(says(world.ada.follow("/admin/enrol/cancel", {{"code", code}}), "The code is cancelled"));
  CHECK(world.last().action == "code_cancelled");
  CHECK(world.ada.post("/admin/enrol/cancel", {{"code", "000000000000"}}).status == 404);
  CHECK(says(world.ada.get("/admin/enrol?person=" + world.ana.person_id), "Ana (north)"));
}

TEST_CASE("revoking and erasing say first what will happen, and then whether the device has confirmed it") {
  AdminWorld world;
  auto phone = world.enroll(world.ana, "Ana's phone");
  auto request = phone.request();
  request.waiting = 3;
  request.oldest_waiting_at = instant_from_ms(noon_ms - 30 * hour_ms);
  phone.send(request);
  const auto path = "/admin/devices/" + phone.identity().device_id;
  auto list = world.ada.get("/admin/devices");
  CHECK(says(list, "Ana's phone Ana Look at it An edit has waited for 30 h"));
  CHECK(says(list, "3, the oldest for 30 h"));

  CHECK(world.ada.get(path + "/wipe?when=none").status == 400);
  CHECK(world.ada.post(path + "/wipe", {{"when", "soon"}}).status == 400);
  auto page = world.ada.get(path + "/wipe?when=now");
  CHECK(says(page, "Erase Ana's phone at once?"));
  CHECK(says(page,
             "It holds 3 edits that it had not sent at its last contact (just now), and perhaps more by now. "
             "They are lost for good."));
  CHECK(world.store->desk().device(phone.identity().device_id)->device.wipe ==
        WipeOrder::none);  // asked, not done
  page = world.ada.follow(path + "/wipe", {{"when", "drained"}});
  CHECK(says(page, "The order is given."));
  CHECK(
      says(page, "ordered to erase itself once it has sent everything. The device has not confirmed it yet"));
  CHECK(world.last().action == "wipe_ordered");
  CHECK(world.last().detail == "drained");
  CHECK(says(world.ada.follow(path + "/keep"), "taken back"));
  CHECK(world.store->desk().device(phone.identity().device_id)->device.wipe == WipeOrder::none);

  world.ada.follow(path + "/wipe", {{"when", "now"}});
  auto last = phone.request();
  last.wiped = true;
  phone.send(last);
  page = world.ada.get(path);
  CHECK(says(page, "The device confirmed on Mon 2 Mar 2026, 12:00 that it erased everything."));
  CHECK_FALSE(says(page, "Erase what it holds"));
  CHECK(says(world.ada.get("/admin/devices"), "Out of service"));

  auto tablet = world.enroll(world.ana, "Ana's tablet");
  const auto tablet_path = "/admin/devices/" + tablet.identity().device_id;
  page = world.ada.get(tablet_path + "/revoke");
  CHECK(says(page, "Revoke Ana's tablet?"));
  CHECK(says(page, "This cannot be taken back."));
  CHECK(says(world.ada.follow(tablet_path + "/revoke"), "It is revoked: its next contact is refused."));
  CHECK(world.store->desk().device(tablet.identity().device_id)->device.revoked_at == world.clock.now());
  CHECK(world.ada.get(tablet_path + "/revoke").status == 303);
  CHECK(world.ada.post("/admin/devices/" + world.rid() + "/revoke").status == 404);
}

TEST_CASE("edits put aside can be looked through by kind and person") {
  AdminWorld world;
  CHECK(says(world.ada.get("/admin/conflicts"), "Nothing is put aside: every edit that arrived went in."));
  auto phone = world.enroll(world.ana, "phone");
  auto wrong = entry_at(world.ana.person_id, noon_ms - 2 * hour_ms, 30);
  wrong.ends_at = wrong.starts_at - Millis{1};
  REQUIRE(phone.push(first(world, RecordType::entry, world.rid(), to_json(wrong))).status ==
          OpStatus::invalid);
  world.clock.pass(Millis{20 * minute_ms});
  auto page = world.ada.get("/admin/conflicts");
  CHECK(says(page, "Ana Refused Entry end_before_start 1 20 min"));
  CHECK(says(page, "Ana on phone Refused Entry end_before_start (ends_at) 20 min"));
  CHECK(says(world.ada.get("/admin/conflicts?kind=held"), "Nothing of that kind."));
  CHECK(says(world.ada.get("/admin/conflicts?person=" + world.ben.person_id), "Nothing of that kind."));
}

TEST_CASE("the lists of a large agency come in parts under 60 KB, and are searched") {
  AdminWorld world;
  for (int i = 0; i < 120; ++i) {
    const auto person =
        world.add(fmt::format("Maria-Magdalena Featherstone {:03}", i), Role::specialist, "north");
    world.enroll(person, fmt::format("Phone number {:03} of the agency", i));
  }
  auto ben = world.enroll(world.ben, "Ben's phone");
  for (int batch = 0; batch < 3; ++batch) {
    std::vector<Op> theirs;
    for (int i = 0; i < 50; ++i) theirs.push_back(new_entry(world, world.ana.person_id, noon_ms, 10));
    ben.push(theirs);
  }
  for (int i = 0; i < 120; ++i) {
    KnownPlace place;
    place.name = fmt::format("The branch library of district {:03}", i);
    place.kind = Place::library;
    place.lat = 42 + i * 0.001;
    place.lon = -73;
    place.radius_m = 80;
    REQUIRE(world.desk.save_place(place, {}));
  }
  world.clock.pass(Millis{80 * hour_ms});
  PageVisitor ada(world, world.admin.person_id);
  for (const auto* address : {"/admin/people", "/admin/devices", "/admin/conflicts", "/admin/places"}) {
    INFO(address);
    const auto page = ada.get(address);
    CHECK(page.status == 200);
    CHECK(page.body.size() < 60'000);
    CHECK(says(page, "Page 1 of "));
    CHECK(page.body.find("‹ Before") == std::string::npos);
    CHECK(page.body.find(fmt::format("href=\"{}?page=2\"", address)) != std::string::npos);
    const auto last = ada.get(std::string(address) + "?page=99999999999999999999");
    CHECK(last.body.find("More ›") == std::string::npos);
    CHECK(last.body != page.body);
    CHECK(ada.get(std::string(address) + "?page=-1").body.find("‹ Before") == std::string::npos);
  }
  // Each is in exactly one part.
  std::size_t devices = 0;
  for (int part = 1; part <= 3; ++part) {
    const auto page = ada.get("/admin/devices?page=" + std::to_string(part)).body;
    for (auto at = page.find("Phone number "); at != std::string::npos;
         at = page.find("Phone number ", at + 1))
      ++devices;
  }
  CHECK(devices == 120);

  CHECK(says(ada.get("/admin/people"), "126 people"));
  const auto found = ada.get("/admin/people?search=STONE%20011");
  CHECK(says(found, "1 person"));
  CHECK(says(found, "Maria-Magdalena Featherstone 011"));
  CHECK(found.body.find("Featherstone 012") == std::string::npos);
  CHECK(found.body.find("value=\"STONE 011\"") != std::string::npos);
  // What was searched for stays on the way to the other parts, whatever it is.
  CHECK(ada.get("/admin/people?search=NORTH").body.find("/admin/people?search=NORTH&amp;page=2") !=
        std::string::npos);
  CHECK(says(ada.get("/admin/people?search=%22%3E%3Cb"), "Nobody is found by that."));
  CHECK(ada.get("/admin/people?search=%ff%00").body == ada.get("/admin/people").body);  // no text at all
  CHECK(says(ada.get("/admin/devices?search=number%20007"), "1 device"));
  CHECK(says(ada.get("/admin/devices?search=nowhere"), "No device is found by that."));
}

TEST_CASE("places are kept, and what is wrong with one stands beside its field") {
  AdminWorld world;
  CHECK(says(world.ada.get("/admin/places"), "No place is known yet."));
  const PageVisitor::Fields good = {
      {"name", "North Library"}, {"kind", "library"}, {"lat", "43.1"}, {"lon", "-75.2"}, {"radius_m", "80"}};
  const auto with = [&](const char* name, const char* value) {
    auto fields = good;
    for (auto& [field, text] : fields)
      if (field == name) text = value;
    return fields;
  };
  shown_again(world.ada.post("/admin/places", with("lat", "north")), "north", "Give degrees north");
  shown_again(world.ada.post("/admin/places", with("lat", "95")), "95", "lat");
  shown_again(world.ada.post("/admin/places", with("radius_m", "1")), "1", "radius_m");
  CHECK(world.ada.post("/admin/places", with("kind", "own_home")).status == 422);
  CHECK(says(world.ada.follow("/admin/places", good), "North Library is saved"));
  const auto id = world.desk.places().at(0).id;
  CHECK(
      says(world.ada.follow("/admin/places/" + id, with("name", "Library North")), "Library North is saved"));
  CHECK(world.desk.places().at(0).name == "Library North");
  CHECK(world.ada.post("/admin/places/" + world.rid(), good).status == 404);
  CHECK(says(world.ada.follow("/admin/places/" + id + "/remove"), "The place is removed"));
  CHECK(world.last().action == "place_deleted");
}

TEST_CASE("holidays are added and taken back") {
  AdminWorld world;
  CHECK(says(world.ada.get("/admin/holidays"), "None lies ahead."));
  shown_again(world.ada.post("/admin/holidays", {{"date", "2026-02-30"}}), "2026-02-30", "year-month-day");
  auto page = world.ada.follow("/admin/holidays", {{"date", "2026-12-25"}});
  CHECK(says(page, "Fri 25 Dec 2026 is a holiday: nobody is scheduled."));
  CHECK(world.desk.holidays().size() == 1);
  page = world.ada.follow("/admin/holidays/remove", {{"date", "2026-12-25"}});
  CHECK(says(page, "is an ordinary day."));
  CHECK(world.desk.holidays().empty());
  auto phone = world.enroll(world.lena);
  REQUIRE(phone.push(approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved)).status ==
          OpStatus::head);
  shown_again(world.ada.post("/admin/holidays", {{"date", "2026-02-25"}}), "2026-02-25", "already approved");
}

TEST_CASE("a policy is shown for what it would change before it is set, and nothing typed is lost") {
  AdminWorld world;
  REQUIRE(world.store->set_schedule(world.ana.person_id, date("2026-01-05"), {300, 300, 0, 0, 0, 0, 0}, {}));
  auto phone = world.enroll(world.ana);
  REQUIRE(phone.push(new_entry(world, world.ana.person_id, noon_ms - 7 * day_ms - 4 * hour_ms, 300)).status ==
          OpStatus::head);
  PageVisitor::Fields fields = {{"effective_from", "2026-02-23"},    {"minimum_percent", "60"},
                                {"recommended_percent", "65"},       {"no_show_cap_minutes", "30"},
                                {"employer_contacts_per_week", "6"}, {"caseload_max", "20"},
                                {"running_cap_hours", "12"},         {"retention_years", "7"},
                                {"programs", "pros, act, core_psr"}, {"fidelity_anchors", "30, 40, 50, 65"},
                                {"commute_is_work", "no"},           {"return_travel_counts", "yes"},
                                {"staff_training_counts", "no"},     {"remote_contact_counts", "yes"},
                                {"satellite_service_counts", "no"},  {"tag_participant_homes", "no"}};
  const auto set = [&](const char* name, const char* value) {
    for (auto& [field, text] : fields)
      if (field == name) text = value;
  };
  const auto seq = world.store->health().seq;
  auto page = world.ada.post("/admin/policy/preview", fields);
  CHECK(page.status == 200);
  INFO(words_of(page));
  CHECK(says(page, "Minimum, percent: 50 → 60"));
  CHECK(
      says(page, "It reaches 1 recorded week. The standing would change in 1 week , the share in 0 weeks."));
  CHECK(says(page, "Meets minimum Below 1"));
  CHECK(page.body.find("formaction=\"/admin/policy\"") != std::string::npos);
  CHECK(page.body.find("value=\"60\"") != std::string::npos);
  CHECK(world.store->health().seq == seq);

  set("minimum_percent", "sixty");
  shown_again(world.ada.post("/admin/policy/preview", fields), "sixty", "whole number");
  set("minimum_percent", "60");
  set("fidelity_anchors", "65, 50, 40, 30");
  shown_again(world.ada.post("/admin/policy", fields), "65, 50, 40, 30", "from the lowest to the highest");
  set("fidelity_anchors", "30, 40, 50, 65");
  set("effective_from", "");
  CHECK(says(world.ada.post("/admin/policy/preview", fields), "year-month-day"));
  set("effective_from", "2026-02-23");
  CHECK(world.store->health().seq == seq);

  page = world.ada.follow("/admin/policy", fields);
  CHECK(says(page, "The policy from Mon 23 Feb 2026 on is set."));
  CHECK(says(page, "Mon 23 Feb 2026 In force 60 % and 65 %"));
  CHECK(world.last().detail == "from 2026-02-23: minimum_percent 50 to 60");
  CHECK(world.store->person_week({world.ana.person_id}, world.ana.person_id, date("2026-02-23"))
            ->tally.standing == Standing::below);
  CHECK(says(world.ada.post("/admin/policy/preview", fields), "Nothing: every value is as it is already."));
  page = world.ada.get("/admin/policy?from=2000-01-01");
  CHECK(page.body.find("value=\"2000-01-01\"") != std::string::npos);
  // One that has begun is edited; one that has not can be taken back.
  CHECK(world.ada.post("/admin/policy/remove", {{"from", "2026-02-23"}}).status == 403);
  set("effective_from", "2026-03-09");
  set("minimum_percent", "55");
  CHECK(says(world.ada.follow("/admin/policy", fields), "Mon 9 Mar 2026 Planned 55 % and 65 %"));
  CHECK(says(world.ada.follow("/admin/policy/remove", {{"from", "2026-03-09"}}), "The policy is removed"));
  CHECK(world.ada.post("/admin/policy/remove", {{"from", "2026-03-09"}}).status == 404);
  set("effective_from", "2026-02-23");
  set("minimum_percent", "58");
  CHECK(world.ada.post("/admin/policy/remove", {{"from", "then"}}).status == 400);

  auto lenas = world.enroll(world.lena);
  REQUIRE(lenas.push(approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved)).status ==
          OpStatus::head);
  page = world.ada.post("/admin/policy/preview", fields);
  CHECK(says(page,
             "It reaches 1 week that is approved, so it would be refused: the first is Ana’s week of Mon 23 "
             "Feb 2026."));
  CHECK(page.body.find("formaction=\"/admin/policy\"") == std::string::npos);
  shown_again(world.ada.post("/admin/policy", fields), "2026-02-23", "already approved");
}

TEST_CASE("backups, trail and storage tell nothing from zero") {
  AdminWorld world;
  auto page = world.ada.get("/admin/backups");
  CHECK(says(page, "No verified backup was made yet."));
  REQUIRE(world.store->backup(world.directory / "monday.db", {world.admin.person_id, {}}));
  page = world.ada.get("/admin/backups");
  CHECK(says(page, "The last verified one was made just now. Fine"));
  CHECK(says(page, "Everything that ever arrived is in a verified backup."));
  CHECK(says(page, "Ada"));
  CHECK(says(page, "monday.db"));

  page = world.ada.get("/admin/audit?search=monday");
  CHECK(says(page, "Ada Backup made"));
  CHECK_FALSE(says(page, "Older ones"));
  CHECK(says(world.ada.get("/admin/audit?action=device_revoked"), "Nothing of that kind is in the trail."));
  CHECK(world.ada.get("/admin/audit?from=yesterday").status == 422);
  CHECK(says(world.ada.get("/admin/audit?to=2026-03-01"), "Nothing of that kind"));
  for (int i = 0; i < 60; ++i) REQUIRE(world.store->create_code(world.ana.person_id, 60, {}));
  page = world.ada.get("/admin/audit?action=code_made");
  const auto older = between(page.body, "href=\"/admin/audit?before=", "\"");
  CHECK(older.ends_with("action=code%5Fmade"));
  CHECK(says(page, "Older ones"));

  page = world.ada.get("/admin/storage");
  CHECK(says(page, "People 6"));
  CHECK(says(page, "Devices ever enrolled 0"));
  CHECK(says(page, "Policy 1"));
}

}  // namespace waymark::server::test
