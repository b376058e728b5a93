#include <fmt/format.h>

#include <QCoreApplication>
#include <catch2/catch.hpp>

#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

QString valueOf(RowsModel* rows, const char* key, const QString& of, const char* role) {
  return rows->value(rows->find(key, of), role).toString();
}

/// Suggestions are read once the page is drawn: when the event loop first turns.
void reopenAndDraw(Phone& phone) {
  phone.killAndReopen();
  phone.now();
  QCoreApplication::processEvents();
}

}  // namespace

TEST_CASE("One tap on a tile starts an entry that is committed at once") {
  Phone phone;
  phone.now().start("employer_visit");

  CHECK(phone.now().running());
  CHECK(phone.now().runningTitle() == "Employer visit");
  CHECK(phone.now().sinceText() == "since 08:30");
  CHECK(phone.now().feedbackText() == "Employer visit since 08:30");
  const Entry stored = phone.running();
  CHECK(stored.activity == Activity::employer_visit);
  CHECK(stored.place == Place::employer_site);
  CHECK(stored.contact == Contact::in_person);
  CHECK(stored.specialist_id == phone.agency.me.id);
  CHECK(phone.now().verdict().sentence == "Counts as community: service at a community place");
}

TEST_CASE("Each tile sets the codes of its activity") {
  const auto [tile, activity, place, contact] =
      GENERATE(table<const char*, Activity, std::optional<Place>, std::optional<Contact>>({
          {"employer_visit", Activity::employer_visit, Place::employer_site, Contact::in_person},
          {"job_coaching", Activity::job_coaching, Place::employer_site, Contact::in_person},
          {"participant", Activity::engagement, std::nullopt, Contact::in_person},
          {"travel", Activity::travel, std::nullopt, std::nullopt},
          {"office", Activity::documentation, Place::program_site, Contact::none},
          {"break", Activity::break_, std::nullopt, std::nullopt},
      }));
  Phone phone;
  phone.now().start(tile);
  const Entry entry = phone.running();
  CHECK(entry.activity == activity);
  CHECK(entry.place == place);
  CHECK(entry.contact == contact);
  CHECK(valueOf(phone.now().tiles(), "tile", tile, "active") == "true");
}

TEST_CASE("A switch ends what ran at the very instant the next one starts") {
  Phone phone;
  phone.now().start("employer_visit");
  phone.at("09:10");
  phone.now().start("office");

  const auto entries = phone.entriesToday();
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].ends_at == phone.when("09:10"));
  CHECK(entries[1].starts_at == phone.when("09:10"));
  CHECK(phone.now().runningTitle() == "Documentation");
}

TEST_CASE("Stop is one tap, and says until when") {
  Phone phone;
  phone.now().start("office");
  phone.at("10:00");
  phone.now().stop();
  CHECK_FALSE(phone.now().running());
  CHECK(phone.now().feedbackText() == "Documentation until 10:00");
  CHECK(phone.entriesToday().front().ends_at == phone.when("10:00"));
}

TEST_CASE("A second tap on the same tile within two seconds is a slip") {
  Phone phone;
  phone.now().start("office");
  phone.clock.hold(phone.clock.now() + Millis{1'500});
  phone.now().start("office");
  CHECK(phone.entriesToday().size() == 1);
  phone.clock.hold(phone.clock.now() + Millis{1'500});
  phone.now().start("office");
  CHECK(phone.entriesToday().size() == 2);
}

TEST_CASE("Undo of a start leaves nothing behind, of a switch lets the first one run on") {
  Phone phone;
  phone.now().start("employer_visit");
  const std::string first = phone.running().id;
  phone.at("09:10");
  phone.now().start("office");
  phone.now().undo();
  CHECK(phone.running().id == first);
  CHECK(phone.entriesToday().size() == 1);
  CHECK_FALSE(phone.now().canUndo());
  CHECK(phone.now().feedbackText().isEmpty());
}

TEST_CASE("Undo of a start takes the details given since with it") {
  Phone phone;
  phone.now().start("participant");
  phone.now().answer("library");
  phone.now().tapDetail("no_show");
  phone.now().undo();
  CHECK_FALSE(phone.now().running());
  CHECK(phone.entriesToday().empty());
}

TEST_CASE("Undo of a stop lets the entry run on") {
  Phone phone;
  phone.now().start("office");
  phone.at("10:00");
  phone.now().stop();
  phone.now().undo();
  CHECK(phone.now().running());
  CHECK(phone.running().starts_at == phone.when("08:30"));
}

TEST_CASE("Earlier moves the start, and the end of what the start had ended") {
  Phone phone;
  phone.now().start("employer_visit");
  phone.at("09:30");
  phone.now().start("office");
  phone.now().earlier(15);

  auto entries = phone.entriesToday();
  CHECK(entries[0].ends_at == phone.when("09:15"));
  CHECK(entries[1].starts_at == phone.when("09:15"));
  CHECK(phone.now().feedbackText() == "Documentation since 09:15");

  SECTION("a typed time does the same") {
    CHECK(phone.now().earlierAt("9:05"));
    CHECK(phone.running().starts_at == phone.when("09:05"));
  }
  SECTION("no time at all is said to be none") {
    CHECK_FALSE(phone.now().earlierAt("9h05"));
    CHECK(phone.now().earlierError() == "Write the time like 9:05.");
  }
  SECTION("a time to come is refused") {
    CHECK_FALSE(phone.now().earlierAt("9:45"));
    CHECK(phone.running().starts_at == phone.when("09:15"));
  }
  SECTION("it cannot swallow the entry before") {
    CHECK_FALSE(phone.now().earlierAt("8:15"));
    CHECK(phone.now().earlierError() == "Employer visit began at 08:30: change it in Day first.");
    CHECK(phone.running().starts_at == phone.when("09:15"));
  }
}

TEST_CASE("Since last stop begins where the day's last entry ended") {
  Phone phone;
  phone.now().start("office");
  phone.at("09:00");
  phone.now().stop();
  phone.at("09:20");
  phone.now().start("employer_visit");
  CHECK(phone.now().lastStopText() == "since 09:00");
  phone.now().earlierSinceLastStop();
  CHECK(phone.running().starts_at == phone.when("09:00"));
  CHECK(phone.now().lastStopText().isEmpty());
}

TEST_CASE("The day's first travel asks where from, then where to; the next one knows where from") {
  Phone phone;
  phone.now().start("travel");
  CHECK(phone.now().ask() == "from_place");
  CHECK(phone.now().askChoices()->value(0, "code").toString() == "own_home");
  phone.now().answer("own_home");
  CHECK(phone.now().ask() == "to_place");
  phone.now().answer("program_site");
  CHECK(phone.now().ask().isEmpty());
  CHECK(phone.now().verdict().reason == "commute");

  phone.at("08:50");
  phone.now().start("office");
  phone.at("09:30");
  phone.now().start("travel");
  CHECK(phone.now().ask() == "to_place");
  CHECK(phone.running().from_place == Place::program_site);
  phone.now().answer("employer_site");
  CHECK(phone.now().verdict().sentence == "Counts as community: travel to a community place");
}

TEST_CASE("Arriving answers where to for a journey that never said") {
  Phone phone;
  phone.now().start("office");
  phone.at("09:00");
  phone.now().start("travel");
  phone.at("09:20");
  phone.now().start("employer_visit");
  const auto entries = phone.entriesToday();
  REQUIRE(entries.size() == 3);
  CHECK(entries[1].to_place == Place::employer_site);
}

TEST_CASE("What is started on arriving is where the journey went, unless it is done elsewhere") {
  Phone phone;
  int hour = 8;
  const auto arriveAt = [&](const QString& place, const QString& tile) {
    phone.at(fmt::format("{:02}:40", hour));
    phone.now().start("travel");
    if (phone.now().ask() != "to_place") phone.now().tapDetail("to_place");
    phone.now().answer(place);
    phone.at(fmt::format("{:02}:00", ++hour));
    phone.now().start(tile);
    return phone.running();
  };
  const auto& employer = phone.agency.hannaford.id;
  const auto visit =
      arriveAt(QStringLiteral("employer_site@") + QString::fromStdString(employer), "employer_visit");
  CHECK(visit.place == Place::employer_site);
  CHECK(visit.employer_id == employer);

  CHECK(arriveAt("library", "participant").place == Place::library);
  CHECK(phone.now().ask().isEmpty());
  CHECK(arriveAt("library", "office").place == Place::program_site);
  CHECK_FALSE(arriveAt("library", "break").place);
}

TEST_CASE("A participant's tile asks for the place, and the participant brings the program") {
  Phone phone;
  phone.now().start("participant");
  CHECK(phone.now().ask() == "place");
  CHECK(phone.now().verdict().reason == "incomplete");
  phone.now().answer("library");
  CHECK(phone.now().ask().isEmpty());
  phone.now().tapDetail("participant");
  CHECK(phone.now().askText() == "Which participant?");
  phone.now().answer(QString::fromStdString(phone.agency.participant.id));
  CHECK(phone.running().program == "act");
  CHECK(phone.running().participant_id == phone.agency.participant.id);
}

TEST_CASE("A code that is no choice changes nothing") {
  Phone phone;
  phone.now().start("participant");
  phone.now().answer("moon");
  CHECK_FALSE(phone.running().place);
  CHECK(phone.now().ask() == "place");
}

TEST_CASE("A running entry survives a kill: it is a row") {
  Phone phone;
  phone.now().start("job_coaching");
  phone.at("09:40");
  phone.killAndReopen();
  CHECK(phone.now().running());
  CHECK(phone.now().runningTitle() == "Job coaching");
  CHECK(phone.now().elapsedText() == "1:10");
  phone.now().stop();
  CHECK(phone.entriesToday().front().ends_at == phone.when("09:40"));
}

TEST_CASE("The stopwatch counts from the stored start, also when the clock was set back") {
  Phone phone;
  phone.now().start("office");
  phone.clock.hold(phone.when("08:30") + Millis{65'000});
  CHECK(phone.now().elapsedText() == "0:01");
  CHECK(phone.now().elapsedSecondsText() == "05");
  phone.at("08:00");
  CHECK(phone.now().elapsedText() == "0:00");
  phone.now().start("break");  // still one tap
  CHECK(phone.now().runningTitle() == "Break");
  CHECK(phone.running().starts_at == phone.when("08:30"));
}

TEST_CASE("An entry left running for more than a day is ended at its limit, and said so") {
  Phone phone;
  phone.now().start("office");
  phone.at("2026-11-21 10:00");
  CHECK(phone.now().longRunningText() == "Documentation has run for 49 h 30 m: stop it if it is over.");
  phone.now().stop();
  CHECK_FALSE(phone.now().running());
  CHECK(phone.now().feedbackText() == "Documentation was ended after 24 hours: set its true end in Day.");
}

TEST_CASE("The last thing, the usual thing at this hour and the pinned one are suggested") {
  Phone phone;
  Entry coaching =
      phone.entry(Activity::job_coaching, Place::employer_site, "2026-11-16 08:40", "2026-11-16 10:00");
  coaching.participant_id = phone.agency.participant.id;
  phone.put(coaching);
  coaching.starts_at = phone.when("2026-11-17 08:20");
  coaching.ends_at = phone.when("2026-11-17 09:00");
  coaching.id.clear();
  phone.put(coaching);
  phone.put(
      phone.entry(Activity::documentation, Place::program_site, "2026-11-17 15:00", "2026-11-17 16:00"));
  reopenAndDraw(phone);

  auto* suggestions = phone.now().suggestions();
  REQUIRE(suggestions->count() == 2);
  CHECK(suggestions->value(0, "kind").toString() == "last");
  CHECK(suggestions->value(0, "text").toString() == "Documentation");
  CHECK(suggestions->value(1, "kind").toString() == "usual");
  CHECK(suggestions->value(1, "text").toString() == "M.R. · Job coaching");

  phone.now().startSuggestion(1);
  CHECK(phone.running().participant_id == phone.agency.participant.id);
  CHECK(phone.running().starts_at == phone.when("08:30"));

  phone.now().togglePin();
  CHECK(phone.now().pinned());
  phone.at("12:00");
  phone.now().start("office");
  phone.at("13:00");
  phone.now().start("break");
  reopenAndDraw(phone);
  suggestions = phone.now().suggestions();
  REQUIRE(suggestions->count() == 2);
  CHECK(suggestions->value(0, "kind").toString() == "last");
  CHECK(suggestions->value(0, "activity").toString() == "documentation");
  CHECK(suggestions->value(1, "kind").toString() == "pinned");
  CHECK(suggestions->value(1, "activity").toString() == "job_coaching");
}

TEST_CASE("The shell knows whose phone it is") {
  Phone phone;
  CHECK(phone.app().state().enrolled());
  CHECK(phone.app().state().personName() == "Dana");
  CHECK(phone.app().state().agencyName() == "Test agency");
}

TEST_CASE("After midnight, Earlier understands the evening the entry began on") {
  Phone phone;
  phone.at("2026-11-19 23:50");
  phone.now().start("participant");
  phone.at("2026-11-20 00:10");
  CHECK(phone.now().earlierAt("23:30"));
  CHECK(phone.running().starts_at == phone.when("2026-11-19 23:30"));
  CHECK(phone.now().feedbackText() == "Engagement since 23:30");
  CHECK(phone.now().earlierAt("0:05"));
  CHECK(phone.running().starts_at == phone.when("2026-11-20 00:05"));
}

TEST_CASE("An entry that runs over the week's end counts in each week to its edge") {
  Phone phone;
  phone.at("2026-11-22 23:30");
  phone.now().start("job_coaching");
  phone.at("2026-11-23 00:15");
  phone.log().lookAtClock();
  CHECK(phone.now().dateText() == "Monday 23 November");
  CHECK(phone.now().elapsedText() == "0:45");
  WeekModel& week = phone.app().week();
  week.refresh();
  CHECK(week.weekText() == "23–29 November");
  CHECK(week.communityText() == "0 h 15 m");
  week.previousWeek();
  CHECK(week.communityText() == "0 h 30 m");
}

TEST_CASE("Began earlier works long after the notice is gone, with an Undo of its own") {
  Phone phone;
  phone.now().start("office");
  phone.at("09:00");
  phone.now().stop();
  phone.at("09:20");
  phone.now().start("employer_visit");
  phone.now().dismissFeedback();
  CHECK(phone.now().lastStopText() == "since 09:00");
  phone.now().earlierSinceLastStop();
  CHECK(phone.running().starts_at == phone.when("09:00"));
  REQUIRE(phone.now().canUndo());
  phone.now().undo();
  CHECK(phone.running().starts_at == phone.when("09:20"));
}

TEST_CASE("The day so far is listed beside what runs") {
  Phone phone;
  phone.put(phone.entry(Activity::job_coaching, Place::library, "2026-11-18 22:00", "2026-11-18 23:00"));
  phone.put(phone.entry(Activity::job_coaching, Place::library, "07:30", "08:10"));
  phone.now().start("office");
  phone.settle();
  RowsModel* today = phone.now().today();
  REQUIRE(today->count() == 2);
  CHECK(today->value(0, "timeText").toString() == "07:30 – 08:10");
  CHECK(today->value(0, "title").toString() == "Job coaching");
  CHECK(today->value(0, "placeText").toString() == "Library");
  CHECK(today->value(0, "durationText").toString() == "40 min");
  CHECK(today->value(1, "timeText").toString() == "08:30 – now");
  CHECK(today->value(1, "running").toBool());
}

TEST_CASE("Among thousands of employers the question lists a few, and finds the rest by a part of the name") {
  std::vector<Record> many;
  for (int i = 0; i < 300; ++i) {
    Employer employer;
    employer.id = make_named_id("employer " + std::to_string(i));
    employer.name = "Bakery " + std::to_string(i);
    many.emplace_back(employer);
  }
  Employer cafe;
  cafe.id = make_named_id("café");
  cafe.name = "Zoë's Café on Third";
  many.emplace_back(cafe);
  Phone phone(many);
  phone.now().start("employer_visit");
  phone.now().tapDetail("employer");
  CHECK(phone.now().askFinds());
  CHECK(phone.now().askChoices()->count() == 24);
  CHECK(phone.now().askChoices()->find("text", "Zoë's Café on Third") == -1);
  phone.now().findChoice("third CAFE");
  REQUIRE(phone.now().askChoices()->count() == 1);
  phone.now().answer(phone.now().askChoices()->value(0, "code").toString());
  CHECK(phone.running().employer_id == cafe.id);
}
