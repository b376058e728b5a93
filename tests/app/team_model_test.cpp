// The team's week on its lead's phone.
#include <catch2/catch.hpp>

#include "mobile/app/time_texts.h"
#include "mobile/device/sync_side.h"
#include "shared/sync/message_codec.h"
#include "tests/app/phone.h"

using namespace waymark;
using namespace waymark::app;
using waymark::app::test::Phone;

namespace {

QString at(TeamModel& model, int row, const char* role) {
  return model.people()->value(row, QString::fromLatin1(role)).toString();
}

int rowOf(TeamModel& model, const QString& name) {
  return model.people()->find(QStringLiteral("name"), name);
}

/// Two people as they stood on the Thursday the phone stands on: one good week, one with everything to look
/// at.
PersonWeek person(const Phone& phone, const char* name, std::int64_t community_s, std::int64_t work_s,
                  Standing standing) {
  PersonWeek week;
  week.owner = {make_named_id(name), name, "open"};
  WeekTally& tally = week.tally;
  tally.week_start = *parseIsoDate("2026-11-16");
  tally.time_zone = "America/New_York";
  tally.policy_from = *parseIsoDate("2000-01-01");
  tally.as_of = phone.clock.now();
  tally.community_s = community_s;
  tally.work_s = tally.logged_s = work_s;
  tally.on_site_s = work_s - community_s;
  tally.has_schedule = true;
  tally.scheduled_s = 5 * 27'000;
  tally.standing = standing;
  tally.employer_contacts = {4, 2, 1, 1, 6};
  for (int day = 0; day < 7; ++day) {
    auto& each = tally.days[static_cast<std::size_t>(day)];
    each.date = add_days(tally.week_start, day);
    if (day < 5) each.scheduled_s = 27'000;
  }
  tally.days[0].time = {community_s, work_s - community_s, 0};
  tally.by_activity["employer_visit"] = {community_s, 0, 0};
  tally.by_activity["documentation"] = {0, work_s - community_s, 0};
  tally.by_place["library"] = {community_s, 0, 0};
  tally.by_place["unspecified"] = {0, work_s - community_s, 0};
  week.last_contact = week.last_sync = phone.clock.now() - std::chrono::minutes{20};
  return week;
}

TeamWeek teamOf(const Phone& phone) {
  TeamWeek week;
  week.team = "North";
  week.week_start = *parseIsoDate("2026-11-16");
  auto good = person(phone, "Amara Okafor", 21'600, 32'400, Standing::recommended);
  good.owner.state = "submitted";
  auto bad = person(phone, "Zoe Lindqvist", 7'200, 21'600, Standing::below);
  bad.owner.state = "returned";
  bad.last_contact = bad.last_sync = phone.when("2026-11-17 16:10");
  bad.tally.flagged_s = 3'600;
  bad.tally.exceptions = {{ExceptionCode::gap, {"a"}, 1'200},
                          {ExceptionCode::gap, {"b"}, 2'400},
                          {ExceptionCode::overlap, {"a", "b"}, 600}};
  auto never = person(phone, "Mia Santos", 0, 0, Standing::too_little);
  never.tally.by_activity.clear();
  never.tally.by_place.clear();
  never.last_contact = never.last_sync = std::nullopt;
  week.people = {good, never, bad};
  week.pooled = {28'800, 54'000};
  week.mean_share = "50.0";
  week.submitted = 1;
  week.heard_from = 1;
  return week;
}

/// Answers the team's route with what a test says, and passes everything else on.
class TeamServer final : public device::Transport {
 public:
  explicit TeamServer(device::Transport& rest) : rest_(rest) {}
  Result<device::HttpResponse> send(const device::HttpRequest& request, device::Abort& abort) override {
    if (!request.path.starts_with("/v1/team/week")) return rest_.send(request, abort);
    const std::lock_guard lock(mutex);
    ++asked;
    if (failure) return tl::unexpected(*failure);
    if (refusal) return device::HttpResponse{403, error_json(*refusal), std::nullopt};
    TeamWeek week = answer;
    const auto first = parse_date(request.path.substr(request.path.find('=') + 1), "start");
    if (first && *first != week.week_start) {
      week = {};
      week.week_start = *first;
    }
    return device::HttpResponse{200, to_json(week), std::nullopt};
  }

  std::mutex mutex;
  TeamWeek answer;
  std::optional<Error> failure, refusal;
  int asked = 0;

 private:
  device::Transport& rest_;
};

/// A lead's phone in front of that server.
struct Desk {
  Desk() : server(*phone.server) {
    Person lead = phone.agency.me;
    lead.role = Role::lead;
    phone.server->editElsewhere(lead);
    REQUIRE_FALSE(phone.sync().error);
    server.answer = teamOf(phone);
    model = std::make_unique<TeamModel>(
        phone.log(), std::make_unique<TeamFetcher>(phone.log().store(), phone.keys, server));
    person = std::make_unique<TeamPersonModel>(phone.log(), *model);
  }
  void look() {
    model->setWatched(true);
    model->settle();
  }
  void lookAgain() {
    model->setWatched(false);
    look();
  }

  Phone phone;
  TeamServer server;
  std::unique_ptr<TeamModel> model;
  std::unique_ptr<TeamPersonModel> person;
};

}  // namespace

TEST_CASE("A lead sees the team's week: the pooled share, the mean, who submitted, and how complete it is") {
  Desk desk;
  CHECK(desk.model->lead());
  CHECK_FALSE(desk.model->known());
  CHECK(desk.server.asked == 0);  // nobody looks yet
  desk.look();
  CHECK(desk.server.asked == 1);
  CHECK(desk.model->known());
  CHECK(desk.model->teamText() == "Team North");
  CHECK(desk.model->weekText() == "16–22 November");
  CHECK(desk.model->isThisWeek());
  CHECK(desk.model->bar().shareText == "53.3 %");
  CHECK(desk.model->bar().hoursText == "8 h 00 m of 15 h 00 m");
  CHECK(desk.model->bar().minimumMark == Approx(0.5));
  CHECK(desk.model->meanText() == "Mean of specialists 50.0 %");
  CHECK(desk.model->submittedText() == "1 of 3 submitted");
  CHECK_FALSE(desk.model->complete());
  CHECK(desk.model->heardText() == "Provisional: 2 not heard from in the last 24 hours");
  CHECK(desk.model->asOfText() == "As of today 08:30");
  CHECK(desk.model->pagesText().contains("https://waymark.example.org/team"));
}

TEST_CASE("A team without entries has no share, which is not a share of 0 %") {
  Desk desk;
  for (PersonWeek& person : desk.server.answer.people) {
    WeekTally& tally = person.tally;
    tally.logged_s = tally.community_s = tally.on_site_s = tally.flagged_s = 0;
    tally.by_activity.clear();
    tally.by_place.clear();
    tally.exceptions.clear();
    tally.days[0].time = {};
  }
  desk.server.answer.pooled = {0, 54'000};
  desk.server.answer.mean_share = "0.0";
  desk.look();
  CHECK(desk.model->bar().shareText == "–");
  CHECK(desk.model->bar().hoursText.isEmpty());
  CHECK(desk.model->bar().sentence == "Nobody in the team has entries in this week");
  CHECK(desk.model->bar().fraction == 0);
  CHECK(desk.model->meanText().isEmpty());
  CHECK(desk.model->submittedText() == "1 of 3 submitted");
  // Of each it is said that nothing is there; nobody is below a minimum.
  for (int row = 0; row < desk.model->people()->count(); ++row) {
    INFO(at(*desk.model, row, "name").toStdString());
    const QString concerns = at(*desk.model, row, "concernText");
    CHECK_FALSE(concerns.contains("elow 50"));
    CHECK(concerns.startsWith("No entries yet"));
    CHECK(at(*desk.model, row, "missingText").isEmpty());
  }
}

TEST_CASE("Of whom nothing is due it is said that nothing is there, whatever else there is to say") {
  Desk desk;
  for (PersonWeek& person : desk.server.answer.people)
    if (person.owner.name == "Mia Santos") person.tally.scheduled_s = 0;
  desk.look();
  const int row = rowOf(*desk.model, "Mia Santos");
  CHECK(at(*desk.model, row, "concernText") == "Never heard from");
  CHECK(at(*desk.model, row, "missingText") == "No entries yet, never heard from");
  CHECK(at(*desk.model, row, "accessibleText").contains("No entries yet"));
}

TEST_CASE("Those to look at first are on top, and say why") {
  Desk desk;
  desk.look();
  TeamModel& model = *desk.model;
  REQUIRE(model.people()->count() == 3);
  CHECK(at(model, 0, "name") == "Mia Santos");
  CHECK(at(model, 0, "heading") == "Needs attention");
  CHECK(at(model, 0, "emptyText") == "No entries yet, never heard from");
  CHECK(at(model, 0, "concernText") == "No entries yet · never heard from");
  CHECK(at(model, 1, "name") == "Zoe Lindqvist");
  CHECK(at(model, 1, "heading").isEmpty());
  CHECK(at(model, 1, "concernText") ==
        "Below 50 % · returned, not submitted again · not heard from since Tue 17 Nov 16:10 · 1 overlap · 2 "
        "gaps");
  CHECK(at(model, 1, "standingText") == "Below");
  CHECK(at(model, 1, "lastSyncText") == "Last sync Tue 17 Nov 16:10");
  CHECK(at(model, 2, "name") == "Amara Okafor");
  CHECK(at(model, 2, "heading") == "The others");
  CHECK(at(model, 2, "concernText").isEmpty());
  CHECK(at(model, 2, "shareText") == "66.6 %");
  CHECK(at(model, 2, "stateText") == "Submitted");
  CHECK(at(model, 2, "contactsText") == "4 of 6 employer contacts");
  CHECK(at(model, 2, "accessibleText") ==
        "Amara Okafor, 66.6 %, 6 h 00 m of 9 h 00 m, Recommended, 4 of 6 employer contacts, Submitted, Last "
        "sync "
        "today 08:10");
}

TEST_CASE("A week that is over and was not submitted is something to look at; one that runs is not") {
  Desk desk;
  auto& good = desk.server.answer.people[0];
  good.owner.state = "open";
  desk.look();
  CHECK(at(*desk.model, rowOf(*desk.model, "Amara Okafor"), "concernText").isEmpty());
  desk.phone.at("2026-11-23 08:30");
  good.last_contact = good.last_sync = desk.phone.clock.now();
  desk.lookAgain();
  CHECK(at(*desk.model, rowOf(*desk.model, "Amara Okafor"), "concernText") == "Not submitted");
}

TEST_CASE("Without a signal the last answer stays, with its time") {
  Desk desk;
  desk.look();
  desk.phone.at("11:00");
  desk.server.failure = Error{ErrorCode::unreachable, "No signal.", ""};
  desk.lookAgain();
  CHECK(desk.server.asked == 2);
  CHECK(desk.model->known());
  CHECK(desk.model->stale());
  CHECK(desk.model->asOfText() == "As of today 08:30; no signal");
  CHECK(desk.model->problemText().isEmpty());
  CHECK(desk.model->people()->count() == 3);

  desk.phone.at("2026-11-20 09:00");
  desk.server.failure.reset();
  desk.server.answer.people.pop_back();
  desk.model->refresh();
  desk.model->settle();
  CHECK_FALSE(desk.model->stale());
  CHECK(desk.model->asOfText() == "As of today 09:00");
  CHECK(desk.model->people()->count() == 2);
}

TEST_CASE("A week never fetched says what is in the way") {
  Desk desk;
  desk.server.failure = Error{ErrorCode::unreachable, "No signal.", ""};
  desk.look();
  CHECK_FALSE(desk.model->known());
  CHECK(desk.model->problemText() ==
        "The server cannot be reached: check the address and the connection, then try again.");
}

TEST_CASE("Weeks are turned one at a time, each with its own answer") {
  Desk desk;
  desk.look();
  desk.model->previousWeek();
  CHECK(desk.model->weekText() == "9–15 November");
  CHECK_FALSE(desk.model->isThisWeek());
  CHECK_FALSE(desk.model->known());
  desk.model->settle();
  CHECK(desk.model->known());
  CHECK(desk.model->people()->count() == 0);
  desk.model->nextWeek();
  CHECK(desk.model->known());  // at once, from the phone
  CHECK(desk.model->people()->count() == 3);
  desk.model->settle();
  CHECK(desk.server.asked == 2);  // young enough not to be asked for again
}

TEST_CASE("Turning quickly, only the week that is looked at is shown") {
  Desk desk;
  desk.look();
  for (int step = 0; step < 4; ++step) desk.model->previousWeek();
  desk.model->settle();
  CHECK(desk.model->weekText() == "19–25 October");
  CHECK(desk.model->known());
  desk.model->thisWeek();
  CHECK(desk.model->isThisWeek());
}

TEST_CASE("Nobody is asked for somebody who looked away") {
  Desk desk;
  desk.model->setWatched(true);
  desk.model->setWatched(false);
  CHECK_FALSE(desk.model->busy());
  desk.look();
  CHECK(desk.model->known());
}

TEST_CASE("Whoever is no lead sees and asks nothing; who was one sees nothing any more") {
  Desk desk;
  desk.look();
  SECTION("told by the person's own record") {
    Person me = desk.phone.agency.me;
    me.role = Role::specialist;
    desk.phone.server->editElsewhere(me);
    REQUIRE_FALSE(desk.phone.sync().error);
    CHECK_FALSE(desk.model->lead());
  }
  SECTION("told by the route") {
    desk.server.refusal = Error{ErrorCode::forbidden, "Only a team's lead sees the team's week.", ""};
    desk.model->refresh();
    desk.model->settle();
    CHECK(desk.model->problemText() == "The server says you lead no team now: ask your admin.");
  }
  CHECK_FALSE(desk.model->known());
  CHECK(desk.model->people()->count() == 0);
}

TEST_CASE("A specialist's phone does not offer the team at all") {
  Phone phone;
  CHECK_FALSE(phone.app().state().leads());
  CHECK_FALSE(phone.app().team().lead());
  Person lead = phone.agency.me;
  lead.role = Role::lead;
  phone.server->editElsewhere(lead);
  REQUIRE_FALSE(phone.sync().error);
  CHECK(phone.app().state().leads());
  CHECK(phone.app().team().lead());
}

TEST_CASE("One person's week is shown as far as the answer goes") {
  Desk desk;
  desk.look();
  TeamPersonModel& one = *desk.person;
  CHECK_FALSE(one.loaded());
  one.open(at(*desk.model, rowOf(*desk.model, "Zoe Lindqvist"), "personId"));
  REQUIRE(one.loaded());
  CHECK(one.name() == "Zoe Lindqvist");
  CHECK(one.bar().shareText == "33.3 %");
  CHECK(one.strictText() == "16.6 % without 1 h 00 m that rests on agency choices.");
  CHECK(one.contactsDetail() == "2 with someone who can hire · 1 for a participant · 1 returning");
  CHECK(one.stateText() == "Returned");
  CHECK(one.days()->count() == 7);
  CHECK(one.days()->value(0, "hoursText").toString() == "6 h 00 m");
  CHECK(one.days()->value(3, "isToday").toBool());
  REQUIRE(one.exceptions()->count() == 2);
  CHECK(one.exceptions()->value(0, "text").toString() == "1 overlap: 10 min");
  CHECK(one.exceptions()->value(1, "text").toString() == "2 gaps: 1 h 00 m");
  REQUIRE(one.activities()->count() == 2);
  CHECK(one.activities()->value(0, "text").toString() == "Documentation");
  CHECK(one.activities()->value(0, "countsText").toString() == "4 h 00 m on site");
  CHECK(one.places()->value(0, "text").toString() == "No place given");
  CHECK(one.scheduleText() == "37 h 30 m scheduled");

  // Turned to a week that does not have the person, and back.
  desk.model->previousWeek();
  CHECK_FALSE(one.loaded());
  desk.model->nextWeek();
  CHECK(one.loaded());
  one.close();
  CHECK_FALSE(one.loaded());
}

TEST_CASE("An erased phone shows no team") {
  Desk desk;
  desk.look();
  desk.person->open(at(*desk.model, rowOf(*desk.model, "Zoe Lindqvist"), "personId"));
  REQUIRE(desk.phone.log().store().sync_side().erase(WipeOrder::now).value_or(false));
  desk.phone.settle();
  CHECK_FALSE(desk.model->lead());
  CHECK_FALSE(desk.model->known());
  CHECK(desk.model->people()->count() == 0);
  CHECK_FALSE(desk.person->loaded());
}
