// A phone as a process, to be killed: it enrols, and then edits and syncs without end, telling of each thing
// when it is acknowledged, one line each:
//   ready                 the store is open and enrolled
//   edit RID OP           the edit is on the phone
//   synced                all edits told of before are on the server
//   waiting               they could not be sent
//   trouble CODE MESSAGE  something that must not happen
// Usage: waymark-crash-phone FOLDER SERVER CODE SEED
//        waymark-crash-phone FOLDER settle    syncs until nothing waits, tells `synced` and ends
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "mobile/device/enrolment.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/http_transport.h"
#include "mobile/device/records.h"
#include "mobile/device/sync_session.h"
#include "shared/sample/seeded_random.h"

namespace {

using namespace waymark;
using namespace waymark::device;

void tell(const std::string& line) {
  std::puts(line.c_str());
  std::fflush(stdout);  // told before the next step begins
}

int trouble(const Error& error) {
  tell("trouble " + std::string(to_wire(error.code)) + " " + error.message);
  return 1;
}

Entry some_entry(const std::string& person, const Clock& clock, SeededRandom& choice, int number) {
  Entry entry;
  entry.specialist_id = person;
  entry.activity = Activity::employer_visit;
  entry.place = Place::employer_site;
  entry.contact = Contact::in_person;
  entry.starts_at = std::chrono::floor<std::chrono::seconds>(clock.now()) -
                    std::chrono::minutes{choice.between(60, 60 * 24 * 20)};
  entry.ends_at = entry.starts_at + std::chrono::minutes{choice.between(5, 50)};
  entry.utc_offset_min = -300;
  entry.recorded_at = entry.starts_at;
  entry.note = "entry " + std::to_string(number);
  return entry;
}

class PhoneProcess {
 public:
  explicit PhoneProcess(const std::filesystem::path& folder) : folder_(folder), keys_(folder / "keys") {}

  Result<void> open() {
    auto opened = DeviceStore::open(folder_ / "store.db", clock_, random_, seal_);
    if (!opened) return tl::unexpected(opened.error());
    store_ = std::move(*opened);
    return {};
  }

  Result<void> enrol_with(const std::string& server, const std::string& code) {
    const auto identity = store_->identity();
    if (!identity) return tl::unexpected(identity.error());
    if (*identity) return {};
    Abort abort;
    const auto enrolled = device::enrol(*store_, keys_, transport_, random_,
                                        {server, code, "A phone", "linux", "1.0.0"}, abort);
    if (!enrolled) return tl::unexpected(enrolled.error());
    return {};
  }

  Result<void> edit(SeededRandom& choice) {
    EntryBook book(*store_);
    Entry entry;
    if (!known_.empty() && choice.chance(40)) {
      const auto found = Records(*store_).find<Entry>(choice.pick(known_));
      if (!found) return tl::unexpected(found.error());
      if (!*found) return fail(ErrorCode::not_found, "An entry that was told of is gone.");
      entry = (*found)->record;
      entry.note += "'";
      if (entry.note.size() > 400) entry.note.clear();
    } else {
      entry = some_entry((*store_->identity())->person_id, clock_, choice, ++made_);
    }
    const auto done = book.put(entry);
    if (!done) return tl::unexpected(done.error());
    const auto shown = Records(*store_).find<Entry>(done->entry.id);
    if (!shown || !*shown) return fail(ErrorCode::not_found, "What was saved is not there.");
    known_.push_back(done->entry.id);
    tell("edit " + done->entry.id + " " + (*shown)->op);
    return {};
  }

  /// True if nothing waits any more.
  Result<bool> sync() {
    SyncSession session(*store_, keys_, transport_, "1.0.0");
    Abort abort;
    const auto outcome = session.run(abort);
    if (outcome.state == SessionState::done) return true;
    const auto& error = outcome.error;
    if (!error) return fail(ErrorCode::bad_request, "Records need a person, which no kill may cause.");
    if (error->code == ErrorCode::unreachable || error->code == ErrorCode::timed_out ||
        error->code == ErrorCode::busy)
      return false;
    return tl::unexpected(*error);
  }

 private:
  std::filesystem::path folder_;
  SystemClock clock_;
  SystemRandom random_;
  PlainSeal seal_;
  FileKeyStore keys_;
  HttpTransport transport_;
  std::unique_ptr<DeviceStore> store_;
  std::vector<std::string> known_;
  int made_ = 0;
};

int work(PhoneProcess& phone, SeededRandom choice) {
  while (true) {
    for (int left = choice.between(1, 4); left > 0; --left)
      if (const auto done = phone.edit(choice); !done) return trouble(done.error());
    const auto synced = phone.sync();
    if (!synced) return trouble(synced.error());
    tell(*synced ? "synced" : "waiting");
  }
}

int settle(PhoneProcess& phone) {
  for (int tries = 0; tries < 50; ++tries) {
    const auto synced = phone.sync();
    if (!synced) return trouble(synced.error());
    if (!*synced) continue;
    tell("synced");
    return 0;
  }
  return trouble({ErrorCode::timed_out, "Nothing could be sent.", ""});
}

}  // namespace

int main(int count, char** words) {
  if (count != 3 && count != 5) return 2;
  PhoneProcess phone(words[1]);
  if (const auto open = phone.open(); !open) return trouble(open.error());
  if (count == 3) return settle(phone);
  if (const auto enrolled = phone.enrol_with(words[2], words[3]); !enrolled) {
    // A server that was killed meanwhile; the next start tries again with the same code and token.
    if (enrolled.error().code != ErrorCode::unreachable) return trouble(enrolled.error());
    tell("waiting");
    return 0;
  }
  tell("ready");
  return work(phone, SeededRandom(std::stoull(words[4])));
}
