// What happens to an app that is open for days: it is suspended, the clock and the zone change, midnight and
// the week's end pass, the storage fills up, the position is denied and later granted, the file goes.
#include <QFile>
#include <catch2/catch.hpp>
#include <ctime>
#include <filesystem>
#include <utility>

#include "mobile/app/keyboard_area.h"
#include "tests/app/phone.h"
#include "tests/disk/faulty_disk.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

/// The phone's own zone for as long as it lives.
class PhoneZone {
 public:
  explicit PhoneZone(const char* zone) : before_(qgetenv("TZ")), was_set_(qEnvironmentVariableIsSet("TZ")) {
    qputenv("TZ", zone);
    ::tzset();
  }
  ~PhoneZone() {
    if (was_set_) {
      qputenv("TZ", before_);
    } else {
      qunsetenv("TZ");
    }
    ::tzset();
  }

 private:
  QByteArray before_;
  bool was_set_;
};

Entry at(Phone& phone, Activity activity) {
  for (const Entry& entry : phone.entriesToday())
    if (entry.activity == activity) return entry;
  FAIL("there is no such entry today");
  return {};
}

std::filesystem::path folderOf(const Phone& phone) {
  return std::filesystem::path(phone.storeFile().toStdString()).parent_path();
}

}  // namespace

TEST_CASE("A suspended app shows the present when it is seen again, and counted on meanwhile") {
  Phone phone;
  phone.now().start("office");
  phone.settle();
  phone.now().setVisible(false);
  phone.at("11:00");
  phone.now().setVisible(true);
  CHECK(phone.now().elapsedText() == "2:30");
  CHECK(phone.now().week().hoursText.startsWith("0 h 00 m"));
  phone.now().setVisible(false);
  phone.at("2026-11-20 07:00");
  phone.now().setVisible(true);
  CHECK(phone.now().dateText() == "Friday 20 November");
  CHECK(phone.now().sinceText() == "since Thu 08:30");
}

TEST_CASE("A hidden page reads nothing, and all of it once it is seen") {
  Phone phone;
  DayModel& day = phone.app().day();
  WeekModel& week = phone.app().week();
  day.setVisible(false);
  week.setVisible(false);
  phone.put(phone.entry(Activity::job_coaching, Place::employer_site, "07:00", "08:00"));
  CHECK(day.rows()->count() == 0);
  CHECK(week.communityText() == "0 h 00 m");
  day.setVisible(true);
  week.setVisible(true);
  CHECK(day.rows()->count() == 1);
  CHECK(week.communityText() == "1 h 00 m");
}

TEST_CASE(
    "Midnight while open: who looked at today looks at the new one, who chose another day stays there") {
  Phone phone;
  DayModel& day = phone.app().day();
  phone.at("23:59");
  phone.log().lookAtClock();
  CHECK(day.dateIso() == "2026-11-19");
  SECTION("today") {
    phone.at("2026-11-20 00:01");
    phone.log().lookAtClock();
    CHECK(day.dateIso() == "2026-11-20");
    CHECK(day.isToday());
    CHECK(phone.now().dateText() == "Friday 20 November");
  }
  SECTION("a chosen day") {
    day.showDate("2026-11-17");
    phone.at("2026-11-20 00:01");
    phone.log().lookAtClock();
    CHECK(day.dateIso() == "2026-11-17");
  }
}

TEST_CASE("The week's end while open brings the next week, with what runs cut at the edge") {
  Phone phone;
  WeekModel& week = phone.app().week();
  phone.at("2026-11-22 23:30");
  phone.log().lookAtClock();
  phone.now().start("job_coaching");
  phone.settle();
  REQUIRE(week.weekText() == "16–22 November");
  phone.at("2026-11-23 00:20");
  phone.log().lookAtClock();
  CHECK(week.weekText() == "23–29 November");
  CHECK(week.isThisWeek());
  CHECK(week.communityText() == "0 h 20 m");
  CHECK(phone.now().running());
}

TEST_CASE("A clock set forwards and back leaves an entry in the future, which is said and can be mended") {
  Phone phone;
  phone.at("12:00");  // three hours and a half too far
  phone.now().start("employer_visit");
  phone.at("08:40");
  phone.log().lookAtClock();
  CHECK(phone.now().elapsedText() == "0:00");
  CHECK(phone.now().clockWarning() ==
        "Employer visit begins at 12:00, later than this phone's clock: set the clock to automatic, or tap "
        "Began "
        "earlier.");
  REQUIRE(phone.now().earlierAt("8:35"));
  CHECK(phone.now().clockWarning().isEmpty());
  CHECK(phone.now().elapsedText() == "0:05");
}

TEST_CASE("A stop after the clock was set back ends no entry before it began") {
  Phone phone;
  phone.at("12:00");
  phone.now().start("employer_visit");
  phone.at("08:40");
  phone.now().stop();
  REQUIRE_FALSE(phone.now().running());
  const Entry entry = at(phone, Activity::employer_visit);
  CHECK(entry.ends_at == entry.starts_at);
}

TEST_CASE("A date set back shows the day the clock says") {
  Phone phone;
  DayModel& day = phone.app().day();
  phone.at("2026-11-12 09:00");
  phone.log().lookAtClock();
  CHECK(day.dateIso() == "2026-11-12");
  CHECK(phone.now().dateText() == "Thursday 12 November");
}

TEST_CASE("In another zone the agency's rules the week, and the clock shown is explained") {
  const PhoneZone home("America/New_York");
  Phone phone;
  CHECK(phone.now().clockNote().isEmpty());
  const PhoneZone away("America/Los_Angeles");
  phone.now().setVisible(false);
  phone.now().setVisible(true);
  CHECK(phone.now().clockNote() ==
        "Times here are New York time, by which your week is counted; this phone's clock shows 05:30.");
  phone.now().start("office");
  CHECK(phone.now().sinceText() == "since 08:30");
  CHECK(phone.running().starts_at == phone.when("08:30"));
  CHECK(phone.running().utc_offset_min == -8 * 60);  // what the clock on the wall showed
}

TEST_CASE("With the storage full, taps are kept with their times, said, and saved once there is room") {
  waymark::test::FaultyDisk disk;
  Phone phone;
  phone.now().start("office");
  phone.settle();
  disk.fail_at(folderOf(phone), 0, waymark::test::DiskFault::full);
  phone.at("09:15");
  phone.now().start("employer_visit");
  CHECK(phone.now().runningTitle() == "Documentation");  // nothing is claimed that is not stored
  CHECK(phone.now().unsavedText() ==
        "The storage of this phone is full: free some space. Employer visit at 09:15 is kept and saved as "
        "soon as it "
        "can be; leave Waymark open until then.");
  phone.at("09:40");
  phone.now().stop();
  CHECK_FALSE(phone.now().saveKept());
  CHECK(phone.now().unsavedText().contains("Stop at 09:40"));

  phone.at("10:05");
  disk.heal(folderOf(phone));
  CHECK(phone.now().saveKept());
  CHECK(phone.now().unsavedText().isEmpty());
  CHECK_FALSE(phone.now().running());
  CHECK(at(phone, Activity::documentation).ends_at == phone.when("09:15"));
  const Entry visit = at(phone, Activity::employer_visit);
  CHECK(visit.starts_at == phone.when("09:15"));
  CHECK(visit.ends_at == phone.when("09:40"));
  CHECK(phone.positions.requests == 1);  // of the first tap: no fix of ten o'clock is of those at nine
}

TEST_CASE("With room set aside, a tap on a full storage is saved at once, and the person hears of it") {
  waymark::test::FaultyDisk disk;
  Phone phone;
  phone.now().start("office");
  phone.settle();

  struct Room final : device::SpareRoom {
    Room(waymark::test::FaultyDisk& its_disk, std::filesystem::path its_folder)
        : disk(its_disk), folder(std::move(its_folder)) {}
    void keep() override {}
    bool give_up() override {
      if (!std::exchange(there, false)) return false;
      disk.heal(folder);
      return true;
    }
    waymark::test::FaultyDisk& disk;
    std::filesystem::path folder;
    bool there = true;
  } room(disk, folderOf(phone));
  phone.log().setSpareRoom(&room);
  QStringList said;
  QObject::connect(&phone.log(), &FieldLog::failed, &phone.log(),
                   [&said](const QString& sentence) { said << sentence; });

  disk.fail_at(folderOf(phone), 0, waymark::test::DiskFault::full);
  phone.at("09:15");
  phone.now().start("employer_visit");
  CHECK(phone.now().runningTitle() == "Employer visit");
  CHECK(phone.running().starts_at == phone.when("09:15"));
  CHECK(at(phone, Activity::documentation).ends_at == phone.when("09:15"));
  CHECK(phone.now().unsavedText().isEmpty());
  REQUIRE(said.size() == 1);
  CHECK(
      said.front() ==
      "The storage of this phone is full: free some space. Your tap is saved in room that was kept for it.");

  disk.fail_at(folderOf(phone), 0, waymark::test::DiskFault::full);
  phone.at("09:40");
  phone.now().stop();  // the room is given up: this tap waits in memory
  CHECK(phone.now().unsavedText().contains("Stop at 09:40"));
  CHECK(said.size() == 1);
  room.there = true;
  CHECK(phone.now().saveKept());
  CHECK(phone.now().unsavedText().isEmpty());
  CHECK(said.size() == 2);
  phone.log().setSpareRoom(nullptr);
}

TEST_CASE("What was stored before the storage was full is there, and can be read") {
  waymark::test::FaultyDisk disk;
  Phone phone;
  phone.put(phone.entry(Activity::job_coaching, Place::employer_site, "07:00", "08:00"));
  disk.fail_at(folderOf(phone), 0, waymark::test::DiskFault::full);
  CHECK(phone.app().day().rows()->count() == 1);
  CHECK(phone.app().week().communityText() == "1 h 00 m");
  disk.heal(folderOf(phone));
}

TEST_CASE("A position that is denied says why there is no tag; granted later, the next start has one") {
  Phone phone;
  phone.now().start("employer_visit");
  phone.positions.refuse(TagAbsence::denied);
  phone.settle();
  CHECK(phone.now().tagState() == "denied");
  phone.at("09:30");
  phone.now().start("job_coaching");
  phone.positions.answer(app::test::at_hannaford);
  phone.settle();
  CHECK(phone.running().start_tag->is_fix());
  CHECK(at(phone, Activity::employer_visit).start_tag->absent == TagAbsence::denied);
  CHECK(at(phone, Activity::employer_visit).end_tag->is_fix());
}

TEST_CASE("The storage becomes read-only while open: a tap is kept, and saved when it can be written again") {
  waymark::test::FaultyDisk disk;
  Phone phone;
  phone.now().start("office");
  phone.settle();
  disk.fail_at(folderOf(phone), 0, waymark::test::DiskFault::read_only);
  phone.at("09:10");
  phone.now().start("employer_visit");
  CHECK(phone.now().runningTitle() == "Documentation");
  CHECK(phone.now().unsavedText() ==
        "The file with your records cannot be written: check the phone's storage. Employer visit at 09:10 is "
        "kept and "
        "saved as soon as it can be; leave Waymark open until then.");
  disk.heal(folderOf(phone));
  phone.at("09:20");
  CHECK(phone.now().saveKept());
  CHECK(phone.now().runningTitle() == "Employer visit");
  CHECK(phone.running().starts_at == phone.when("09:10"));
}

TEST_CASE("The file of the store is removed while the app is open: nothing is lost") {
  Phone phone;
  phone.now().start("office");
  phone.settle();
  REQUIRE(QFile::remove(phone.storeFile()));
  phone.at("09:10");
  phone.now().start("employer_visit");
  CHECK(phone.now().runningTitle() == "Employer visit");
  phone.killAndReopen();
  CHECK(phone.now().runningTitle() == "Employer visit");
  CHECK(at(phone, Activity::documentation).ends_at == phone.when("09:10"));
}

TEST_CASE(
    "A keyboard covers what lies below its upper edge, and nothing of a window that was made smaller for "
    "it") {
  CHECK(coveredBy({0, 544, 390, 300}, 844) == 300);
  CHECK(coveredBy({0, 544, 390, 300}, 544) == 0);
  CHECK(coveredBy({}, 844) == 0);
}
