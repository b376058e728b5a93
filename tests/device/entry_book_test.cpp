// Start, switch, stop, undo, and tags that arrive later (ui.md, Now).
#include <catch2/catch.hpp>

#include "shared/records/record_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

LocationTag fix(double lat = 42.65) {
  LocationTag tag;
  tag.at = day_one;
  tag.lat = lat;
  tag.lon = -73.75;
  tag.accuracy_m = 8;
  return tag;
}

Entry travel(Instant starts_at) {
  auto entry = running_visit(starts_at);
  entry.activity = Activity::travel;
  entry.place.reset();
  entry.contact.reset();
  entry.from_place = Place::program_site;
  entry.to_place = Place::employer_site;
  return entry;
}

}  // namespace

TEST_CASE("A start fills what only the phone knows") {
  Phone phone;
  Entry entry;
  entry.activity = Activity::documentation;
  entry.starts_at = day_one - 5 * minute;
  const auto started = phone.book().start(entry);
  REQUIRE(started);
  CHECK(is_uuid(started->entry.id));
  CHECK(started->entry.specialist_id == ana);
  CHECK(started->entry.recorded_at == day_one);
  CHECK((*phone.records().running_entry())->record == started->entry);
}

TEST_CASE("Before enrolment nothing can be started, and a sentence says why") {
  Phone phone(1, false);
  Entry entry;
  entry.starts_at = day_one;
  const auto started = phone.book().start(entry);
  REQUIRE_FALSE(started);
  CHECK(started.error().code == ErrorCode::unauthorized);
}

TEST_CASE("A switch ends what runs at the very instant the new entry starts, in one go") {
  Phone phone;
  const auto first = phone.book().start(travel(day_one));
  const auto second = phone.book().switch_to(running_visit(day_one + 20 * minute));
  REQUIRE(second);
  REQUIRE(second->ended);
  CHECK(second->ended->id == first->entry.id);
  CHECK(second->ended->ends_at == day_one + 20 * minute);
  CHECK_FALSE(second->cut);
  CHECK(phone.records().running_entries()->size() == 1);
  CHECK(phone.store->counts()->waiting == 3);
}

TEST_CASE("A switch to before the running entry's start is refused whole") {
  Phone phone;
  REQUIRE(phone.book().start(travel(day_one)));
  const auto refused = phone.book().switch_to(running_visit(day_one - minute));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::end_before_start);
  CHECK(refused.error().field == "starts_at");
  CHECK(phone.records().running_entries()->size() == 1);
  CHECK(phone.store->counts()->waiting == 1);
}

TEST_CASE("An entry forgotten over the weekend does not keep anyone from starting on Monday") {
  Phone phone;
  const auto forgotten = phone.book().start(running_visit(day_one));
  phone.clock.pass(66 * hour);
  const auto monday = phone.book().switch_to(travel(day_one + 66 * hour));
  REQUIRE(monday);
  CHECK(monday->cut);
  CHECK(phone.entry(forgotten->entry.id).record.ends_at == day_one + 24 * hour);
}

TEST_CASE("Only a running entry can be stopped") {
  Phone phone;
  const auto started = phone.book().start(running_visit(day_one));
  REQUIRE(phone.book().stop(started->entry.id, day_one + hour));
  const auto again = phone.book().stop(started->entry.id, day_one + 2 * hour);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::not_found);
  CHECK(phone.entry(started->entry.id).record.ends_at == day_one + hour);
}

TEST_CASE("Undo of a start deletes the entry; the server hears of both") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto started = phone.book().start(running_visit(day_one));
  const auto undone = phone.book().undo_last();
  REQUIRE(undone);
  CHECK(*undone == std::vector{started->entry.id});
  CHECK_FALSE(*phone.records().running_entry());
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(server.op(server.record(started->entry.id).head)->op.deleted);
}

TEST_CASE("Undo of a switch brings back the running entry, and a second undo takes back its start") {
  Phone phone;
  const auto first = phone.book().start(travel(day_one));
  const auto second = phone.book().switch_to(running_visit(day_one + 20 * minute));
  REQUIRE(phone.book().undo_last());
  CHECK((*phone.records().running_entry())->record == first->entry);
  CHECK(phone.entry(second->entry.id).deleted);
  REQUIRE(phone.book().undo_last());
  CHECK(phone.records().running_entries()->empty());
  CHECK_FALSE(*phone.book().can_undo());
  CHECK_FALSE(phone.book().undo_last());
}

TEST_CASE("Undo survives a restart of the app") {
  Phone phone;
  const auto started = phone.book().start(running_visit(day_one));
  REQUIRE(phone.book().stop(started->entry.id, day_one + hour));
  phone.reopen();
  REQUIRE(*phone.book().can_undo());
  REQUIRE(phone.book().undo_last());
  CHECK(phone.entry(started->entry.id).record.running());
}

TEST_CASE("An action is not taken back over an edit made since") {
  Phone phone;
  const auto started = phone.book().start(running_visit(day_one));
  REQUIRE(phone.book().stop(started->entry.id, day_one + hour));
  REQUIRE(phone.store->set_deleted(started->entry.id, true));
  CHECK_FALSE(*phone.book().can_undo());
  const auto undone = phone.book().undo_last();
  REQUIRE_FALSE(undone);
  CHECK(undone.error().code == ErrorCode::not_found);
}

TEST_CASE("A fix that arrives after the start is an edit of its own, and does not stand in the way of Undo") {
  Phone phone;
  const auto first = phone.book().start(travel(day_one));
  const auto second = phone.book().switch_to(running_visit(day_one + 20 * minute));
  REQUIRE(phone.book().attach_tag(first->entry.id, TagEnd::start, fix()));
  REQUIRE(phone.book().attach_tag(first->entry.id, TagEnd::end, fix()));
  REQUIRE(phone.book().attach_tag(second->entry.id, TagEnd::start, fix()));
  CHECK(phone.entry(second->entry.id).record.has_fix());
  REQUIRE(phone.book().undo_last());
  const auto back = phone.entry(first->entry.id).record;
  CHECK(back.running());
  CHECK(back.start_tag == fix());  // it belongs to the start, which stands
  CHECK_FALSE(back.end_tag);       // it belonged to the end, which was taken back
  CHECK(phone.entry(second->entry.id).deleted);
}

TEST_CASE("What arrives together is one change, and an entry that is gone does not cost another its tag") {
  Phone phone;
  const auto first = phone.book().start(travel(day_one));
  const auto second = phone.book().switch_to(running_visit(day_one + 20 * minute));
  int changes = 0;
  phone.store->set_listener([&](const StoreChange&) { ++changes; });
  const auto both = phone.book().attach_tags({{first->entry.id, TagEnd::end, fix()},
                                              {numbered_id(1), TagEnd::start, fix()},
                                              {second->entry.id, TagEnd::start, fix()}});
  REQUIRE(both);
  CHECK(changes == 1);
  CHECK(phone.entry(first->entry.id).record.end_tag == fix());
  CHECK(phone.entry(second->entry.id).record.start_tag == fix());

  const auto none = phone.book().attach_tags({{numbered_id(1), TagEnd::start, fix()}});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::not_found);
  CHECK(changes == 1);
  phone.store->set_listener({});
}

TEST_CASE("A deleted entry takes no tag") {
  Phone phone;
  const auto started = phone.book().start(running_visit(day_one));
  REQUIRE(phone.book().undo_last());
  const auto tagged = phone.book().attach_tag(started->entry.id, TagEnd::start, fix());
  REQUIRE_FALSE(tagged);
  CHECK(tagged.error().code == ErrorCode::not_found);
  CHECK_FALSE(phone.book().attach_tag(numbered_id(1), TagEnd::start, fix()));
}

TEST_CASE("A fix that arrived while the editor was open is not lost by saving") {
  Phone phone;
  auto edited = phone.book().start(running_visit(day_one))->entry;
  REQUIRE(phone.book().attach_tag(edited.id, TagEnd::start, fix()));
  edited.note = "talked to the manager";
  REQUIRE(phone.book().put(edited));
  CHECK(phone.entry(edited.id).record.start_tag == fix());
  CHECK(phone.entry(edited.id).record.note == "talked to the manager");
}

TEST_CASE("No coordinates are kept at a home") {
  Phone phone;
  auto home = running_visit(day_one);
  home.activity = Activity::engagement;
  SECTION("known at the start") {
    home.place = Place::participant_home;
  }
  SECTION("the specialist's own") {
    home.place = Place::own_home;
  }
  const auto started = phone.book().start(home);
  REQUIRE(phone.book().attach_tag(started->entry.id, TagEnd::start, fix()));
  const auto tag = phone.entry(started->entry.id).record.start_tag;
  REQUIRE(tag);
  CHECK(tag->absent == TagAbsence::private_place);
  CHECK(tag->lat == 0);
}

TEST_CASE("A place that turns out to be a home takes the coordinates away, also from the history") {
  Phone phone;
  auto entry = running_visit(day_one);
  entry.activity = Activity::engagement;
  entry.place.reset();
  entry = phone.book().start(entry)->entry;
  REQUIRE(phone.book().attach_tag(entry.id, TagEnd::start, fix()));
  entry = phone.entry(entry.id).record;
  entry.place = Place::participant_home;
  REQUIRE(phone.book().put(entry));
  CHECK(phone.entry(entry.id).record.start_tag->absent == TagAbsence::private_place);
  const auto versions = phone.records().versions(entry.id);
  for (const auto& version : *versions) CHECK_FALSE(read_stored<Entry>(version.body, entry.id)->has_fix());
  // Nor do they leave the phone with the edits that were made before.
  const auto batch = phone.store->sync_side().next_batch(9, max_sync_bytes);
  REQUIRE(batch->ops.size() == 3);
  for (const auto& op : batch->ops) CHECK(op.find("42.65") == std::string::npos);
}

TEST_CASE("An edit that may be at the server is sent again byte for byte") {
  Phone phone;
  auto entry = phone.book().start(running_visit(day_one))->entry;
  REQUIRE(phone.book().attach_tag(entry.id, TagEnd::start, fix()));
  const auto sent = phone.store->sync_side().next_batch(9, max_sync_bytes)->ops;
  REQUIRE(sent.size() == 2);
  entry = phone.entry(entry.id).record;
  entry.place = Place::own_home;
  REQUIRE(phone.book().put(entry));
  const auto again = phone.store->sync_side().next_batch(9, max_sync_bytes)->ops;
  REQUIRE(again.size() == 3);
  CHECK(again[0] == sent[0]);
  CHECK(again[1] == sent[1]);
  CHECK(again[2].find("42.65") == std::string::npos);
}

TEST_CASE("Coordinates of a home do not get in by any other way either") {
  Phone phone;
  auto home = running_visit(day_one);
  home.place = Place::own_home;
  home.start_tag = fix();
  REQUIRE(phone.store->edit(RecordType::entry, numbered_id(1), to_json(home)));
  CHECK(phone.entry(numbered_id(1)).record.start_tag->absent == TagAbsence::private_place);
  const auto batch = phone.store->sync_side().next_batch(9, 9999);
  REQUIRE(batch->ops.size() == 1);
  CHECK(batch->ops.front().find("42.65") == std::string::npos);
}

TEST_CASE("The policy may allow coordinates at participants' homes, never at one's own") {
  Phone phone;
  FakeServer server(phone.clock);
  Policy policy;
  policy.time_zone = "America/New_York";
  policy.tag_participant_homes = true;
  server.put(RecordType::policy, numbered_id(50), to_json(policy));
  REQUIRE(sync(phone, server).state == SessionState::done);
  auto commute = travel(day_one);
  commute.from_place = Place::own_home;
  commute.to_place = Place::participant_home;
  const auto id = phone.book().start(commute)->entry.id;
  REQUIRE(phone.book().attach_tag(id, TagEnd::start, fix()));
  REQUIRE(phone.book().stop(id, day_one + 10 * minute));
  REQUIRE(phone.book().attach_tag(id, TagEnd::end, fix()));
  CHECK_FALSE(phone.entry(id).record.start_tag->is_fix());
  CHECK(phone.entry(id).record.end_tag->is_fix());
}

TEST_CASE("A removed tag is gone from the entry, its history and what Undo would bring back") {
  Phone phone;
  const auto id = phone.book().start(running_visit(day_one))->entry.id;
  REQUIRE(phone.book().attach_tag(id, TagEnd::start, fix()));
  REQUIRE(phone.book().stop(id, day_one + hour));
  REQUIRE(phone.book().remove_tag(id, TagEnd::start));
  CHECK_FALSE(phone.entry(id).record.start_tag);
  const auto versions = phone.records().versions(id);
  for (const auto& version : *versions) CHECK_FALSE(read_stored<Entry>(version.body, id)->has_fix());
  REQUIRE(phone.book().undo_last());
  CHECK(phone.entry(id).record.running());
  CHECK_FALSE(phone.entry(id).record.start_tag);
}

TEST_CASE("Several entries saved as one action are undone as one, or saved not at all") {
  Phone phone;
  auto one = phone.book().put(visit(day_one))->entry;
  auto two = phone.book().put(visit(day_one + 30 * minute))->entry;
  const auto before = one;
  one.ends_at = two.starts_at;
  SECTION("trimmed and undone") {
    two.note = "trimmed";
    REQUIRE(phone.book().put_all({one, two}));
    CHECK(phone.entry(one.id).record.ends_at == two.starts_at);
    REQUIRE(phone.book().undo_last());
    CHECK(phone.entry(one.id).record == before);
    CHECK(phone.entry(two.id).record.note.empty());
  }
  SECTION("one of them is wrong") {
    two.ends_at = two.starts_at - minute;
    CHECK_FALSE(phone.book().put_all({one, two}));
    CHECK(phone.entry(one.id).record == before);
  }
}

TEST_CASE("The history names every state an entry had here, newest first, and any can be brought back") {
  Phone phone;
  auto entry = phone.book().put(visit(day_one, "first"))->entry;
  phone.clock.pass(minute);
  entry.note = "second";
  REQUIRE(phone.book().put(entry));
  phone.clock.pass(minute);
  REQUIRE(phone.book().remove(entry.id));
  const auto versions = *phone.records().versions(entry.id);
  REQUIRE(versions.size() == 3);
  CHECK(versions[0].deleted);
  CHECK(versions[1].at == day_one + minute);
  CHECK(read_stored<Entry>(versions[2].body, entry.id)->note == "first");
  CHECK(versions[2].own);
  REQUIRE(phone.store->restore_version(entry.id, versions[2].op));
  CHECK(phone.entry(entry.id).record.note == "first");
  CHECK_FALSE(phone.entry(entry.id).deleted);
  CHECK(phone.records().versions(entry.id)->size() == 4);
}
