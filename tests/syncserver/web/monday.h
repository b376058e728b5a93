// A lead's Monday: last week is over, Ana has a good week behind her and Ben a bad one, both submitted.
#pragma once

#include "tests/syncserver/web/pages_server.h"

namespace waymark::test {

inline constexpr std::int64_t hour = 3'600'000;
inline constexpr std::int64_t monday_9_am = 1'780'923'600'000;  // 2026-06-08 09:00 in New York
inline const std::string week = "2026-06-08";

/// Job coaching in person at a place.
boost::json::object entry(const Phone& phone, const std::string& place, std::int64_t starts_at,
                          std::int64_t hours);

/// Monday to Friday, eight scheduled hours, `community` of them in the community, without a gap.
boost::json::array log_week(Phone& phone, int community, std::string* first_rid = nullptr);

class Monday {
 public:
  Monday();

  std::string person_path(const std::string& name, const std::string& what = {}) const {
    return "/people/" + server.person(name) + what;
  }
  std::string person_week(const std::string& name) const { return person_path(name, "?week=" + week); }
  std::string team_week() { return lea.get("/team?week=" + week).body; }
  std::string mark_of(const std::string& name) {
    return hidden_value(lea.get(person_week(name)).body, "mark");
  }

  /// Decide on a week as its page shows it just now.
  PageAnswer approve(const std::string& name) {
    const auto mark = mark_of(name);
    return lea.post(person_path(name, "/approve"), {{"week", week}, {"mark", mark}});
  }
  PageAnswer give_back(const std::string& name, const std::string& note) {
    const auto mark = mark_of(name);
    return lea.post(person_path(name, "/return"), {{"week", week}, {"mark", mark}, {"note", note}});
  }
  /// Somebody new in the team, whose schedule since the first of June has no hours yet.
  std::string hire(const std::string& name);

  PagesServer server;
  Phone ana, ben;
  Browser lea;
  std::string ana_first;
};

}  // namespace waymark::test
