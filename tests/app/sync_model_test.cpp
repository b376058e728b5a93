#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <catch2/catch.hpp>

#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

/// Turns the event loop until the runner's thread has ended a sync. The timer only ends a test that would
/// hang.
void runOnItsThread(Phone& phone) {
  QEventLoop loop;
  QObject::connect(&phone.app().runner(), &SyncRunner::finished, &loop, &QEventLoop::quit);
  QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
  phone.app().sync().syncNow();
  REQUIRE(phone.app().runner().busy());
  loop.exec();
  REQUIRE_FALSE(phone.app().runner().busy());
  phone.settle();
}

Entry visit(Phone& phone) {
  return phone.put(phone.entry(Activity::employer_visit, Place::employer_site, "08:00", "08:20"));
}

}  // namespace

TEST_CASE("What waits is listed in words, oldest first") {
  Phone phone;
  visit(phone);
  phone.at("09:00");
  phone.now().start("office");
  phone.settle();
  SyncModel& sync = phone.app().sync();
  CHECK(sync.chipText() == "2 on this phone");
  CHECK(sync.chipState() == "waiting");
  REQUIRE(sync.waiting()->count() == 2);
  CHECK(sync.waiting()->value(0, "text").toString() == "Employer visit, Thu 19 Nov 08:00");
  CHECK(sync.waiting()->value(0, "sinceText").toString() == "since today 08:30");
  CHECK(sync.waiting()->value(1, "text").toString() == "Documentation, Thu 19 Nov 09:00");
}

TEST_CASE("A sync runs on its own thread, and says how it went") {
  Phone phone;
  visit(phone);
  SyncModel& sync = phone.app().sync();
  runOnItsThread(phone);
  CHECK(sync.state() == "done");
  CHECK(sync.chipText() == "All sent");
  CHECK(sync.stateText().isEmpty());  // said once is enough
  CHECK(sync.waitingCount() == 0);
  CHECK(sync.chipText() == "All sent");
  CHECK(sync.waiting()->count() == 0);
  CHECK(sync.lastSuccessText() == "today 08:30");
  CHECK(phone.server->received() == 1);
}

TEST_CASE("Without a network everything is kept, and said so") {
  Phone phone;
  visit(phone);
  phone.server->setOnline(false);
  runOnItsThread(phone);
  SyncModel& sync = phone.app().sync();
  CHECK(sync.waitingCount() == 1);
  CHECK(sync.state() == "waiting");
  CHECK(sync.errorText() ==
        "The server cannot be reached: check the address and the connection, then try again.");
  phone.server->setOnline(true);
  runOnItsThread(phone);
  CHECK(sync.waitingCount() == 0);
  CHECK(sync.errorText().isEmpty());
}

TEST_CASE("A conflict shows both sides, and either can be kept") {
  Phone phone;
  Entry entry = visit(phone);
  phone.sync();
  Entry elsewhere = entry;
  elsewhere.note = "Edited on the tablet";
  phone.server->editElsewhere(elsewhere);
  entry.place = Place::library;
  phone.put(entry);
  phone.server->answerNext(OpStatus::conflict);
  phone.sync();

  SyncModel& sync = phone.app().sync();
  CHECK(sync.chipText() == "1 needs you");
  CHECK(sync.chipState() == "needs_you");
  auto* needs = sync.needsYou();
  REQUIRE(needs->count() == 1);
  CHECK(needs->value(0, "kind").toString() == "conflict");
  CHECK(needs->value(0, "title").toString() == "Employer visit, Thu 19 Nov 08:00");
  CHECK(needs->value(0, "reasonText").toString() ==
        "This was changed in two places: choose which one stays.");
  CHECK(needs->value(0, "fieldLabels").toStringList() == QStringList{"Place", "Note"});
  CHECK(needs->value(0, "mineValues").toStringList() == QStringList{"Library", "–"});
  CHECK(needs->value(0, "theirsValues").toStringList() == QStringList{"Employer", "Edited on the tablet"});
  CHECK(needs->value(0, "canKeepMine").toBool());
  CHECK(needs->value(0, "canKeepTheirs").toBool());
  CHECK_FALSE(needs->value(0, "canDiscard").toBool());
  CHECK(needs->value(0, "mineFrom").toString() == "this phone, today 08:30");
  CHECK(needs->value(0, "theirsFrom").toString() == "the server");

  SECTION("mine") {
    sync.keepMine(0);
    CHECK(sync.chipText() == "1 on this phone");
    CHECK(sync.chipState() == "waiting");
    REQUIRE(needs->count() == 1);  // until it is sent it is told what was decided
    CHECK(needs->value(0, "reasonText").toString() == "Decided; sent with the next sync.");
    phone.sync();
    CHECK(sync.needsYouCount() == 0);
    CHECK(phone.log().entry(entry.id)->record.place == Place::library);
    CHECK(phone.log().entry(entry.id)->record.note.empty());
  }
  SECTION("theirs") {
    sync.keepTheirs(0);
    phone.sync();
    CHECK(sync.needsYouCount() == 0);
    CHECK(phone.log().entry(entry.id)->record.place == Place::employer_site);
    CHECK(phone.log().entry(entry.id)->record.note == "Edited on the tablet");
  }
}

TEST_CASE("A refused edit can be given up") {
  Phone phone;
  Entry entry = visit(phone);
  phone.sync();
  entry.note = "Refused";
  phone.put(entry);
  phone.server->answerNext(OpStatus::forbidden, Error{ErrorCode::forbidden, "WIRE WORDS", ""});
  phone.sync();
  SyncModel& sync = phone.app().sync();
  REQUIRE(sync.needsYou()->count() == 1);
  CHECK(sync.needsYou()->value(0, "reasonText").toString() ==
        "You may not change this record: ask your team lead to do it.");
  CHECK(sync.needsYou()->value(0, "canDiscard").toBool());
  // Keeping theirs would do the same under another name.
  CHECK_FALSE(sync.needsYou()->value(0, "canKeepTheirs").toBool());
  CHECK_FALSE(sync.needsYou()->value(0, "canKeepMine").toBool());
  sync.discard(0);
  CHECK(sync.needsYou()->count() == 0);
  CHECK(phone.log().entry(entry.id)->record.note.empty());
}

TEST_CASE("An edit held for an approved week can be given up, and is called that") {
  Phone phone;
  Entry entry = visit(phone);
  phone.sync();
  entry.note = "Too late";
  phone.put(entry);
  phone.server->answerNext(OpStatus::held);
  phone.sync();
  SyncModel& sync = phone.app().sync();
  REQUIRE(sync.needsYou()->count() == 1);
  CHECK(sync.needsYou()->value(0, "kind").toString() == "held");
  CHECK_FALSE(sync.needsYou()->value(0, "canKeepMine").toBool());
  CHECK_FALSE(sync.needsYou()->value(0, "canKeepTheirs").toBool());
  REQUIRE(sync.needsYou()->value(0, "canDiscard").toBool());
  sync.discard(0);
  CHECK(phone.log().entry(entry.id)->record.note.empty());
}

TEST_CASE("The unsent is written to a file, once, with a word of care") {
  Phone phone;
  visit(phone);
  const QTemporaryDir directory;
  const QString file = directory.filePath("unsent.json");
  SyncModel& sync = phone.app().sync();
  CHECK(sync.exportUnsent(file));
  CHECK(sync.exportText() ==
        QStringLiteral("1 change written to %1. The file holds health information: hand it on with care.")
            .arg(file));
  CHECK(QFile::exists(file));
  CHECK_FALSE(sync.exportUnsent(file));
  CHECK(sync.exportText() == "There is a file of this name already: choose another.");
  CHECK_FALSE(sync.exportUnsent("/no/such/place/unsent.json"));
  CHECK(sync.exportText() == "The file could not be written: choose a folder you may write to.");
}

TEST_CASE("A change from elsewhere shows at once after a sync") {
  Phone phone;
  Employer employer = phone.agency.hannaford;
  employer.name = "Hannaford, Delaware Ave";
  phone.put([&] {
    Entry entry = phone.entry(Activity::employer_visit, Place::employer_site, "08:00", "08:20");
    entry.employer_id = employer.id;
    return entry;
  }());
  DayModel& day = phone.app().day();
  CHECK(day.rows()->value(0, "placeText").toString() == "Hannaford");
  phone.server->editElsewhere(employer);
  phone.sync();
  CHECK(day.rows()->value(0, "placeText").toString() == "Hannaford, Delaware Ave");
}

TEST_CASE("Enrolling asks for an address and a code, and says beside the field what is wrong") {
  Phone phone;
  EnrolModel& enrol = phone.app().enrol();
  CHECK_FALSE(enrol.canEnrol());
  enrol.setLink("http://not a link");
  CHECK(enrol.linkError() == "This is no enrollment link: it begins with waymark://enroll.");
  enrol.setLink("waymark://enroll?server=https%3A%2F%2Fwaymark.example.org&code=ABCD2345");
  CHECK(enrol.linkError().isEmpty());
  enrol.setLink("waymark://enroll?server=https%3A%2F%2Fwaymark.example.org");
  CHECK(enrol.linkError() == "The code in this link is missing or damaged: ask your admin for a new link.");
  enrol.setLink("waymark://enroll?server=http%3A%2F%2Fwaymark.example.org&code=ABCD1234");
  CHECK(enrol.linkError() ==
        "The server address in this link cannot be used: ask your admin for a new link.");
  CHECK(enrol.server() == "https://waymark.example.org");
  CHECK(enrol.code() == "ABCD2345");
  CHECK(enrol.canEnrol());
  enrol.setServer("https://user:secret@waymark.example.org");
  enrol.enrol();
  CHECK(enrol.serverError() == "This is no server address: write it like https://waymark.example.org.");
  CHECK_FALSE(enrol.busy());
}
