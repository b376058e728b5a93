// The sample agency holds what a lead and an admin have to be shown: every state of the pages at least once.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "shared/time/week.h"
#include "syncserver/store/admin_desk.h"
#include "syncserver/store/central_store.h"
#include "syncserver/store/team_desk.h"
#include "syncserver/web/team_attention.h"
#include "tests/syncserver/cli/test_database.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

/// The demo's agency as scripts/demo makes it, opened as the server does.
struct Sample {
  TestDatabase db;
  bj::object made = db.ask("demo");
  SystemClock clock;
  SystemRandom random;
  std::unique_ptr<CentralStore> store;
  Date last_week;

  Sample() {
    StoreOptions options;
    options.clock = &clock;
    options.random = &random;
    store = CentralStore::open(db.path, std::move(options)).value();
    last_week = add_days(store->team().week_containing(store->team().today()), -7);
  }

  std::vector<std::string> leads() const {
    std::vector<std::string> ids;
    for (const auto& person : made.at("people").as_array())
      if (person.at("role") == "lead") ids.emplace_back(person.at("person_id").as_string());
    return ids;
  }
  TeamPage week(const std::string& lead, int before_last = 0) const {
    return store->team().week({lead}, add_days(last_week, -7 * before_last)).value();
  }
};

/// Why somebody needs attention, on the pages of both teams, in one text by person.
std::map<std::string, std::string> attention(const Sample& sample) {
  std::map<std::string, std::string> said;
  for (const auto& lead : sample.leads()) {
    const auto page = sample.week(lead);
    for (const auto& row : page.rows)
      for (const auto& reason :
           attention_for(row, page, sample.clock.now(), sample.store->team().zone()).reasons)
        said[row.owner.name] += reason.words + "; ";
  }
  return said;
}

bool somebody(const std::map<std::string, std::string>& said, const std::string& words) {
  return std::any_of(said.begin(), said.end(),
                     [&](const auto& one) { return one.second.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("the sample agency says who can sign in to its pages, and where its backup lies") {
  const TestDatabase db;
  const auto made = db.ask("demo", {"--specialists", "8", "--weeks", "2"});
  CHECK(made.at("sign_ins").as_array().size() == 3);
  for (const auto& one : made.at("sign_ins").as_array()) CHECK(one.at("password").as_string().size() == 14);
  CHECK(std::filesystem::exists(std::string(made.at("backup").as_string())));
  CHECK(db.ask("verify").at("ok") == true);
  // A backup that is there is nobody's to write over.
  std::filesystem::remove(db.path);
  CHECK(db.command("demo").exit_code == 3);
  CHECK_FALSE(std::filesystem::exists(db.path));
  CHECK(std::filesystem::exists(std::string(made.at("backup").as_string())));
}

TEST_CASE("the sample agency has 26 weeks of every standing, and last week in every state") {
  const Sample sample;
  std::set<Standing> standings;
  std::set<std::string> states;
  const auto leads = sample.leads();
  REQUIRE(leads.size() == 2);
  std::size_t people = 0;
  for (const auto& lead : leads) {
    for (int back = 0; back < 26; ++back) {
      const auto page = sample.week(lead, back);
      people += page.rows.size();
      CHECK(
          std::any_of(page.rows.begin(), page.rows.end(), [](const auto& row) { return row.has_entries(); }));
      for (const auto& row : page.rows) standings.insert(row.tally->standing);
    }
    const auto before = sample.week(lead, 26);
    CHECK(std::none_of(before.rows.begin(), before.rows.end(),
                       [](const auto& row) { return row.has_entries(); }));
    for (const auto& row : sample.week(lead).rows) states.insert(row.owner.state);
  }
  CHECK(people == 26 * 8);
  CHECK(standings ==
        std::set{Standing::recommended, Standing::minimum, Standing::below, Standing::too_little});
  CHECK(states == std::set<std::string>{"open", "submitted", "approved", "returned"});
}

TEST_CASE(
    "the sample agency's leads find a silent phone, a conflict, a held edit, a returned week and a clean "
    "one") {
  const Sample sample;
  const auto said = attention(sample);
  CHECK(somebody(said, "record edited on two devices"));
  CHECK(somebody(said, "after approval: return the week to apply"));
  CHECK(somebody(said, "returned, not submitted again"));
  CHECK(somebody(said, "to settle"));

  int silent = 0, noted = 0, clean = 0;
  for (const auto& lead : sample.leads()) {
    const auto page = sample.week(lead);
    for (const auto& row : page.rows) {
      if (is_clean(row, page, attention_for(row, page, sample.clock.now(), sample.store->team().zone())))
        ++clean;
      if (row.owner.state == "returned" && row.return_note.find("look at it again") != std::string::npos)
        ++noted;
      if (*row.phone.last_contact > sample.clock.now() - std::chrono::hours(24)) continue;
      ++silent;
      CHECK(said.at(row.owner.name).find("phone last heard from ") != std::string::npos);
    }
  }
  CHECK(silent == 1);
  CHECK(noted == 1);
  CHECK(clean == 1);

  std::set<AsideKind> kinds;
  for (const auto& lead : sample.leads()) {
    const auto aside = sample.store->team()
                           .aside({lead},
                                  [](std::size_t count) {
                                    return std::pair{std::size_t{0}, count};
                                  })
                           .value();
    for (const auto& line : aside.lines) kinds.insert(line.op.kind);
  }
  CHECK(kinds == std::set{AsideKind::conflict, AsideKind::held, AsideKind::refused});
}

TEST_CASE("the sample agency's admin finds devices, codes and a backup in every state") {
  const Sample sample;
  auto& desk = sample.store->desk();
  const auto now = sample.clock.now();
  const auto devices = desk.devices();
  const auto any = [&](auto&& is) {
    return std::any_of(devices.begin(), devices.end(), [&](const DeviceCondition& one) { return is(one); });
  };
  for (const auto alertness : {Alertness::fine, Alertness::amber, Alertness::red})
    CHECK(any([&](const auto& one) { return one.in_service && one.alertness == alertness; }));
  for (const auto concern :
       {DeviceConcern::not_synced, DeviceConcern::unsent, DeviceConcern::needs_you, DeviceConcern::clock})
    CHECK(any([&](const auto& one) {
      return std::find(one.concerns.begin(), one.concerns.end(), concern) != one.concerns.end();
    }));
  // Replaced with edits on it; lost, and known to be empty; handed back, and not heard from since.
  CHECK(any([](const auto& one) {
    return one.device.revoked_at && one.device.waiting > 0 && one.device.wipe == WipeOrder::none;
  }));
  CHECK(any([](const auto& one) { return one.device.revoked_at && one.device.wiped_at; }));
  CHECK(any([](const auto& one) {
    return one.in_service && one.device.wipe == WipeOrder::drained && !one.device.wiped_at;
  }));

  const auto codes = desk.codes();
  const auto code = [&](bool used, bool expired) {
    return std::any_of(codes.begin(), codes.end(), [&](const CodeInfo& one) {
      return !one.device_id.empty() == used && (one.expires_at <= now) == expired;
    });
  };
  CHECK(code(false, false));
  CHECK(code(false, true));
  CHECK(code(true, true));

  const auto edits = desk.aside({});
  std::set<AsideKind> kinds;
  for (const auto& edit : edits.ops) kinds.insert(edit.kind);
  CHECK(kinds == std::set{AsideKind::conflict, AsideKind::held, AsideKind::refused});

  const auto backups = desk.backups(5);
  REQUIRE(backups.newest.size() == 1);
  CHECK(now - backups.newest.front().at < std::chrono::hours(26));
  const auto everybody = sample.store->people();
  CHECK(std::count_if(everybody.begin(), everybody.end(), [](const auto& one) { return one.disabled; }) == 1);
  CHECK(sample.store->verify().ok());
}
