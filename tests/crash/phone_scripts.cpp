#include "tests/crash/phone_scripts.h"

#include <stdexcept>

#include "mobile/device/drafts.h"
#include "mobile/device/enrolment.h"
#include "mobile/device/schema.h"
#include "mobile/device/sync_side.h"
#include "shared/records/natural_key.h"

namespace waymark::test {

using namespace device;
using namespace device::testing;

namespace {

const Date monday{std::chrono::year{2026} / 3 / 2};
const std::string bakery = numbered_id(301), garage = numbered_id(302);

Entry numbered_visit(int number, const std::string& note = "") {
  auto entry = visit(day_one + (number - 1) * 2 * hour - 96 * hour, note);
  entry.id = numbered_id(number);
  return entry;
}

Entry now_running(const PhoneSession& phone, int number) {
  auto entry = running_visit(phone.clock.now());
  entry.id = numbered_id(number);
  return entry;
}

std::string employer(const std::string& name) {
  return R"({"name":")" + name + R"("})";
}

PhoneStep put(int number, const std::string& note) {
  return {"save entry " + std::to_string(number),
          [=](PhoneSession& phone) { return without_value(phone.book().put(numbered_visit(number, note))); }};
}

PhoneStep exchange(const std::string& name, int limit = 500) {
  return {name, [=](PhoneSession& phone) { return phone.exchange(200, limit); }};
}

/// Something that happens on the server alone.
PhoneStep elsewhere(const std::string& name, std::function<void(PhoneSession&)> what) {
  return {name, [=](PhoneSession& phone) -> Result<void> {
            what(phone);
            return {};
          }};
}

PhoneStep start_again() {
  return {"close and start again", [](PhoneSession& phone) { return phone.reopen(); }};
}

PhoneScript first_day() {
  return {"the first day",
          {},
          {
              {"open a new store", [](PhoneSession& phone) { return phone.reopen(); }},
              elsewhere("a code is made",
                        [](PhoneSession& phone) {
                          EnrollResponse answer;
                          answer.device_id = numbered_id(901);
                          answer.person_id = ana;
                          answer.person_name = "Ana";
                          answer.agency_name = "Agency";
                          answer.time_zone = "America/New_York";
                          answer.server_time = day_one;
                          phone.server.codes["ABCD2345"] = answer;
                        }),
              {"enrol",
               [](PhoneSession& phone) {
                 Abort abort;
                 return without_value(device::enrol(
                     *phone.store, phone.keys, phone.server, phone.random,
                     {"https://waymark.example", "ABCD2345", "Ana's phone", "linux", "1.0.0"}, abort));
               },
               false},
              {"start an entry",
               [](PhoneSession& phone) { return without_value(phone.book().start(now_running(phone, 1))); }},
              start_again(),
              {"sync", [](PhoneSession& phone) { return phone.sync(); }, false},
              start_again(),
          },
          false};
}

PhoneScript entry_book() {
  return {
      "the entry book",
      [](PhoneSession& phone) { phone.enrolled(); },
      {
          {"start",
           [](PhoneSession& phone) { return without_value(phone.book().start(now_running(phone, 1))); }},
          {"switch",
           [](PhoneSession& phone) { return without_value(phone.book().switch_to(now_running(phone, 2))); }},
          {"attach a tag",
           [](PhoneSession& phone) {
             LocationTag tag;
             tag.at = phone.clock.now();
             tag.lat = 42.65;
             tag.lon = -73.75;
             return phone.book().attach_tag(numbered_id(2), TagEnd::start, tag);
           }},
          {"stop",
           [](PhoneSession& phone) {
             return without_value(phone.book().stop(numbered_id(2), phone.clock.now()));
           }},
          put(3, "made in the editor"),
          {"save two at once",
           [](PhoneSession& phone) {
             return phone.book().put_all({numbered_visit(4, "trimmed"), numbered_visit(5)});
           }},
          {"undo", [](PhoneSession& phone) { return without_value(phone.book().undo_last()); }},
          {"remove", [](PhoneSession& phone) { return phone.book().remove(numbered_id(3)); }},
          {"bring back", [](PhoneSession& phone) { return phone.book().bring_back(numbered_id(3)); }},
          {"remove a tag",
           [](PhoneSession& phone) { return phone.book().remove_tag(numbered_id(2), TagEnd::start); }},
          {"save a draft",
           [](PhoneSession& phone) {
             return Drafts(*phone.store).save("new-entry", std::string(9000, 'd'));
           }},
          {"save leave",
           [](PhoneSession& phone) {
             Leave leave;
             leave.specialist_id = ana;
             leave.date = monday;
             leave.minutes = 240;
             leave.kind = LeaveKind::sick;
             return without_value(phone.store->put(leave));
           }},
          {"save an employer",
           [](PhoneSession& phone) {
             return without_value(phone.store->edit(RecordType::employer, bakery, employer("Bakery")));
           }},
          {"delete the employer",
           [](PhoneSession& phone) { return without_value(phone.store->set_deleted(bakery, true)); }},
          {"put an entry back to an older version",
           [](PhoneSession& phone) -> Result<void> {
             const auto versions = Records(*phone.store).versions(numbered_id(2));
             if (!versions) return tl::unexpected(versions.error());
             return without_value(phone.store->restore_version(numbered_id(2), versions->back().op));
           }},
          {"drop the draft", [](PhoneSession& phone) { return Drafts(*phone.store).drop("new-entry"); }},
          start_again(),
      }};
}

PhoneScript answers() {
  return {
      "answers with results and rows",
      [](PhoneSession& phone) {
        phone.enrolled();
        for (int i = 1; i <= 4; ++i) (void)phone.book().put(numbered_visit(i, "mine"));
        phone.server.put(RecordType::employer, bakery, employer("Bakery"));
        phone.server.put(RecordType::employer, garage, employer("Garage"));
      },
      {
          exchange("send four, receive them and two employers"),
          {"edit an employer",
           [](PhoneSession& phone) {
             return without_value(
                 phone.store->edit(RecordType::employer, bakery, employer("Bakery, Main Street")));
           }},
          elsewhere("it is edited elsewhere, too",
                    [](PhoneSession& phone) {
                      phone.server.put(RecordType::employer, bakery, employer("Bakery & Sons"));
                      phone.server.put(RecordType::entry, numbered_id(50),
                                       to_json(numbered_visit(50, "tablet")));
                    }),
          exchange("the edit becomes a conflict"),
          {"keep mine", [](PhoneSession& phone) { return phone.store->settle(bakery, Choice::keep_mine); }},
          put(5, "refuse me"),
          exchange("one is accepted, one refused"),
          {"discard the refused one",
           [](PhoneSession& phone) { return phone.store->discard_refused(numbered_id(5)); }},
          elsewhere("the week is approved", [](PhoneSession& phone) { phone.server.approve(ana, monday); }),
          put(30, "into an approved week"),
          exchange("it is held"),
          elsewhere("the week is returned",
                    [](PhoneSession& phone) { phone.server.approve(ana, monday, ApprovalState::returned); }),
          exchange("it goes in", 1),
          exchange("page by page", 1),
          elsewhere("a backup is verified",
                    [](PhoneSession& phone) { phone.server.safe_seq = phone.server.state.seq; }),
          exchange("what is safe is forgotten"),
          start_again(),
      }};
}

PhoneScript pulls_from_zero() {
  return {"pulls from 0",
          [](PhoneSession& phone) {
            phone.enrolled();
            phone.server.put(RecordType::employer, bakery, employer("Bakery"));
            (void)phone.book().put(numbered_visit(1, "in the backup"));
            (void)phone.sync();
            phone.backups["old"] = phone.server.state;
            phone.server.put(RecordType::employer, garage, employer("Garage"));
            (void)phone.book().put(numbered_visit(2, "after the backup"));
            (void)phone.sync();
          },
          {
              put(3, "waits"),
              elsewhere("another employer goes out of sight",
                        [](PhoneSession& phone) {
                          phone.server.hidden = {garage};
                          ++phone.server.scope;
                        }),
              exchange("told that the scope is another"),
              exchange("the first page of all", 1),
              exchange("the rest; what did not come is removed"),
              elsewhere("the server is restored",
                        [](PhoneSession& phone) {
                          phone.server.state = phone.backups.at("old");
                          phone.server.hidden.clear();
                        }),
              exchange("told that it diverged"),
              exchange("all is sent again"),
              {"the rest, with what is offered from rows", [](PhoneSession& phone) { return phone.sync(); },
               false},
              start_again(),
          }};
}

PhoneScript many_rows() {
  return {"many rows at once",
          [](PhoneSession& phone) {
            phone.enrolled();
            for (int i = 0; i < 900; ++i)
              phone.server.put(RecordType::employer, numbered_id(1000 + i), employer(std::string(300, 'e')));
          },
          {
              exchange("the first page", 500),
              exchange("the second, which folds the log in", 500),
              put(1, ""),
              start_again(),
          }};
}

PhoneScript end_of_service() {
  return {
      "wiped and another's",
      [](PhoneSession& phone) {
        phone.enrolled();
        for (int i = 1; i <= 3; ++i) (void)phone.book().put(numbered_visit(i, std::string(3000, 'n')));
        (void)phone.sync();
        phone.backups["before"] = phone.server.state;
      },
      {
          {"become Ben's",
           [](PhoneSession& phone) {
             (void)phone.keys.save(device_token_key(numbered_id(910)), "token-of-ben");
             return phone.store->sync_side().become({"https://waymark.example", numbered_id(910), ben, "Ben",
                                                     Role::specialist, "Agency", "America/New_York"});
           },
           true},
          {"take in what is Ben's", [](PhoneSession& phone) { return phone.sync(); }, false},
          elsewhere("an admin orders the wipe",
                    [](PhoneSession& phone) { phone.server.wipe = WipeOrder::now; }),
          {"wipe", [](PhoneSession& phone) { return phone.sync(SessionState::needs_you); }, false},
          start_again(),
      }};
}

PhoneScript older_store() {
  return {"an older schema",
          [](PhoneSession& phone) {
            Connection connection(phone.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            connection.execute("PRAGMA journal_mode = WAL");
            migrate(connection, store_migrations().first(1));
            connection.execute("INSERT INTO drafts VALUES ('old', 1, x'6f6c64')");
          },
          {
              {"open and migrate", [](PhoneSession& phone) { return phone.reopen(); }},
              put(1, "on the new schema"),
              start_again(),
          },
          false};
}

}  // namespace

std::vector<PhoneScript> phone_scripts() {
  return {first_day(), entry_book(),     answers(),    pulls_from_zero(),
          many_rows(), end_of_service(), older_store()};
}

}  // namespace waymark::test
