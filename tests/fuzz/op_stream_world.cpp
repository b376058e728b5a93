#include "tests/fuzz/op_stream_world.h"

#include "syncserver/store/central_store.h"
#include "syncserver/store/devices.h"
#include "syncserver/store/enrolment.h"
#include "syncserver/store/people.h"
#include "syncserver/store/store_file.h"
#include "tests/fuzz/fuzz_target.h"

namespace waymark::server::fuzz {

using waymark::fuzz::must;

void CountingRandom::fill(std::span<std::uint8_t> bytes) {
  auto rest = ++count;
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, rest >>= 8)
    *byte = static_cast<std::uint8_t>(rest);
}

World::World() {
  clock.set(start_of_inputs);
  alarm_ = [this](const std::string& text) { alarms.push_back(text); };
  const auto path = folder_ / "store.db";
  must(CentralStore::init(path, {"Waymark County", "America/New_York", WeekStart::mon}, clock, random)
           .has_value(),
       "a store can be made");
  connection_ = std::make_unique<Connection>(path, Connection::Access::read_write);
  connection_->execute("PRAGMA temp_store=MEMORY");  // what savepoints write down
  const auto header = read_header(*connection_, path);
  must(header.has_value(), "a new store can be read");
  context.reset(new WriteContext{
      *connection_, random, alarm_, header->agency, header->zone, clock.now(), {}, {}, {}, {}});
  connection_->query("BEGIN IMMEDIATE").run();
  context->reload();
  add("Ana", Role::specialist, "north");
  add("Ben", Role::specialist, "north");
  add("Cid", Role::specialist, "south");
  add("Lena", Role::lead, "north");
  add("Sam", Role::lead, "south");
  add("Ada", Role::admin, "");
  policy_rid = context->rules->policies.front().id;
  end_group();
  ids_at_start_ = random.count;
}

World::~World() = default;

void World::add(const std::string& name, Role role, const std::string& team) {
  const auto person = add_person(*context, {name, role, team, "", ""}, {});
  must(person.has_value(), "a person can be added");
  const auto code = create_code(*context, person->person_id, 60, {});
  must(code.has_value(), "a code can be made");
  const auto token = name + std::string(43 - name.size(), 'x');
  const auto enrolled = enroll(*context, {code->code, token, name + "'s phone", "test", "1.0.0"});
  must(enrolled.has_value(), "a device can be enrolled");
  const auto device = find_device(*connection_, enrolled->device_id);
  const auto* member = context->directory.find(person->person_id);
  must(device && member, "a device and its person are known");
  people.push_back({person->person_id, member->n, *device, role});
}

void World::begin_input() {
  clock.set(start_of_inputs);
  random.count = ids_at_start_;
  alarms.clear();
  connection_->query("SAVEPOINT input").run();
  context->now = clock.now();
  context->tallies.forget();
  context->reload();
}

void World::end_input() {
  connection_->query("ROLLBACK TO input").run();
  connection_->query("RELEASE input").run();
}

OpResult World::take_in(const ReceivedOp& received, const Someone& someone) {
  Author author;
  author.person = someone.person;
  author.device = someone.device;
  return OpAcceptance(*context).accept(prepare(received, context->rules, context->now), author);
}

void World::end_group() {
  context->tallies.retally(*connection_, context->entries, *context->rules, context->now, alarm_);
  context->now = clock.now();
}

}  // namespace waymark::server::fuzz
