#include <catch2/catch.hpp>

#include "mobile/app/time_texts.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::at_hannaford;
using waymark::app::test::Phone;

namespace {

QString at(EmployersModel& model, int row, const char* role) {
  return model.rows()->value(row, role).toString();
}

QStringList names(EmployersModel& model) {
  QStringList found;
  for (int row = 0; row < model.rows()->count(); ++row) found << at(model, row, "name");
  return found;
}

Entry visitTo(Phone& phone, const Employer& employer, const char* from, const char* to) {
  Entry entry = phone.entry(Activity::employer_visit, Place::employer_site, from, to);
  entry.employer_id = employer.id;
  return entry;
}

void settle(Phone& phone) {
  phone.settle();
  phone.app().network().settle();
}

}  // namespace

TEST_CASE("The network is listed by name, with one's own visits and what is next") {
  Employer next;
  next.id = make_named_id("test next");
  next.name = "Zebra Shoes";
  next.industry = "Retail";
  next.contact_name = "Ana Ruiz";
  next.next_step = "Bring two résumés";
  next.next_step_on = parseIsoDate("2026-11-16");
  Phone phone({next});
  phone.put(visitTo(phone, phone.agency.hannaford, "2026-11-03 10:00", "2026-11-03 11:00"));
  EmployersModel& model = phone.app().employers();
  CHECK(model.countText().isEmpty());  // still being read: neither empty nor none
  CHECK(model.emptyTitle().isEmpty());
  settle(phone);

  REQUIRE(model.rows()->count() == 3);
  CHECK(model.countText() == "3 employers");
  CHECK(names(model) == QStringList{"Zebra Shoes", "Hannaford", "Price Chopper"});
  CHECK(at(model, 0, "heading") == "Next steps due");
  CHECK(at(model, 0, "about") == "Retail · Ana Ruiz");
  CHECK(at(model, 0, "nextText") == "Bring two résumés · overdue since Mon 16 Nov");
  CHECK(at(model, 0, "nextState") == "overdue");
  CHECK(at(model, 1, "heading") == "The network by name");
  CHECK(at(model, 1, "lastText") == "Last visit Tue 3 Nov, 16 days ago");
  CHECK(at(model, 1, "visitsText").isEmpty());
  CHECK(at(model, 2, "heading").isEmpty());
  CHECK(at(model, 2, "lastText") == "No visit of yours yet");
  CHECK(at(model, 2, "syncText") == "Sent");
  CHECK(
      at(model, 0, "accessibleText") ==
      "Zebra Shoes, Retail · Ana Ruiz, Bring two résumés · overdue since Mon 16 Nov, No visit of yours yet, "
      "Sent");

  SECTION("a search takes the headings away and says how many it found") {
    model.setQuery("RUIZ");
    CHECK(names(model) == QStringList{"Zebra Shoes"});
    CHECK(at(model, 0, "heading").isEmpty());
    CHECK(model.countText() == "1 of 3 employers");
    model.setQuery("nobody");
    CHECK(model.emptyTitle() == "No employer found");
    model.setQuery("");
    CHECK(model.rows()->count() == 3);
  }
  SECTION("a visit under way shows at once, and counts against the week's target") {
    CHECK(model.contacts() == 0);
    CHECK(model.contactsText() == "0 of 6 employer contacts this week");
    Entry visit = visitTo(phone, phone.agency.hannaford, "08:00", "08:20");
    visit.hiring_authority = true;
    phone.put(visit);
    phone.put(visitTo(phone, phone.agency.price_chopper, "2026-11-18 08:00", "2026-11-18 08:20"));
    settle(phone);
    phone.put(visitTo(phone, phone.agency.hannaford, "08:21", "08:25"));
    settle(phone);
    CHECK(at(model, 1, "visitsText") == "2 visits this week");
    CHECK(at(model, 1, "lastText") == "Last visit today");
    CHECK(model.contactsText() == "3 of 6 employer contacts this week");
    CHECK(model.contactsDetail() == "1 with someone who can hire · 1 new, 2 returning");
  }
  SECTION("next week nothing has been visited this week") {
    phone.put(visitTo(phone, phone.agency.hannaford, "08:00", "08:20"));
    settle(phone);
    phone.at("2026-11-24 09:00");
    model.refresh();
    phone.app().network().settle();
    CHECK(at(model, 1, "visitsText").isEmpty());
    CHECK(model.contacts() == 0);
  }
  SECTION("a record from elsewhere arrives with a sync") {
    Employer added;
    added.id = make_named_id("test elsewhere");
    added.name = "Aardvark Books";
    phone.server->editElsewhere(added);
    phone.sync();
    settle(phone);
    CHECK(names(model) == QStringList{"Zebra Shoes", "Aardvark Books", "Hannaford", "Price Chopper"});
    CHECK(phone.log().employerName(added.id) == "Aardvark Books");
  }
}

TEST_CASE("An empty network says what to do") {
  Phone phone;
  REQUIRE(phone.log().store().set_deleted(phone.agency.hannaford.id, true));
  REQUIRE(phone.log().store().set_deleted(phone.agency.price_chopper.id, true));
  EmployersModel& model = phone.app().employers();
  settle(phone);
  CHECK(model.emptyTitle() == "No employers yet");
  CHECK(model.emptyAdvice() == "Add the first one: its name is enough, the rest can follow.");
  CHECK(model.removedCount() == 2);
  model.setShowRemoved(true);
  CHECK(names(model) == QStringList{"Hannaford", "Price Chopper"});
  CHECK(model.rows()->value(0, "removed").toBool());
}

TEST_CASE("An employer is added in the field with nothing but a name") {
  Phone phone;
  EmployersModel& list = phone.app().employers();
  EmployerModel& model = phone.app().employer();
  settle(phone);
  model.openNew("  Corner Deli ");
  CHECK(model.isNew());
  CHECK(model.editing());
  CHECK(model.name() == "Corner Deli");
  CHECK(model.canSave());
  REQUIRE(model.save());
  CHECK_FALSE(model.editing());
  CHECK(model.syncText() == "On this phone");
  CHECK(phone.app().keeper().feedbackText() == "Corner Deli added to the network");
  settle(phone);
  CHECK(names(list) == QStringList{"Corner Deli", "Hannaford", "Price Chopper"});

  SECTION("Undo takes it back") {
    phone.app().keeper().undo();
    settle(phone);
    CHECK(names(list) == QStringList{"Hannaford", "Price Chopper"});
    CHECK(phone.app().keeper().feedbackText().isEmpty());
  }
  SECTION("it is sent like anything else") {
    phone.sync();
    settle(phone);
    CHECK(model.syncText() == "Sent");
    CHECK(list.rows()->value(0, "syncText").toString() == "Sent");
  }
  SECTION("what is refused says what to do") {
    model.edit();
    model.setNote("words");
    REQUIRE(model.save());
    phone.server->answerNext(OpStatus::invalid, Error{ErrorCode::too_long, "WIRE WORDS", "note"});
    phone.sync();
    phone.sync();
    settle(phone);
    CHECK_FALSE(model.syncText().contains("WIRE"));
  }
}

TEST_CASE("Whoever is in the network already is offered first") {
  Phone phone;
  EmployerModel& model = phone.app().employer();
  phone.app().network().settle();
  model.openNew("");
  CHECK(model.namesakes()->count() == 0);
  CHECK_FALSE(model.canSave());
  model.setName("HANNAFORD");
  REQUIRE(model.namesakes()->count() == 1);
  CHECK(model.namesakes()->value(0, "name").toString() == "Hannaford");
  model.open(model.namesakes()->value(0, "employerId").toString());
  CHECK_FALSE(model.isNew());
  CHECK(model.name() == "Hannaford");
}

TEST_CASE("What was typed outlives the app, and giving it up takes it back") {
  Phone phone;
  phone.app().employer().openNew("Corner");
  phone.app().employer().setName("Corner Deli");
  phone.killAndReopen();
  EmployerModel& model = phone.app().employer();
  model.openNew("");
  CHECK(model.name() == "Corner Deli");
  model.cancel();
  CHECK_FALSE(model.loaded());
  model.openNew("");
  CHECK(model.name().isEmpty());

  model.open(QString::fromStdString(phone.agency.hannaford.id));
  model.edit();
  model.setPhone("555-0123");
  model.cancel();
  CHECK(model.phone().isEmpty());
  CHECK(model.contactLink().isEmpty());
}

TEST_CASE("A number is called, an address is written to") {
  Phone phone;
  EmployerModel& model = phone.app().employer();
  model.open(QString::fromStdString(phone.agency.hannaford.id));
  model.edit();
  model.setPhone("+1 (518) 555-0123");
  CHECK(model.contactLink() == "tel:+15185550123");
  model.setPhone("jobs@example.org");
  CHECK(model.contactLink() == "mailto:jobs@example.org");
  CHECK(model.contactByMail());
  model.setPhone("ask inside");
  CHECK(model.contactLink().isEmpty());
}

TEST_CASE("A position is asked for only when tapped") {
  Phone phone;
  EmployerModel& model = phone.app().employer();
  model.open(QString::fromStdString(phone.agency.price_chopper.id));
  model.edit();
  CHECK(phone.positions.requests == 0);
  model.useHere();
  CHECK(model.locating());
  REQUIRE(phone.positions.open);
  phone.positions.answer(at_hannaford);
  CHECK_FALSE(model.locating());
  REQUIRE(model.save());
  const auto saved = phone.log().records().find<Employer>(phone.agency.price_chopper.id);
  CHECK((*saved)->record.lat == at_hannaford.lat);

  model.edit();
  model.useHere();
  phone.positions.refuse(TagAbsence::no_signal);
  CHECK(model.errorText() == "No position (no signal): try again in the open, or save without one.");
  // A fix that was meant for something else changes nothing.
  phone.positions.answer({1, 1, {}, TagSource::gps});
  CHECK_FALSE(model.canSave());
  model.clearPosition();
  CHECK_FALSE(model.hasPosition());
  CHECK(model.canSave());
}

TEST_CASE("The next step's day is one tap, with Undo") {
  Phone phone;
  EmployerModel& model = phone.app().employer();
  model.open(QString::fromStdString(phone.agency.hannaford.id));
  CHECK(model.nextStepState() == "none");
  CHECK(model.setNextStepText("Bring two résumés"));
  CHECK(model.setNextStepDay("tomorrow"));
  CHECK(model.nextStepText() == "Bring two résumés · tomorrow");
  CHECK(phone.app().keeper().feedbackText() == "Next step tomorrow");
  CHECK(model.setNextStepDay("next_week"));
  CHECK(model.nextStepDayText() == "Thu 26 Nov");
  phone.app().keeper().undo();
  phone.settle();
  CHECK(model.nextStepText() == "Bring two résumés · tomorrow");
  CHECK_FALSE(model.setNextStepDay("whenever"));
  CHECK(model.nextStepError() == "Write the day like 11/24 or 24 Nov.");
  CHECK(model.setNextStepDay("12/1"));
  CHECK(model.nextStepError().isEmpty());
  CHECK(model.nextStepDayText() == "Tue 1 Dec");
  model.finishNextStep();
  CHECK(model.nextStepState() == "none");
  phone.app().keeper().undo();
  phone.settle();
  CHECK(model.nextStepText() == "Bring two résumés · Tue 1 Dec");
}

TEST_CASE("A visit is started where one stands, in one tap") {
  Phone phone;
  EmployerModel& model = phone.app().employer();
  model.open(QString::fromStdString(phone.agency.hannaford.id));
  model.startVisit();
  phone.settle();
  const Entry running = phone.running();
  CHECK(running.activity == Activity::employer_visit);
  CHECK(running.employer_id == phone.agency.hannaford.id);
  CHECK(running.place == Place::employer_site);
  CHECK(running.contact == Contact::in_person);
  CHECK(phone.now().runningPlaceText() == "Hannaford");
  CHECK(phone.now().canUndo());
  CHECK(phone.positions.open);
  phone.app().network().settle();
  CHECK(model.lastText() == "Last visit today");
  REQUIRE(model.visits()->count() == 1);
  CHECK(model.visits()->value(0, "whenText").toString() == "Today 08:30");
  CHECK(model.visits()->value(0, "whatText").toString() == "Employer visit · In person");
}

TEST_CASE("An employer shows the own participants with a job there") {
  Phone phone;
  Job job;
  job.participant_id = phone.agency.participant.id;
  job.employer_id = phone.agency.hannaford.id;
  job.title = "Stock clerk";
  job.hours_per_week = 18;
  job.starts_on = *parseIsoDate("2026-11-02");
  REQUIRE(phone.log().store().put(job));
  EmployerModel& model = phone.app().employer();
  phone.app().network().settle();
  model.open(QString::fromStdString(phone.agency.hannaford.id));
  REQUIRE(model.placed()->count() == 1);
  CHECK(model.placed()->value(0, "code").toString() == "M.R.");
  CHECK(model.placed()->value(0, "datesText").toString() == "since Mon 2 Nov");
}

TEST_CASE("An employer taken out of the network comes back with Undo, or later") {
  Phone phone;
  EmployersModel& list = phone.app().employers();
  EmployerModel& model = phone.app().employer();
  settle(phone);
  const QString id = QString::fromStdString(phone.agency.hannaford.id);
  model.open(id);
  model.remove();
  settle(phone);
  CHECK_FALSE(model.loaded());
  CHECK(names(list) == QStringList{"Price Chopper"});
  phone.app().keeper().undo();
  settle(phone);
  CHECK(names(list) == QStringList{"Hannaford", "Price Chopper"});

  model.open(id);
  model.remove();
  phone.app().keeper().dismissFeedback();
  settle(phone);
  CHECK(list.removedCount() == 1);
  model.open(id);
  CHECK(model.removed());
  model.bringBack();
  settle(phone);
  CHECK(names(list) == QStringList{"Hannaford", "Price Chopper"});
}

TEST_CASE("Undo belongs to the newest action, on whatever page") {
  Phone phone;
  EmployerModel& model = phone.app().employer();
  model.open(QString::fromStdString(phone.agency.hannaford.id));
  REQUIRE(model.setNextStepDay("tomorrow"));
  REQUIRE(phone.app().keeper().canUndo());
  phone.now().start("office");
  CHECK_FALSE(phone.app().keeper().canUndo());
  REQUIRE(phone.now().canUndo());
  REQUIRE(model.setNextStepDay("next_week"));
  CHECK_FALSE(phone.now().canUndo());

  SECTION("and takes nothing away that a sync brought since") {
    phone.settle();
    phone.sync();
    Employer elsewhere = phone.agency.hannaford;
    elsewhere.note = "from elsewhere";
    phone.server->editElsewhere(elsewhere);
    phone.sync();
    phone.app().keeper().undo();
    phone.settle();
    CHECK(model.note() == "from elsewhere");
  }
}
