// Every route of the admin, and who may ask for it.
#include <catch2/catch.hpp>

#include "syncserver/store/admin_desk.h"
#include "tests/syncserver/web/page_visitor.h"

namespace waymark::server::test {

namespace {

/// The route's pattern with ids that exist where there are any.
std::string path_for(const WebWorld& world, const std::string& pattern, const std::string& device,
                     const std::string& place) {
  auto path = pattern;
  const auto id = path.find("{id}");
  if (id == std::string::npos) return path;
  const auto& what = pattern.starts_with("/admin/people")   ? world.ana.person_id
                     : pattern.starts_with("/admin/places") ? place
                                                            : device;
  return path.replace(id, 4, what);
}

}  // namespace

TEST_CASE("every admin page is for admins alone, and no form is taken without its token") {
  WebWorld world;
  auto phone = world.enroll(world.ana);
  KnownPlace library;
  library.name = "Library";
  const auto place = world.store->desk().save_place(library, {});
  REQUIRE(place);
  PageVisitor nobody(world, ""), specialist(world, world.ana.person_id), lead(world, world.lena.person_id),
      admin(world, world.admin.person_id);
  const auto seq = world.store->health().seq;
  int gets = 0, posts = 0;
  for (const auto& [method, pattern] : world.router.routes()) {
    if (!pattern.starts_with("/admin")) continue;
    const auto path = path_for(world, pattern, phone.identity().device_id, place->id);
    INFO(method << ' ' << path);
    if (method == "GET") {
      ++gets;
      CHECK(nobody.get(path).status == 303);
      CHECK(header_of(nobody.get(path), "Location").starts_with("/sign-in?next="));
      CHECK(specialist.get(path).status == 403);
      CHECK(lead.get(path).status == 403);
      const auto status = admin.get(path).status;
      const bool needs_choice = pattern.ends_with("/wipe");  // which way is a part of the address
      CHECK(status == (needs_choice ? 400 : 200));
    } else {
      ++posts;
      CHECK(nobody.post(path).status == 303);
      CHECK(specialist.post(path).status == 403);
      CHECK(lead.post(path).status == 403);
      CHECK(admin.post_without_token(path).status == 403);
    }
  }
  CHECK(gets >= 16);
  CHECK(posts >= 18);
  CHECK(world.store->health().seq == seq);
  CHECK_FALSE(world.store->desk().device(phone.identity().device_id)->device.revoked_at);
  CHECK_FALSE(world.store->person(world.ana.person_id)->disabled);
}

TEST_CASE("every admin page is whole, small, and loads nothing from anywhere") {
  WebWorld world;
  auto phone = world.enroll(world.ana);
  PageVisitor admin(world, world.admin.person_id);
  for (const auto& path :
       {std::string("/admin"), std::string("/admin/people"), std::string("/admin/people/new"),
        "/admin/people/" + world.ana.person_id, std::string("/admin/devices"),
        "/admin/devices/" + phone.identity().device_id, std::string("/admin/enrol"),
        std::string("/admin/conflicts"), std::string("/admin/places"), std::string("/admin/policy"),
        std::string("/admin/holidays"), std::string("/admin/backups"), std::string("/admin/audit"),
        std::string("/admin/storage")}) {
    INFO(path);
    const auto page = admin.get(path);
    CHECK(page.status == 200);
    CHECK(page.body.size() < 60'000);
    CHECK(page.body.find("{{") == std::string::npos);
    CHECK(page.body.find("<script") == std::string::npos);
    CHECK(page.body.find(" style=") == std::string::npos);
    CHECK(page.body.find("src=\"http") == std::string::npos);
    CHECK(page.body.find("<h1") != std::string::npos);
    CHECK(page.body.find("aria-current=\"page\"") != std::string::npos);
    CHECK(header_of(page, "Content-Security-Policy").starts_with("default-src 'none'; style-src 'self';"));
  }
  CHECK(admin.get("/admin/devices/" + world.rid()).status == 404);
  CHECK(admin.get("/admin/people/" + world.rid()).status == 404);
  CHECK(admin.get("/admin/places/nonsense").status == 404);
}

TEST_CASE("what people are called is escaped, and notes and participants are nowhere") {
  WebWorld world;
  const auto odd = world.add("<b>Odd & \"sons\"</b>", Role::specialist, "north");
  auto phone = world.enroll(odd, "<i>phone</i>");
  auto tablet = world.enroll(odd, "tablet");
  const auto participant = participant_op(world, odd.person_id);
  REQUIRE(phone.push(participant).status == OpStatus::head);
  auto entry = entry_at(odd.person_id, noon_ms - 3 * hour_ms, 60);
  entry.note = "Quentin Quux told me";
  entry.participant_id = participant.rid;
  const auto op = first(world, RecordType::entry, world.rid(), to_json(entry));
  REQUIRE(phone.push(op).status == OpStatus::head);
  entry.note = "Quentin Quux did not";
  REQUIRE(phone.push(edit(world, op, to_json(entry))).status == OpStatus::head);
  entry.note = "Quentin Quux again";
  REQUIRE(tablet.push(edit(world, op, to_json(entry))).status == OpStatus::conflict);
  PageVisitor admin(world, world.admin.person_id);
  for (const auto* path : {"/admin/people", "/admin/devices", "/admin/conflicts", "/admin/audit"}) {
    INFO(path);
    const auto page = admin.get(path);
    CHECK(page.body.find("<b>Odd") == std::string::npos);
    CHECK(page.body.find("<i>phone") == std::string::npos);
    CHECK(page.body.find("Quentin") == std::string::npos);
    CHECK(page.body.find(participant.rid) == std::string::npos);
    CHECK(says(page, "<b>Odd & \"sons\"</b>"));
  }
  CHECK(says(admin.get("/admin/conflicts"), "In conflict Entry"));
}

}  // namespace waymark::server::test
