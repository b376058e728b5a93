#include <QEventLoop>
#include <QTimer>
#include <catch2/catch.hpp>

#include "mobile/app/script_runner.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

struct Run {
  QString problem;
  QStringList printed;
  bool killed = false;
};

/// Runs a script to its end; a position is answered as soon as it is asked for.
Run runScript(Phone& phone, const char* text) {
  const auto commands = parseScript(QString::fromUtf8(text));
  REQUIRE(commands);
  Run run;
  QEventLoop loop;
  QTimer positions;
  QObject::connect(&positions, &QTimer::timeout, &loop, [&] {
    if (phone.positions.open) phone.positions.answer(test::at_hannaford);
  });
  positions.start(1);
  ScriptRunner runner(phone.app(), phone.clock, *commands,
                      {.enroll_link = {},
                       .screens = nullptr,
                       .print = [&](const QString& line) { run.printed << line; },
                       .kill =
                           [&] {
                             run.killed = true;
                             loop.quit();
                           }});
  QObject::connect(&runner, &ScriptRunner::ended, &loop, [&](const QString& problem) {
    run.problem = problem;
    loop.quit();
  });
  QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
  runner.start();
  loop.exec();
  return run;
}

}  // namespace

TEST_CASE("A field day is told in taps") {
  Phone phone;
  phone.server->setOnline(false);
  const Run run = runScript(phone, R"(
at 2026-11-19T08:30
start travel from=program_site to=Hannaford
expect verdict community
at 08:55
start employer_visit employer=Hannaford hiring=yes note="Asked about evenings"
wait fix
expect tag fix
at 09:40
sync
expect sync waiting
start job_coaching place=employer_site participant=M.R. present=yes
at 10:30
start office
expect running documentation
at 11:00
stop
expect running none
show day
show week
show waiting
)");
  CHECK(run.problem == "");
  CHECK(run.printed.contains("Travel since 08:30"));
  CHECK(
      run.printed.contains("  Program site → Hannaford · Counts as community: travel to a community place"));
  CHECK(run.printed.contains("  Nearest: Hannaford · 13 m") == false);  // the employer is named already
  CHECK(run.printed.contains("  08:55–09:40  Employer visit, Hannaford"));
  CHECK(run.printed.contains("Documentation until 11:00"));
  CHECK(run.printed.filter("Sync: The server cannot be reached").size() == 1);
  const auto entries = phone.entriesToday();
  REQUIRE(entries.size() == 4);
  CHECK(entries[1].hiring_authority);
  CHECK(entries[1].note == "Asked about evenings");
  CHECK(entries[2].participant_id == phone.agency.participant.id);
  CHECK(entries[2].participant_present);
}

TEST_CASE("A kill ends the script where it stands, and the next one finds the entry running") {
  Phone phone;
  const Run first = runScript(phone, "at 09:00\nstart job_coaching\nkill\nsay never\n");
  CHECK(first.killed);
  CHECK_FALSE(first.printed.contains("never"));
  phone.killAndReopen();
  const Run second =
      runScript(phone,
                "at 09:45\nexpect running job_coaching\nstop\nwait fix\nsync\nexpect sync done\n"
                "expect waiting 0\n");
  CHECK(second.problem == "");
}

TEST_CASE("What goes wrong names its line") {
  const auto [script, problem] = GENERATE(table<const char*, const char*>({
      {"stop\n", "Line 1 of the script: nothing runs, so nothing can be stopped."},
      {"say hello\nstart dancing\n", "Line 2 of the script: \"dancing\" is no tile and no activity."},
      {"start office to=library\n", "Line 1 of the script: to cannot be given for Documentation."},
      {"start office contact=telepathy\n",
       "Line 1 of the script: there is no contact \"telepathy\" to choose."},
      {"expect running travel\n", "Line 1 of the script: running should be travel but is none."},
      {"at noon\n", "Line 1 of the script: write the time like 2026-11-19T08:30 or 09:15."},
      {"screen now\n", "Line 1 of the script: start with --screens DIR to take pictures."},
  }));
  Phone phone;
  CHECK(runScript(phone, script).problem == problem);
}

TEST_CASE("Employers and participants are reached by a script, too") {
  Phone phone;
  const Run run = runScript(phone, R"(
at 2026-11-19T08:30
next-step hannaford tomorrow "Bring two résumés"
visit hannaford
expect running employer_visit
at 09:10
contact M.R.
expect running engagement
stop
show employers
show participants
)");
  CHECK(run.problem.isEmpty());
  CHECK(run.printed.contains("Hannaford: Bring two résumés · tomorrow"));
  CHECK(run.printed.contains("2 employers · 1 of 6 employer contacts this week"));
  CHECK(run.printed.filter("  Hannaford · Bring two résumés · tomorrow · Last visit today").size() == 1);
  CHECK(run.printed.contains("1 of 20 on your caseload · 1 overdue"));

  CHECK(runScript(phone, "visit nobody").problem == "Line 1 of the script: there is no employer \"nobody\".");
  CHECK(runScript(phone, "contact X.Y.").problem ==
        "Line 1 of the script: there is no participant \"X.Y.\".");
  CHECK(runScript(phone, "open page Now").problem ==
        "Line 1 of the script: write open employer NAME, or open participant CODE.");
}
