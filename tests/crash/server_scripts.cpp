#include "tests/crash/server_scripts.h"

#include <fmt/format.h>

#include <stdexcept>

#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "tests/syncserver/store/older_store.h"

namespace waymark::test {

using namespace server;

namespace {

constexpr auto hour = std::chrono::hours{1};
const Date monday{std::chrono::year{2026} / 3 / 2};
const Date next_monday{std::chrono::year{2026} / 3 / 9};

std::string rid(int number) {
  return fmt::format("0190b000-0000-7000-8000-{:012}", number);
}
std::string op_id(int number) {
  return fmt::format("0190c000-0000-4000-8000-{:012}", number);
}

Op first(int op, RecordType type, const std::string& record, std::string body) {
  Op made;
  made.op = op_id(op);
  made.rid = record;
  made.type = type;
  made.body = std::move(body);
  return made;
}

/// An edit by someone who knew these ops.
Op edit(int op, Op before, std::string body, const std::vector<int>& known) {
  before.op = op_id(op);
  before.body = std::move(body);
  before.parents.clear();
  for (const int parent : known) before.parents.push_back(op_id(parent));
  before.anc = before.parents;
  return before;
}

std::string entry_body(ServerSession& session, const std::string& name, Instant starts_at, int minutes) {
  Entry entry;
  entry.specialist_id = session.person(name);
  entry.activity = Activity::engagement;
  entry.place = Place::library;
  entry.contact = Contact::in_person;
  entry.starts_at = starts_at;
  entry.ends_at = starts_at + std::chrono::minutes{minutes};
  entry.utc_offset_min = -300;
  entry.recorded_at = starts_at;
  return to_json(entry);
}

Op entry(ServerSession& session, int number, const std::string& name = "Ana") {
  return first(number, RecordType::entry, rid(number),
               entry_body(session, name, monday_noon - number * hour, 30));
}

Op week(ServerSession& session, int op) {
  WeekRecord record;
  record.specialist_id = session.person("Ana");
  record.week_start = monday;
  record.state = WeekRecordState::submitted;
  return first(op, RecordType::week, week_id(record.specialist_id, monday), to_json(record));
}

Op approval(ServerSession& session, int op, ApprovalState state) {
  Approval record;
  record.specialist_id = session.person("Ana");
  record.week_start = monday;
  record.state = state;
  return first(op, RecordType::approval, approval_id(record.specialist_id, monday), to_json(record));
}

void populate(ServerSession& session) {
  bool done = session.add("Ana", Role::specialist) && session.add("Ben", Role::specialist) &&
              session.add("Lena", Role::lead) && session.add("Cid", Role::specialist);
  for (const auto* name : {"Ana", "Ben", "Lena"})
    done = done && session.make_code(name) && session.enroll(name);
  if (!done || !session.make_code("Cid")) throw std::runtime_error("the agency cannot be set up");
}

ServerStep start_again() {
  return {"close and start again", [](ServerSession& session) { return session.reopen(); }};
}

ServerStep add(const std::string& name, Role role) {
  return {"add " + name, [=](ServerSession& session) { return session.add(name, role); }};
}

Result<void> done(bool so) {
  if (so) return {};
  return fail(ErrorCode::bad_request, "It ended in another way.");
}

template <class T>
Result<void> without_value(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

ServerScript new_store() {
  return {"a new store",
          {},
          {
              {"init and open",
               [](ServerSession& session) -> Result<void> {
                 if (!std::filesystem::exists(session.path()))
                   if (auto made = session.init(); !made) return made;
                 return session.reopen();
               }},
              add("Ana", Role::specialist),
              add("Lena", Role::lead),
              {"give Lena a login",
               [](ServerSession& session) {
                 return session.store->set_login(session.person("Lena"), "lena", "hash", {});
               }},
              {"make a code", [](ServerSession& session) { return session.make_code("Ana"); }},
              {"set a schedule",
               [](ServerSession& session) {
                 return without_value(session.store->set_schedule(session.person("Ana"), monday,
                                                                  {450, 450, 450, 450, 450, 0, 0}, {}));
               }},
              start_again(),
          }};
}

ServerScript a_week() {
  return {
      "a week of syncs",
      populate,
      {
          {"two entries",
           [](ServerSession& session) {
             return session.send("Ana", {entry(session, 1), entry(session, 2)},
                                 {OpStatus::head, OpStatus::head});
           }},
          {"an edit",
           [](ServerSession& session) {
             return session.send(
                 "Ana",
                 {edit(11, entry(session, 1), entry_body(session, "Ana", monday_noon - hour, 45), {1})},
                 {OpStatus::head});
           }},
          {"an edit of the same that did not know it",
           [](ServerSession& session) {
             return session.send(
                 "Ana",
                 {edit(12, entry(session, 1), entry_body(session, "Ana", monday_noon - hour, 50), {1})},
                 {OpStatus::conflict});
           }},
          {"the conflict is settled",
           [](ServerSession& session) {
             return session.send(
                 "Ana",
                 {edit(13, entry(session, 1), entry_body(session, "Ana", monday_noon - hour, 50), {11, 12})},
                 {OpStatus::head});
           }},
          {"another's entry is refused, the rest goes in",
           [](ServerSession& session) {
             return session.send("Ben", {entry(session, 3, "Ana"), entry(session, 4, "Ben")},
                                 {OpStatus::forbidden, OpStatus::head});
           }},
          {"what was sent comes again",
           [](ServerSession& session) {
             return session.send("Ana", {entry(session, 1), entry(session, 2)},
                                 {OpStatus::head, OpStatus::head});
           }},
          {"the week is submitted",
           [](ServerSession& session) { return session.send("Ana", {week(session, 20)}, {OpStatus::head}); }},
          {"and approved",
           [](ServerSession& session) {
             return session.send("Lena", {approval(session, 21, ApprovalState::approved)}, {OpStatus::head});
           }},
          {"two late entries are held",
           [](ServerSession& session) {
             return session.send("Ana", {entry(session, 5), entry(session, 6)},
                                 {OpStatus::held, OpStatus::held});
           }},
          {"the policy of next week changes",
           [](ServerSession& session) {
             Policy policy;
             policy.effective_from = next_monday;
             policy.time_zone = "America/New_York";
             policy.commute_is_work = true;
             return without_value(
                 session.store->write_record(RecordType::policy, "", to_json(policy), false, {}));
           }},
          {"the week is returned, and the held entries go in",
           [](ServerSession& session) {
             return session.send("Lena",
                                 {edit(22, approval(session, 21, ApprovalState::returned),
                                       approval(session, 0, ApprovalState::returned).body, {21})},
                                 {OpStatus::head});
           }},
          {"one is deleted",
           [](ServerSession& session) {
             auto gone = edit(23, entry(session, 5), entry(session, 5).body, {5});
             gone.deleted = true;
             return session.send("Ana", {gone}, {OpStatus::head});
           }},
          {"verify", [](ServerSession& session) { return done(session.store->verify().ok()); }},
          start_again(),
      }};
}

ServerScript accounts() {
  return {
      "people and devices",
      populate,
      {
          {"enrol Cid", [](ServerSession& session) { return session.enroll("Cid"); }},
          {"again, because the answer was lost",
           [](ServerSession& session) { return session.enroll("Cid"); }},
          {"Ben goes to another team",
           [](ServerSession& session) {
             return session.store->move_person(session.person("Ben"), "south", next_monday, {});
           }},
          {"Ben is disabled",
           [](ServerSession& session) { return session.store->disable_person(session.person("Ben"), {}); }},
          {"and enabled",
           [](ServerSession& session) { return session.store->enable_person(session.person("Ben"), {}); }},
          {"Ana's phone is to be wiped",
           [](ServerSession& session) {
             return session.store->order_wipe(session.devices.at("Ana").device_id, WipeOrder::now, {});
           }},
          {"Ana's phone says that it is",
           [](ServerSession& session) -> Result<void> {
             SyncRequest request;
             request.device_time = session.clock.now();
             request.wiped = true;
             return without_value(session.store->sync(session.devices.at("Ana"), request));
           }},
          {"Lena's phone is revoked",
           [](ServerSession& session) {
             return session.store->revoke_device(session.devices.at("Lena").device_id, {});
           }},
          {"a team's week is read",
           [](ServerSession& session) {
             return without_value(session.store->team_week({session.person("Lena")}, monday));
           }},
          {"rows are read", [](ServerSession& session) { return session.send("Ben", {}, {}); }},
          start_again(),
      }};
}

ServerStep send(const std::string& name, int number) {
  return {name, [=](ServerSession& session) {
            return session.send("Ana", {entry(session, number)}, {OpStatus::head});
          }};
}

ServerStep restore(const std::string& name, const std::string& file) {
  return {name, [=](ServerSession& session) { return session.restore(file); }};
}

ServerScript older_store() {
  return {"an older schema",
          [](ServerSession& session) {
            populate(session);
            if (!session.send("Ana", {entry(session, 1), entry(session, 2), week(session, 20)},
                              {OpStatus::head, OpStatus::head, OpStatus::head}))
              throw std::runtime_error("no entries can be sent");
            session.close();
            server::test::make_schema_4(session.path());
          },
          {
              {"open and upgrade", [](ServerSession& session) { return session.reopen(); }},
              send("an entry on the new schema", 3),
              start_again(),
          },
          1,
          false};
}

/// Two entries in `old.db`, and one more that is not.
void prepare_backup(ServerSession& session) {
  populate(session);
  if (!session.send("Ana", {entry(session, 1), entry(session, 2)}, {OpStatus::head, OpStatus::head}) ||
      !session.store->backup(session.folder() / "old.db", {}) ||
      !session.send("Ana", {entry(session, 3)}, {OpStatus::head}))
    throw std::runtime_error("no backup can be made");
}

ServerScript backup_and_restore() {
  return {
      "backup and restore",
      prepare_backup,
      {
          // The first commit after the start flushes the log's name, and all others of the folder with it.
          send("an entry", 4),
          {"a backup", [](ServerSession& session) { return session.back_up(); }},
          send("an entry after it", 5),
          restore("the older backup is restored and opened", "old.db"),
          send("an entry after that", 6),
          start_again(),
      }};
}

ServerScript restored_over_a_log() {
  return {"a restore over a killed server's store",
          prepare_backup,
          {
              send("an entry", 4),
              {"the backup is restored, with that entry in the log alone",
               [](ServerSession& session) {
                 if (session.is_open()) session.close_with_log();
                 return session.restore("old.db");
               }},
              send("an entry after that", 5),
              start_again(),
          }};
}

ServerScript restored_from_a_log() {
  return {"a restore of a killed server's store",
          [](ServerSession& session) {
            prepare_backup(session);
            for (const std::string log : {"", "-wal"})
              std::filesystem::copy_file(session.path().string() + log,
                                         (session.folder() / "killed.db").string() + log);
          },
          {
              send("an entry", 4),
              restore("the other server's store is restored", "killed.db"),
              send("an entry after that", 5),
              start_again(),
          }};
}

ServerScript restored_with_a_journal() {
  return {"a restore with a journal",
          [](ServerSession& session) {
            prepare_backup(session);
            session.close();
            session.journal = session.folder() / "journal";
            StoreOptions options;
            options.clock = &session.clock;
            options.random = &session.random;
            options.journal = session.journal;
            session.store = CentralStore::open(session.path(), options).value();
            if (!session.send("Ben", {entry(session, 4, "Ben")}, {OpStatus::head}))
              throw std::runtime_error("nothing comes into the journal");
          },
          {
              send("an entry that is not in the journal", 5),
              restore("the backup is restored with the journal", "old.db"),
              {"what only the journal had comes again",
               [](ServerSession& session) {
                 return session.send("Ben", {entry(session, 4, "Ben")}, {OpStatus::head});
               }},
              send("an entry after that", 6),
              start_again(),
          }};
}

}  // namespace

std::vector<ServerScript> server_scripts() {
  return {new_store(), a_week(), accounts(), older_store()};
}

std::vector<ServerScript> copy_scripts() {
  std::vector<ServerScript> scripts = {backup_and_restore(), restored_over_a_log(), restored_from_a_log(),
                                       restored_with_a_journal()};
  // Of several names that change at once a cut takes some.
  for (auto& script : scripts) script.power_cuts = 3;
  return scripts;
}

}  // namespace waymark::test
