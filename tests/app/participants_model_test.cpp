#include <catch2/catch.hpp>

#include "mobile/app/time_texts.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

QString at(ParticipantsModel& model, int row, const char* role) {
  return model.rows()->value(row, role).toString();
}

Participant someone(const Phone& phone, const char* code, const char* entered,
                    const char* status = "active") {
  Participant one;
  one.id = make_named_id(std::string("test participant ") + code);
  one.code = code;
  one.program = "act";
  one.status = status;
  one.specialist_id = phone.agency.me.id;
  one.entered_on = *parseIsoDate(entered);
  return one;
}

Job jobOf(const Phone& phone, const Participant& who, const char* starts, double hours = 18) {
  Job job;
  job.participant_id = who.id;
  job.employer_id = phone.agency.hannaford.id;
  job.title = "Stock clerk";
  job.hours_per_week = hours;
  job.starts_on = *parseIsoDate(starts);
  return job;
}

template <class R>
R put(Phone& phone, R record) {
  auto saved = phone.log().store().put(std::move(record));
  REQUIRE(saved);
  phone.settle();
  return *saved;
}

void settle(Phone& phone) {
  phone.settle();
  phone.app().network().settle();
}

}  // namespace

TEST_CASE("The caseload is listed with what is due, soonest first") {
  Phone phone;  // M.R. entered on 1 September and met nobody who can hire
  const auto starts = put(phone, someone(phone, "S.T.", "2026-10-01"));
  put(phone, jobOf(phone, starts, "2026-11-23"));
  const auto works = put(phone, someone(phone, "W.K.", "2026-01-05"));
  put(phone, jobOf(phone, works, "2026-09-02", 8));
  Entry met = phone.entry(Activity::follow_along, Place::cafe, "2026-11-10 10:00", "2026-11-10 10:40");
  met.participant_id = works.id;
  phone.put(met);
  put(phone, someone(phone, "N.W.", "2026-11-12"));
  put(phone, someone(phone, "O.L.", "2025-01-12", "closed"));
  ParticipantsModel& model = phone.app().participants();
  CHECK_FALSE(model.empty());  // still being read
  settle(phone);

  REQUIRE(model.rows()->count() == 4);
  CHECK(at(model, 0, "code") == "M.R.");
  CHECK(at(model, 0, "overdueText") == "Overdue since Thu 1 Oct");
  CHECK(at(model, 0, "dueState") == "overdue");
  CHECK(at(model, 0, "dueText") == "Meet someone who can hire");
  CHECK(at(model, 1, "code") == "S.T.");
  CHECK(at(model, 1, "dueText") == "Meet in the week before the start · by Sun 22 Nov");
  CHECK(at(model, 1, "dueState") == "open");
  CHECK(at(model, 1, "jobText") == "Stock clerk at Hannaford, 18 h a week from Mon 23 Nov");
  CHECK(at(model, 2, "code") == "N.W.");
  CHECK(at(model, 2, "dueText") == "Meet someone who can hire · by Sat 12 Dec");
  CHECK(at(model, 3, "code") == "W.K.");
  CHECK(at(model, 3, "dueText") == "Monthly meeting, month 4 of 12 · from Wed 2 Dec");
  CHECK(at(model, 3, "aboutText") == "Active · ACT");
  CHECK(model.caseloadText() == "4 of 20 on your caseload");
  CHECK(model.dueText() == "1 overdue · 2 due");
  CHECK(at(model, 1, "accessibleText") ==
        "S.T., Active, ACT, Meet in the week before the start · by Sun 22 Nov, Stock clerk at Hannaford, 18 "
        "h a "
        "week from Mon 23 Nov, On this phone");

  SECTION("closed cases are shown when asked for, last, and owe nothing") {
    CHECK(model.closedCount() == 1);
    model.setShowClosed(true);
    REQUIRE(model.rows()->count() == 5);
    CHECK(at(model, 4, "code") == "O.L.");
    CHECK(at(model, 4, "dueText").isEmpty());
    CHECK(model.rows()->value(4, "closed").toBool());
  }
  SECTION("a meeting moves the case on at once") {
    phone.now().startLike([&] {
      Entry contact = phone.entry(Activity::engagement, Place::cafe, "08:30", "08:30");
      contact.participant_id = starts.id;
      return contact;
    }());
    settle(phone);
    const int row = model.rows()->find("code", "S.T.");
    CHECK(at(model, row, "dueText") == "Meet within 3 days of the start · from Mon 23 Nov");
  }
  SECTION("another's participant is not on the list") {
    auto other = someone(phone, "X.X.", "2026-11-01");
    other.specialist_id = make_named_id("somebody else");
    put(phone, other);
    settle(phone);
    CHECK(model.rows()->find("code", "X.X.") == -1);
  }
}

TEST_CASE("A caseload past the agency's limit says so") {
  Phone phone;
  for (int i = 0; i < 20; ++i) put(phone, someone(phone, ("P" + std::to_string(i)).c_str(), "2026-11-10"));
  ParticipantsModel& model = phone.app().participants();
  settle(phone);
  CHECK(model.caseloadText() == "21 of 20 on your caseload");
  CHECK(model.tooMany());
  CHECK(model.dueText() == "More than the agency's limit: speak to your lead.");
}

TEST_CASE("A participant is added in the field by a code") {
  Phone phone;
  ParticipantModel& model = phone.app().participant();
  model.openNew();
  CHECK(model.isNew());
  CHECK(model.program() == "act");  // the caseload's
  CHECK(model.status() == "active");
  CHECK(model.enteredText() == "Thu 19 Nov 2026");
  CHECK_FALSE(model.canSave());
  CHECK(model.codeHint() == "Initials or the agency's code: no full name, and never a diagnosis.");
  model.setCode("Dana Whitfield");
  CHECK(model.codeHint() == "This looks like a full name: use initials or the agency's code.");
  model.setCode("m.r.");
  CHECK(model.codeHint() == "Someone on your caseload has this code: add a digit to tell them apart.");
  model.setCode("D.W.");
  model.setPart2(true);
  model.typeEntered("whenever");
  CHECK(model.dateError() == "Write the day like 11/24 or 24 Nov.");
  CHECK_FALSE(model.canSave());
  model.typeEntered("11/16");
  model.moveEntered(-1);
  REQUIRE(model.save());
  CHECK_FALSE(model.isNew());
  CHECK(model.aboutText() == "Active · ACT · since Sun 15 Nov 2026 · 42 CFR Part 2");
  CHECK(phone.app().keeper().feedbackText() == "D.W. added to your caseload");
  const auto saved = phone.log().records().find<Participant>(model.participantId().toStdString());
  CHECK((*saved)->record.specialist_id == phone.agency.me.id);

  phone.app().keeper().undo();
  phone.settle();
  CHECK(model.closedCase());
}

TEST_CASE("What was typed of a participant outlives the app") {
  Phone phone;
  phone.app().participant().openNew();
  phone.app().participant().setCode("D.W.");
  phone.killAndReopen();
  phone.app().participant().openNew();
  CHECK(phone.app().participant().code() == "D.W.");
  phone.app().participant().cancel();
  CHECK_FALSE(phone.app().participant().loaded());
}

TEST_CASE("A case is closed with Undo, and opened again") {
  Phone phone;
  ParticipantModel& model = phone.app().participant();
  model.open(QString::fromStdString(phone.agency.participant.id));
  CHECK(model.overdueText() == "Overdue since Thu 1 Oct");
  model.closeCase();
  CHECK(model.closedCase());
  CHECK(model.nextText() == "The case is closed: nothing is due.");
  CHECK(phone.app().keeper().feedbackText() == "M.R. closed");
  phone.app().keeper().undo();
  phone.settle();
  CHECK_FALSE(model.closedCase());
  model.closeCase();
  model.reopenCase();
  CHECK_FALSE(model.closedCase());
  CHECK(model.status() == "active");
}

TEST_CASE("A contact is logged with the participant named") {
  Phone phone;
  ParticipantModel& model = phone.app().participant();
  model.open(QString::fromStdString(phone.agency.participant.id));
  CHECK(model.lastMetText() == "No meeting recorded yet");
  model.logContact();
  phone.settle();
  Entry running = phone.running();
  CHECK(running.activity == Activity::engagement);
  CHECK(running.participant_id == phone.agency.participant.id);
  CHECK(running.participant_present);
  CHECK(running.program == "act");
  CHECK(phone.now().ask() == "place");
  CHECK(model.lastMetText() == "Last met today");
  REQUIRE(model.contacts()->count() == 1);

  phone.now().undo();
  put(phone, jobOf(phone, phone.agency.participant, "2026-11-02"));
  phone.at("09:00");
  model.logContact();
  phone.settle();
  CHECK(phone.running().activity == Activity::follow_along);
}

TEST_CASE("First contacts are told in days") {
  Phone phone;
  ParticipantModel& model = phone.app().participant();
  model.open(QString::fromStdString(phone.agency.participant.id));
  CHECK(model.hiringText() == "Not yet, after 79 days");
  Entry visit =
      phone.entry(Activity::employer_visit, Place::employer_site, "2026-09-09 10:00", "2026-09-09 11:00");
  visit.employer_id = phone.agency.hannaford.id;
  visit.participant_id = phone.agency.participant.id;
  phone.put(visit);
  CHECK(model.employerContactText() == "After 8 days, on Wed 9 Sep");
  CHECK(model.hiringText() == "Not yet, after 79 days");
}

TEST_CASE("Out of view nothing is worked out anew; back in view it is") {
  Phone phone;
  ParticipantsModel& list = phone.app().participants();
  ParticipantModel& person = phone.app().participant();
  settle(phone);
  person.open(QString::fromStdString(phone.agency.participant.id));
  for (const bool in_view : {true, false}) {
    list.setWatched(in_view);
    person.setWatched(in_view);
  }
  person.logContact();
  settle(phone);
  CHECK(phone.app().network().caseload()->front().entries.empty());
  CHECK(person.lastMetText() == "No meeting recorded yet");
  CHECK(phone.log().participantName(phone.agency.participant.id) == "M.R.");
  list.setWatched(true);
  person.setWatched(true);
  settle(phone);
  CHECK(phone.app().network().caseload()->front().entries.size() == 1);
  CHECK(person.lastMetText() == "Last met today");
}

TEST_CASE("Midnight brings the next day's dues while the page is open") {
  Phone phone;
  ParticipantModel& person = phone.app().participant();
  put(phone, jobOf(phone, phone.agency.participant, "2026-11-20"));
  person.open(QString::fromStdString(phone.agency.participant.id));
  CHECK(person.nextText() == "Meet in the week before the start · by today");
  phone.at("2026-11-20 00:01");
  phone.log().lookAtClock();
  CHECK(person.nextText() == "Meet within 3 days of the start · by Mon 23 Nov");
}

TEST_CASE("A job is added, changed and ended in the field") {
  Phone phone;
  ParticipantModel& person = phone.app().participant();
  ParticipantJobModel& job = phone.app().participantJob();
  phone.put([&] {
    Entry visit = phone.entry(Activity::employer_visit, Place::employer_site, "08:00", "08:20");
    visit.employer_id = phone.agency.price_chopper.id;
    return visit;
  }());
  settle(phone);
  person.open(QString::fromStdString(phone.agency.participant.id));
  job.openNew(person.participantId());
  CHECK(job.participantCode() == "M.R.");
  CHECK(job.missingText() == "Choose the employer.");
  // Who was visited lately is offered without a search.
  REQUIRE(job.employers()->count() == 1);
  CHECK(job.employers()->value(0, "text").toString() == "Price Chopper");
  job.setEmployerQuery("hanna");
  REQUIRE(job.employers()->count() == 1);
  job.chooseEmployer(job.employers()->value(0, "code").toString());
  CHECK(job.employers()->value(0, "selected").toBool());
  job.setTitle("Stock clerk");
  CHECK(job.missingText() == "Say how many hours a week it is.");
  job.setHours("a lot");
  CHECK(job.hoursError() == "Write the hours a week like 12.5.");
  CHECK_FALSE(job.canSave());
  job.setHours("12,5");
  CHECK(job.hoursError().isEmpty());
  job.typeStart("11/23");
  REQUIRE(job.save());
  CHECK_FALSE(job.loaded());
  CHECK(phone.app().keeper().feedbackText() == "Job added for M.R.");
  phone.settle();
  REQUIRE(person.jobs()->count() == 1);
  CHECK(person.jobs()->value(0, "text").toString() == "Stock clerk at Hannaford, 12.5 h a week");
  CHECK(person.jobs()->value(0, "kindText").toString() == "Competitive");
  CHECK(person.nextText() == "Meet in the week before the start · by Sun 22 Nov");

  SECTION("it ends") {
    job.open(person.jobs()->value(0, "jobId").toString());
    CHECK_FALSE(job.canSave());
    job.setEnds(true);
    job.moveEnd(-30);
    CHECK(job.missingText() == "The end is before the start: move one of them.");
    job.typeEnd("12/1");
    REQUIRE(job.save());
    phone.settle();
    CHECK(person.jobs()->value(0, "datesText").toString() == "Mon 23 Nov – Tue 1 Dec");
    phone.app().keeper().undo();
    phone.settle();
    CHECK(person.jobs()->value(0, "datesText").toString() == "from Mon 23 Nov");
  }
  SECTION("it is removed, with Undo") {
    job.open(person.jobs()->value(0, "jobId").toString());
    job.remove();
    phone.settle();
    CHECK(person.jobs()->count() == 0);
    phone.app().keeper().undo();
    phone.settle();
    CHECK(person.jobs()->count() == 1);
  }
}

TEST_CASE("An employer that is not in the network yet is added from the job") {
  Phone phone;
  ParticipantJobModel& job = phone.app().participantJob();
  phone.app().network().settle();
  job.openNew(QString::fromStdString(phone.agency.participant.id));
  job.setEmployerQuery("hannaford");
  CHECK(job.addEmployerText().isEmpty());
  job.setEmployerQuery("Corner Deli");
  CHECK(job.addEmployerText() == "Add “Corner Deli” to the network");
  job.addEmployer();
  REQUIRE(job.employers()->count() >= 1);
  CHECK(job.employers()->value(0, "text").toString() == "Corner Deli");
  CHECK(job.employers()->value(0, "selected").toBool());
}
