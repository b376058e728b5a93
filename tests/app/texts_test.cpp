#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "mobile/app/app_options.h"
#include "mobile/app/app_settings.h"
#include "mobile/app/code_texts.h"
#include "mobile/app/field_script.h"
#include "mobile/app/network_state.h"
#include "mobile/app/rows_model.h"
#include "mobile/app/settings_model.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"

using namespace waymark;
using namespace waymark::app;

TEST_CASE("Times are read as people type them") {
  CHECK(parseClock("9:05") == 545);
  CHECK(parseClock(" 0905 ") == 545);
  CHECK(parseClock("23.59") == 1'439);
  CHECK(parseClock("0:00") == 0);
  for (const char* wrong : {"", "24:00", "9:60", "9", "9:5", "nine", "-1:00", "9:05 pm"})
    CHECK_FALSE(parseClock(wrong));
  CHECK(parseHours("7:30") == 450);
  CHECK(parseHours("7.5") == 450);
  CHECK(parseHours("7,5") == 450);
  CHECK(parseHours("24") == 1'440);
  for (const char* wrong : {"", "0", "0:00", "24:01", "25", "half", "7:3", "-2"})
    CHECK_FALSE(parseHours(wrong));
}

TEST_CASE("Logged hours are rounded down, needed ones up") {
  CHECK(hoursText(3'659) == "1 h 00 m");
  CHECK(neededText(3'601) == "1 h 01 m");
  CHECK(neededText(3'600) == "1 h 00 m");
  CHECK(durationText(std::chrono::minutes{59}) == "59 min");
  CHECK(durationText(std::chrono::minutes{60}) == "1 h 00 m");
  CHECK(stopwatchText(std::chrono::minutes{37}) == "0:37");
}

TEST_CASE("A moment begins a sentence or stands within one") {
  const Zone zone = *Zone::find("America/New_York");
  const Instant now = zone.at(*parseIsoDate("2026-11-19"), 600);
  CHECK(momentText(zone.at(*parseIsoDate("2026-11-19"), 510), zone, now) == "Today 08:30");
  CHECK(momentWithinText(zone.at(*parseIsoDate("2026-11-19"), 510), zone, now) == "today 08:30");
  CHECK(momentWithinText(zone.at(*parseIsoDate("2026-11-18"), 510), zone, now) == "yesterday 08:30");
  CHECK(momentWithinText(zone.at(*parseIsoDate("2026-11-12"), 510), zone, now) == "Thu 12 Nov 08:30");
}

TEST_CASE("Only languages whose translation is built in are offered") {
  for (const char* language : {"en", "es", "fr"}) {
    const QString code = QString::fromLatin1(language);
    INFO(language);
    CHECK(AppSettings::speaks(code) == (code == "en" || QFile::exists(AppSettings::translationOf(code))));
  }
  QTemporaryDir directory;
  AppSettings settings(directory.filePath("settings.ini"));
  settings.setLanguage("fr");
  CHECK(settings.language() == "en");
  NetworkState network;
  SettingsModel model(settings, network, directory.path());
  for (int row = 0; row < model.languages()->count(); ++row)
    CHECK(AppSettings::speaks(model.languages()->value(row, "code").toString()));
}

TEST_CASE("Every code has words of its own") {
  const auto each = [](auto wires, auto text) {
    QStringList seen;
    for (const auto wire : wires) {
      const QString words = text(wire);
      CHECK_FALSE(words.isEmpty());
      CHECK_FALSE(seen.contains(words));
      CHECK(words != QString::fromUtf8(wire.data(), qsizetype(wire.size())));
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
}

TEST_CASE("A refusal is one sentence of the app's own, whatever came over the wire") {
  const Error wire{ErrorCode::bad_code, "WIRE WORDS", "code"};
  CHECK(refusalText(wire) == "This code is wrong, used or expired: ask your admin for a new one.");
  CHECK(refusalText({ErrorCode::unreachable, "WIRE WORDS", "certificate"}) ==
        "This server cannot prove who it is: check the address, or ask your admin about its certificate.");
  for (int code = 0; code <= static_cast<int>(ErrorCode::aborted); ++code) {
    const QString sentence = refusalText({static_cast<ErrorCode>(code), "WIRE WORDS", "note"});
    CHECK(sentence.endsWith(u'.'));
    CHECK_FALSE(sentence.contains("WIRE"));
  }
}

TEST_CASE("A no-show counts up to its cap, and says so") {
  Verdict verdict{TimeKind::community, Reason::no_show_wait, true, std::chrono::minutes{30}};
  CHECK(verdictText(verdict).sentence ==
        "Counts as community for up to 30 min: waiting for someone who did not come");
  CHECK(verdictText(verdict).flagText == "by agency policy");
}

TEST_CASE("Every activity can be started from More") {
  for (const auto wire : wire_names<Activity>()) {
    const Activity activity = *from_wire<Activity>(wire);
    CHECK(usualPresetOf(activity).activity == activity);
  }
  CHECK_FALSE(presetOf("no tile"));
}

TEST_CASE("The command line is read whole or refused with a sentence") {
  const auto options = parseOptions(
      {"waymark",    "--data",    "/tmp/x",      "--size",   "390x844",    "--theme",  "dark",
       "--language", "es",        "--text-size", "150",      "--key-file", "k",        "--nmea",
       "n",          "--screens", "s",           "--script", "t",          "--enroll", "waymark://enroll?x"});
  REQUIRE(options);
  CHECK(options->data_dir == "/tmp/x");
  CHECK(options->size == QSize(390, 844));
  CHECK(options->text_size == 150);
  CHECK(options->headless());
  CHECK(parseOptions({"waymark", "waymark://enroll?server=x&code=y"})->enroll_link ==
        "waymark://enroll?server=x&code=y");
  for (const QStringList& wrong :
       {QStringList{"waymark", "--size", "large"}, QStringList{"waymark", "--theme", "pink"},
        QStringList{"waymark", "--text-size", "90"}, QStringList{"waymark", "--language", "fr"},
        QStringList{"waymark", "--unknown"}, QStringList{"waymark", "stray"}}) {
    const auto refused = parseOptions(wrong);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::bad_request);
    CHECK(QString::fromStdString(refused.error().message).endsWith(u'.'));
  }
}

TEST_CASE("A script is read line by line, and a wrong line is named") {
  const auto script =
      parseScript("# the day\nat 2026-11-19T08:30\n\nstart travel note=\"two words # kept\" # gone\n");
  REQUIRE(script);
  REQUIRE(script->size() == 2);
  CHECK((*script)[1].line == 4);
  CHECK((*script)[1].words == QStringList{"travel", "note=two words # kept"});
  const auto unknown = parseScript("stop\ndance\n");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message ==
        "Line 2 of the script: \"dance\" is no command; see docs/field-script.md.");
  CHECK_FALSE(parseScript("say \"open"));
  CHECK_FALSE(parseScript("stop now"));
  CHECK_FALSE(parseScript("at"));
}

TEST_CASE("A list keeps the rows that stay") {
  RowsModel rows({"id", "text"});
  int inserted = 0, removed = 0, changed = 0;
  QObject::connect(&rows, &RowsModel::rowsInserted, &rows,
                   [&](const QModelIndex&, int a, int b) { inserted += b - a + 1; });
  QObject::connect(&rows, &RowsModel::rowsRemoved, &rows,
                   [&](const QModelIndex&, int a, int b) { removed += b - a + 1; });
  QObject::connect(&rows, &RowsModel::dataChanged, &rows,
                   [&](const QModelIndex& a, const QModelIndex& b) { changed += b.row() - a.row() + 1; });
  rows.setRows({{1, "a"}, {2, "b"}, {3, "c"}});
  CHECK(inserted == 3);
  rows.setRows({{1, "a"}, {2, "B"}, {3, "c"}});
  CHECK(changed == 1);
  rows.setRows({{1, "a"}, {2, "B"}, {4, "d"}, {3, "c"}});
  CHECK(inserted == 4);
  CHECK(removed == 0);
  rows.setRows({{3, "c"}});
  CHECK(removed == 3);
  CHECK(rows.value(0, "text").toString() == "c");
  CHECK(rows.find("id", 3) == 0);
  CHECK(rows.find("id", 9) == -1);
  CHECK_FALSE(rows.value(5, "text").isValid());
  CHECK_FALSE(rows.value(0, "no role").isValid());
}
