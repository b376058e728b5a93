// Reminders as the app shows and tells them: once, for the occasion, without a name.
#include <QEventLoop>
#include <QTimer>
#include <catch2/catch.hpp>

#include "mobile/app/notifier.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using namespace waymark::app::test;

namespace {

class FakeNotifier final : public Notifier {
 public:
  void notify(const QString& title, const QString& text) override {
    CHECK(title == "Waymark");
    said << text;
  }
  QStringList said;
};

struct Reminding {
  explicit Reminding(Phone& phone) : model(phone.log(), phone.app().settings(), &notifier, minute) {}

  FakeNotifier notifier;
  QTimer minute;  // never started: the test says when a minute is over
  ReminderModel model;
};

}  // namespace

TEST_CASE("Four hours with one entry are a banner and one notification, until it is stopped") {
  Phone phone;
  Reminding reminding(phone);
  phone.now().start("participant");
  phone.at("12:29");
  reminding.model.look();
  CHECK(reminding.model.text().isEmpty());
  phone.at("12:30");
  reminding.model.look();
  CHECK(reminding.model.text() == "Engagement has run for 4 h 00 m: stop it if it is over.");
  CHECK(reminding.model.kind() == "long_running");
  phone.at("12:31");
  reminding.model.look();
  CHECK(reminding.model.text() == "Engagement has run for 4 h 01 m: stop it if it is over.");
  CHECK(reminding.notifier.said == QStringList{"Engagement has run for 4 h 00 m: stop it if it is over."});
  phone.now().stop();
  phone.settle();
  reminding.model.look();
  CHECK(reminding.model.text().isEmpty());
}

TEST_CASE("The timer that is handed in makes the model look") {
  Phone phone;
  Reminding reminding(phone);
  phone.now().start("office");
  phone.settle();
  phone.at("13:00");
  reminding.minute.setSingleShot(true);
  QEventLoop loop;
  QObject::connect(&reminding.model, &ReminderModel::changed, &loop, &QEventLoop::quit);
  reminding.minute.start(0);
  loop.exec();
  CHECK(reminding.model.kind() == "long_running");
}

TEST_CASE("At the end of the day what still runs comes first; the end of the day is the person's own") {
  Phone phone;
  Reminding reminding(phone);
  phone.app().settings().setEndOfDay(15 * 60 + 30);
  phone.at("14:00");
  phone.now().start("office");
  phone.settle();
  phone.at("15:29");
  reminding.model.look();
  CHECK(reminding.model.text().isEmpty());
  phone.at("15:30");
  reminding.model.look();
  CHECK(reminding.model.text() == "Documentation still runs: stop it if your day is over.");
  phone.app().settingsModel().moveEndOfDay(30);
  CHECK(phone.app().settingsModel().endOfDayText() == "16:00");
  reminding.model.look();
  CHECK(reminding.model.text().isEmpty());
}

TEST_CASE("A closed reminder does not come back for its occasion, but the next one does") {
  Phone phone;
  Reminding reminding(phone);
  phone.at("18:00");
  reminding.model.look();
  CHECK(reminding.model.text() == "Nothing is logged today: add it in Day, or your leave in Week.");
  reminding.model.dismiss();
  CHECK(reminding.model.text().isEmpty());
  phone.at("18:30");
  reminding.model.look();
  CHECK(reminding.model.text().isEmpty());
  phone.at("2026-11-20 18:00");
  reminding.model.look();
  CHECK(reminding.model.kind() == "day_empty");
}

TEST_CASE("What was told is not told again after a restart") {
  Phone phone;
  phone.at("18:00");
  {
    Reminding reminding(phone);
    reminding.model.look();
    CHECK(reminding.notifier.said.size() == 1);
  }
  phone.killAndReopen();
  Reminding reminding(phone);
  reminding.model.look();
  CHECK(reminding.notifier.said.isEmpty());
  CHECK_FALSE(reminding.model.text().isEmpty());
}

TEST_CASE("Without reminders nothing is told, and only what has run for hours is shown") {
  Phone phone;
  Reminding reminding(phone);
  phone.app().settingsModel().setReminders(false);
  phone.now().start("office");
  phone.settle();
  phone.at("18:00");
  reminding.model.look();
  CHECK(reminding.notifier.said.isEmpty());
  CHECK(reminding.model.kind() == "long_running");
  phone.now().stop();
  phone.settle();
  reminding.model.look();
  CHECK(reminding.model.text().isEmpty());
}

TEST_CASE("No reminder names a participant, an employer or a note") {
  Phone phone;
  Reminding reminding(phone);
  phone.now().start("participant");
  Entry entry = phone.running();
  entry.participant_id = phone.agency.participant.id;
  entry.employer_id = phone.agency.hannaford.id;
  entry.note = "SECRET NOTE";
  phone.put(entry);
  phone.at("2026-11-20 18:00");
  reminding.model.look();
  CHECK(reminding.notifier.said.size() >= 2);
  for (const QString& text : reminding.notifier.said) {
    INFO(text.toStdString());
    CHECK_FALSE(text.contains("M.R."));
    CHECK_FALSE(text.contains("Hannaford"));
    CHECK_FALSE(text.contains("SECRET"));
  }
}

TEST_CASE("A phone that is not enrolled reminds nobody") {
  QTemporaryDir directory;
  AppClock clock;
  SystemRandom random;
  device::PlainSeal seal;
  device::MemoryKeyStore keys;
  FakePositions positions;
  auto store = device::DeviceStore::open(directory.filePath("waymark.db").toStdString(), clock, random, seal);
  REQUIRE(store);
  FieldLog log(**store);
  AppSettings settings(directory.filePath("settings.ini"));
  settings.setEndOfDay(0);
  FakeNotifier notifier;
  QTimer minute;
  ReminderModel model(log, settings, &notifier, minute);
  model.look();
  CHECK(model.text().isEmpty());
  CHECK(notifier.said.isEmpty());
}

TEST_CASE("Settings knows the name this phone was enrolled with") {
  Phone phone;
  CHECK(phone.app().settingsModel().deviceText().isEmpty());
  phone.app().settings().setDeviceName("Dana's phone");
  CHECK(phone.app().settingsModel().deviceText() == "Dana's phone");
}
