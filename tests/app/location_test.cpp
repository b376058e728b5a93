#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>
#include <catch2/catch.hpp>
#include <limits>

#include "mobile/app/nmea_capture.h"
#include "mobile/app/qt_position_provider.h"
#include "mobile/app/sample_phone.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::at_hannaford;
using waymark::app::test::Phone;

TEST_CASE("The fix is asked for after the commit, and belongs to the start") {
  Phone phone;
  phone.now().start("employer_visit");
  CHECK(phone.positions.requests == 1);
  CHECK(phone.now().tagState() == "waiting");
  CHECK_FALSE(phone.running().start_tag);  // committed without waiting for it

  phone.positions.answer(at_hannaford);
  const Entry entry = phone.running();
  REQUIRE(entry.start_tag);
  CHECK(entry.start_tag->lat == at_hannaford.lat);
  CHECK(entry.start_tag->accuracy_m == 9.0);
  CHECK(phone.now().tagState() == "fix");
  CHECK(phone.now().tagText() == "Tagged ±9 m");
}

TEST_CASE("One fix serves the end of the entry before and the start of the next") {
  Phone phone;
  phone.now().start("employer_visit");
  phone.positions.answer(at_hannaford);
  phone.at("09:00");
  phone.now().start("office");
  CHECK(phone.positions.requests == 3);  // joined while open
  phone.settle();
  int commits = 0;
  phone.app().log().store().set_listener([&](const device::StoreChange&) { ++commits; });
  phone.positions.answer(at_hannaford);
  phone.app().log().store().set_listener({});
  CHECK(commits == 1);
  const auto entries = phone.entriesToday();
  CHECK(entries[0].end_tag->is_fix());
  CHECK(entries[1].start_tag->is_fix());
}

TEST_CASE("No position is asked for while nothing starts or stops") {
  Phone phone;
  CHECK(phone.positions.requests == 0);
  phone.now().setVisible(true);
  phone.app().day();
  phone.app().week();
  CHECK(phone.positions.requests == 0);
}

TEST_CASE("Every absence keeps its reason, and the entry is saved all the same") {
  const auto [reason, words] = GENERATE(table<TagAbsence, const char*>({
      {TagAbsence::denied, "Not tagged: location is not allowed for this app"},
      {TagAbsence::timeout, "Not tagged: no position came in time"},
      {TagAbsence::no_signal, "Not tagged: no signal"},
      {TagAbsence::off, "Not tagged: location is off"},
  }));
  Phone phone;
  phone.now().start("office");
  phone.positions.refuse(reason);
  CHECK(phone.running().start_tag->absent == reason);
  CHECK(phone.now().tagText() == words);
}

TEST_CASE("With location tags off nothing is asked, and the tag says so") {
  Phone phone;
  phone.app().settings().setLocationTags(false);
  phone.now().start("office");
  CHECK(phone.positions.requests == 0);
  CHECK_FALSE(phone.running().start_tag);  // the tap is answered first
  QCoreApplication::processEvents();
  CHECK(phone.running().start_tag->absent == TagAbsence::off);
  CHECK(phone.now().tagState() == "off");
}

TEST_CASE("At a home no coordinates are stored, and none are asked for") {
  Phone phone;
  phone.now().startActivity("documentation");
  phone.positions.answer(at_hannaford);
  phone.now().tapDetail("place");
  phone.now().answer("own_home");
  CHECK(phone.running().start_tag->absent == TagAbsence::private_place);

  const int asked = phone.positions.requests;
  phone.at("09:00");
  phone.now().stop();
  CHECK(phone.positions.requests == asked);
  QCoreApplication::processEvents();
  CHECK(phone.entriesToday().front().end_tag->absent == TagAbsence::private_place);
}

TEST_CASE("A fix that comes before the place is known is not stored until it is") {
  Phone phone;
  phone.now().start("participant");
  phone.positions.answer(at_hannaford);
  CHECK_FALSE(phone.running().start_tag);
  CHECK(phone.now().tagState() == "held");

  SECTION("a library keeps it") {
    phone.now().answer("library");
    CHECK(phone.running().start_tag->is_fix());
  }
  SECTION("a participant's home does not") {
    phone.now().answer("participant_home");
    REQUIRE(phone.running().start_tag);
    CHECK(phone.running().start_tag->absent == TagAbsence::private_place);
    const auto versions = phone.log().records().versions(phone.running().id);
    REQUIRE(versions);
    for (const auto& version : *versions) CHECK(version.body.find("\"lat\"") == std::string::npos);
  }
  SECTION("a kill before the answer forgets it") {
    phone.killAndReopen();
    phone.now().tapDetail("place");
    phone.now().answer("library");
    CHECK_FALSE(phone.running().start_tag);
  }
}

TEST_CASE("A policy that tags participants' homes is followed; the own home stays private") {
  test::Agency agency;
  Policy policy = agency.policy;
  policy.id = make_named_id("another policy");
  policy.tag_participant_homes = true;
  policy.effective_from = Date{std::chrono::year{2026} / 11 / 2};
  Phone phone({policy});
  phone.now().start("participant");
  phone.now().answer("participant_home");
  phone.positions.answer(at_hannaford);
  CHECK(phone.running().start_tag->is_fix());
  phone.now().tapDetail("place");
  phone.now().answer("own_home");
  CHECK(phone.running().start_tag->absent == TagAbsence::private_place);
}

TEST_CASE("A break is nobody's business: no position") {
  Phone phone;
  phone.now().start("break");
  CHECK(phone.positions.requests == 0);
  CHECK_FALSE(phone.running().start_tag);
}

TEST_CASE("An undone start takes no tag when the fix comes late") {
  Phone phone;
  phone.now().start("office");
  phone.now().undo();
  phone.positions.answer(at_hannaford);
  CHECK(phone.entriesToday().empty());
}

TEST_CASE("The nearest known place is offered from the start's own fix, and one tap takes it") {
  Phone phone;
  phone.now().start("employer_visit");
  CHECK(phone.now().nearestText().isEmpty());
  phone.positions.answer(at_hannaford);
  CHECK(phone.now().nearestText() == "Hannaford · 13 m");
  phone.now().takeNearest();
  const Entry entry = phone.running();
  CHECK(entry.place == Place::employer_site);
  CHECK(entry.place_id == phone.agency.hannaford.id);
  CHECK(entry.employer_id == phone.agency.hannaford.id);
  CHECK(phone.now().runningPlaceText() == "Hannaford");
  CHECK(phone.now().nearestText().isEmpty());
}

TEST_CASE("Far from everything known nothing is offered") {
  Phone phone;
  phone.now().start("employer_visit");
  phone.positions.answer({42.0, -73.0, 10.0, TagSource::gps});
  CHECK(phone.now().nearestText().isEmpty());
}

TEST_CASE("A tap is answered before its position is, also where there never is one") {
  const auto sample = SamplePhone::make(SampleStore::received, {.weeks = 1});
  REQUIRE(sample);
  NowModel& now = (*sample)->context().now();
  now.start("office");
  CHECK(now.feedbackText().startsWith("Documentation since"));
  CHECK(now.tagState() == "waiting");
  QCoreApplication::processEvents();
  CHECK(now.tagText() == "Not tagged: no signal");
}

// --- the nmea plugin
// -----------------------------------------------------------------------------------------------

namespace {

const char* const sentences =
    "# a comment that the plugin stumbles over\n"
    "$GPRMC,133000.00,A,4238.3400,N,07347.3400,W,0.0,0.0,191126,,,A*4B\n"
    "$GPRMC,133001.00,A,4238.3500,N,07347.3400,W,0.0,0.0,191126,,,A*4B\n"
    "$GPRMC,140000.00,A,4239.0000,N,07345.0000,W,0.0,0.0,191126,,,A*4C\n";

QString write(const QTemporaryDir& directory, const QByteArray& text) {
  const QString file = directory.filePath("capture.log");
  QFile output(file);
  REQUIRE(output.open(QIODevice::WriteOnly));
  output.write(text);
  return file;
}

/// Runs the event loop until the provider has answered. The timer only ends a test that would hang.
struct Answer {
  std::optional<Position> position;
  std::optional<TagAbsence> reason;
};
Answer ask(PositionProvider& provider, Millis timeout) {
  Answer answer;
  QEventLoop loop;
  QObject::connect(&provider, &PositionProvider::fixed, &loop, [&](const Position& position) {
    answer.position = position;
    loop.quit();
  });
  QObject::connect(&provider, &PositionProvider::failed, &loop, [&](TagAbsence reason) {
    answer.reason = reason;
    loop.quit();
  });
  QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
  provider.request(timeout);
  if (!answer.position && !answer.reason) loop.exec();
  return answer;
}

}  // namespace

TEST_CASE("A capture loses its comments, and begins where the clock stands if it covers that") {
  const QTemporaryDir directory;
  const auto capture = readNmea(write(directory, sentences));
  REQUIRE(capture);
  CHECK_FALSE(capture->contains('#'));
  using namespace std::chrono;
  const Instant day = Instant{sys_days{year{2026} / 11 / 19}};
  CHECK(nmeaFrom(*capture, day + hours{13} + minutes{45}).startsWith("$GPRMC,140000"));
  CHECK(nmeaFrom(*capture, day + hours{13} + minutes{29} + seconds{30}) == *capture);
  CHECK(nmeaCovers(*capture, day + hours{13} + minutes{30}));
  CHECK_FALSE(nmeaCovers(*capture, day + hours{9}));
  CHECK_FALSE(nmeaCovers(*capture, day + hours{20}));
}

TEST_CASE("A capture of another day goes on in real time, and stands still at its end") {
  const QTemporaryDir directory;
  const auto capture = readNmea(write(directory, sentences));
  REQUIRE(capture);
  CHECK(nmeaPlayedFor(*capture, Millis{0}) == *capture);
  CHECK(nmeaPlayedFor(*capture, Millis{1'000}).startsWith("$GPRMC,133001"));
  CHECK(nmeaPlayedFor(*capture, std::chrono::minutes{10}).startsWith("$GPRMC,140000"));
  CHECK(nmeaPlayedFor(*capture, std::chrono::hours{10}).startsWith("$GPRMC,140000"));
  CHECK(nmeaPlayedFor("$GPGGA,no date\n", Millis{1'000}) == "$GPGGA,no date\n");
}

TEST_CASE("A file without positions is refused with a sentence") {
  const QTemporaryDir directory;
  CHECK_FALSE(readNmea(directory.filePath("none")));
  const auto empty = readNmea(write(directory, "# nothing\n"));
  REQUIRE_FALSE(empty);
  CHECK(empty.error().code == ErrorCode::cannot_open);
}

TEST_CASE("Real receiver captures give a fix through Qt's nmea plugin") {
  const auto file = GENERATE("telit-he910.log", "haicom-305N.log", "rx210.log");
  const QString path = QStringLiteral("../shared/data/nmea/%1").arg(file);
  if (!QFile::exists(path)) {
    WARN("SKIPPED: " << path.toStdString() << " is not here; the real captures were not replayed");
    return;
  }
  const auto capture = readNmea(path);
  REQUIRE(capture);
  SystemClock clock;
  QtPositionProvider provider(clock, *capture);
  const Answer answer = ask(provider, Millis{50'000});
  REQUIRE(answer.position);
  CHECK(std::abs(answer.position->lat) <= 90);
  CHECK(std::abs(answer.position->lon) <= 180);
  // What the receiver does not know is absent, never a number that is none.
  if (answer.position->accuracy_m) CHECK(*answer.position->accuracy_m >= 0);
  CHECK(answer.position->source == TagSource::gps);
}

TEST_CASE("The telephone module's capture stands where its header says") {
  const QString path = "../shared/data/nmea/telit-he910.log";
  if (!QFile::exists(path)) {
    WARN("SKIPPED: " << path.toStdString() << " is not here");
    return;
  }
  SystemClock clock;
  QtPositionProvider provider(clock, *readNmea(path));
  const Answer answer = ask(provider, Millis{50'000});
  REQUIRE(answer.position);
  CHECK(answer.position->lat == Approx(50.84).margin(0.01));
  CHECK(answer.position->lon == Approx(4.347).margin(0.01));
}

TEST_CASE("No answer comes from within the request, also where the device has no receiver at all") {
  SystemClock clock;
  QtPositionProvider provider(clock);
  int answers = 0;
  QObject::connect(&provider, &PositionProvider::fixed, [&] { ++answers; });
  QObject::connect(&provider, &PositionProvider::failed, [&] { ++answers; });
  provider.request(Millis{60'000});
  provider.request(Millis{60'000});  // joins
  CHECK(answers == 0);
  SECTION("and one answer serves both") {
    ask(provider, Millis{200});
    CHECK(answers == 1);
    QCoreApplication::processEvents();
    CHECK(answers == 1);
  }
  SECTION("and none comes for what was given up") {
    provider.cancel();
    QCoreApplication::processEvents();
    CHECK(answers == 0);
  }
}

TEST_CASE("A capture without a single fix times out, with that reason") {
  SystemClock clock;
  const QByteArray searching =
      "$GPRMC,133000.00,V,,,,,,,191126,,,N*70\n$GPRMC,133001.00,V,,,,,,,191126,,,N*71\n";
  QtPositionProvider provider(clock, searching);
  const Answer answer = ask(provider, Millis{200});
  CHECK_FALSE(answer.position);
  CHECK(answer.reason == TagAbsence::timeout);
}
