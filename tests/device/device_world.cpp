#include "tests/device/device_world.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <stdexcept>

#include "mobile/device/sync_side.h"

namespace waymark::device::testing {

Result<void> KeyChain::save(std::string_view name, std::string_view secret) {
  if (refuse_to_save)
    return fail(ErrorCode::cannot_open, "The key chain is locked: unlock it and try again.");
  return MemoryKeyStore::save(name, secret);
}

std::string numbered_id(int number) {
  std::array<char, 37> text{};
  std::snprintf(text.data(), text.size(), "0190b000-0000-7000-8000-%012d", number);
  return text.data();
}

Entry visit(Instant starts_at, const std::string& note) {
  auto entry = running_visit(starts_at);
  entry.ends_at = starts_at + hour;
  entry.note = note;
  return entry;
}

Entry running_visit(Instant starts_at) {
  Entry entry;
  entry.specialist_id = ana;
  entry.activity = Activity::employer_visit;
  entry.place = Place::employer_site;
  entry.contact = Contact::in_person;
  entry.starts_at = starts_at;
  entry.utc_offset_min = -300;
  entry.recorded_at = starts_at;
  return entry;
}

Phone::Phone(std::uint64_t seed, bool enrolled, const StoreOptions& store_options)
    : random(seed), options(store_options) {
  reopen();
  if (!enrolled) return;
  const Identity identity{"https://waymark.example", numbered_id(900), ana, "Ana", Role::specialist, "Agency",
                          "America/New_York"};
  if (!store->sync_side().become(identity)) throw std::runtime_error("the phone cannot be enrolled");
  (void)keys.save(device_token_key(identity.device_id), "token-of-ana");
}

void Phone::reopen() {
  store.reset();
  auto opened = DeviceStore::open(folder / "store.db", clock, random, seal, options);
  if (!opened) throw std::runtime_error(opened.error().message);
  store = std::move(*opened);
}

Stored<Entry> Phone::entry(const std::string& id) const {
  auto found = records().find<Entry>(id);
  REQUIRE(found);
  REQUIRE(*found);
  return **found;
}

}  // namespace waymark::device::testing
