// English and Spanish: what is shown follows the person's choice at once, and is written as that language
// writes it.
#include <QCoreApplication>
#include <QLocale>
#include <catch2/catch.hpp>

#include "mobile/app/code_texts.h"
#include "mobile/app/sync_texts.h"
#include "mobile/app/time_texts.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using namespace waymark::app::test;

namespace {

QStringList textsOf(const RowsModel* rows) {
  QStringList texts;
  for (int row = 0; row < rows->count(); ++row) texts << rows->value(row, "text").toString();
  return texts;
}

/// A plural of a page's, as QML asks for it.
QString versionCount(int n) {
  return QCoreApplication::translate("EditorHistory", "%n version(s)", nullptr, n);
}

/// The app in Spanish for as long as it lives.
struct SpanishPhone : Phone {
  SpanishPhone() {
    app().settings().overrideLanguage("es");
    settle();
  }
};

}  // namespace

TEST_CASE("Both languages are built in, and Settings offers them by their own names") {
  Phone phone;
  CHECK(AppSettings::speaks("en"));
  CHECK(AppSettings::speaks("es"));
  CHECK_FALSE(AppSettings::speaks("fr"));
  CHECK(textsOf(phone.app().settingsModel().languages()) == QStringList{"English", "Español"});
}

TEST_CASE("Switching the language changes everything that is shown, at once and back again") {
  Phone phone;
  phone.at("08:30");
  phone.now().start("employer_visit");
  phone.settle();
  SettingsModel& settings = phone.app().settingsModel();
  DayModel& day = phone.app().day();
  WeekModel& week = phone.app().week();
  SyncModel& sync = phone.app().sync();
  EntryEditorModel& editor = phone.app().editor();
  editor.open(phone.now().runningId());
  // What is seen changes at once; the other pages read anew when they are seen again.
  phone.now().setVisible(true);
  day.setVisible(true);
  week.setVisible(true);
  phone.now().tapDetail("contact");  // an open question
  phone.settle();
  QCoreApplication::processEvents();

  const auto shown = [&] {
    return QStringList{phone.now().dateText(),
                       phone.now().runningTitle(),
                       phone.now().sinceText(),
                       phone.now().verdict().sentence,
                       phone.now().askText(),
                       phone.now().week().hoursText,
                       phone.now().week().standingText,
                       day.dateText(),
                       day.rows()->value(0, "title").toString(),
                       day.rows()->value(0, "verdictText").toString(),
                       day.rows()->value(0, "syncText").toString(),
                       textsOf(day.tiles()).join('|'),
                       week.stateText(),
                       week.weekText(),
                       week.days()->value(0, "dayText").toString(),
                       textsOf(week.leaveKinds()).join('|'),
                       sync.chipText(),
                       sync.waiting()->value(0, "text").toString(),
                       sync.waiting()->value(0, "sinceText").toString(),
                       editor.verdict().sentence,
                       textsOf(editor.activityChoices()).join('|'),
                       textsOf(editor.placeChoices()).join('|'),
                       textsOf(editor.contactChoices()).join('|'),
                       editor.versions()->value(0, "text").toString(),
                       textsOf(phone.now().tiles()).join('|'),
                       textsOf(phone.now().activities()).join('|'),
                       textsOf(phone.now().details()).join('|'),
                       textsOf(settings.themes()).join('|'),
                       settings.licences()->value(1, "use").toString()};
  };
  const QStringList english = shown();
  settings.setLanguage("es");
  phone.settle();
  QCoreApplication::processEvents();
  const QStringList spanish = shown();
  REQUIRE(spanish.size() == english.size());
  for (qsizetype i = 0; i < english.size(); ++i) {
    INFO(english.at(i).toStdString());
    CHECK_FALSE(english.at(i).isEmpty());
    // Hours are written alike; the words around them are not.
    if (english.at(i) != phone.now().week().hoursText) CHECK(spanish.at(i) != english.at(i));
  }
  CHECK(phone.now().dateText() == "Jueves 19 de noviembre");
  CHECK(phone.now().runningTitle() == "Visita a empleador");
  CHECK(phone.now().sinceText() == "desde las 08:30");
  CHECK(week.weekText() == "16–22 de noviembre");
  settings.setLanguage("en");
  phone.settle();
  QCoreApplication::processEvents();
  CHECK(shown() == english);
}

TEST_CASE("What was said in one language is not left standing in the other") {
  Phone phone;
  phone.now().start("office");
  REQUIRE_FALSE(phone.now().feedbackText().isEmpty());
  phone.app().settings().overrideLanguage("es");
  CHECK(phone.now().feedbackText().isEmpty());
  CHECK(phone.now().running());
}

TEST_CASE("One and many are told apart in both languages") {
  Phone phone;
  const auto many = [](int n) { return SyncModel::tr("%n need(s) you", nullptr, n); };
  CHECK(many(1) == "1 needs you");
  CHECK(many(2) == "2 need you");
  CHECK(versionCount(1) == "1 version");
  phone.app().settings().overrideLanguage("es");
  CHECK(many(1) == "1 por revisar");
  CHECK(versionCount(1) == "1 versión");
  CHECK(versionCount(2) == "2 versiones");
}

TEST_CASE("Dates and numbers are those of the chosen language, not of the system") {
  const QLocale before;
  QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
  {
    SpanishPhone phone;
    CHECK(QLocale().language() == QLocale::Spanish);
    CHECK(QLocale().decimalPoint() == ".");
    CHECK(dayText(*parseIsoDate("2026-11-30")) == "Lunes 30 de noviembre");
    CHECK(weekText(*parseIsoDate("2026-11-30")) == "30 de noviembre – 6 de diciembre");
    phone.app().settings().overrideLanguage("en");
    CHECK(dayText(*parseIsoDate("2026-11-30")) == "Monday 30 November");
  }
  QLocale::setDefault(before);
}

TEST_CASE("Every refusal is a Spanish sentence of the app's own, whatever came over the wire") {
  Phone phone;
  const auto sentences = [] {
    QStringList all;
    for (const char* field : {"", "server", "code", "certificate", "key_store", "note", "late_reason",
                              "miles", "program", "participant_id", "employer_id", "start_tag", "minutes"})
      for (int code = 0; code <= static_cast<int>(ErrorCode::aborted); ++code)
        all << refusalText({static_cast<ErrorCode>(code), "WIRE WORDS", field});
    return all;
  };
  const QStringList english = sentences();
  phone.app().settings().overrideLanguage("es");
  const QStringList spanish = sentences();
  for (qsizetype i = 0; i < english.size(); ++i) {
    INFO(english.at(i).toStdString());
    CHECK(spanish.at(i) != english.at(i));
    CHECK(spanish.at(i).endsWith(u'.'));
    CHECK_FALSE(spanish.at(i).contains("WIRE"));
  }
}

TEST_CASE("Every code has Spanish words of its own") {
  SpanishPhone phone;
  const auto each = [](auto wires, auto text) {
    QStringList seen;
    for (const auto wire : wires) {
      const QString words = text(wire);
      INFO(words.toStdString());
      CHECK_FALSE(words.isEmpty());
      CHECK_FALSE(seen.contains(words));
      seen << words;
    }
  };
  each(wire_names<Activity>(), [](auto w) { return toText(*from_wire<Activity>(w)); });
  each(wire_names<Place>(), [](auto w) { return toText(*from_wire<Place>(w)); });
  each(wire_names<Contact>(), [](auto w) { return toText(*from_wire<Contact>(w)); });
  each(wire_names<Reason>(), [](auto w) { return toText(*from_wire<Reason>(w)); });
  each(wire_names<TagAbsence>(), [](auto w) { return toText(*from_wire<TagAbsence>(w)); });
  each(wire_names<Standing>(), [](auto w) { return toText(*from_wire<Standing>(w)); });
  each(wire_names<TimeKind>(), [](auto w) { return toText(*from_wire<TimeKind>(w)); });
  each(wire_names<LeaveKind>(), [](auto w) { return toText(*from_wire<LeaveKind>(w)); });
}
