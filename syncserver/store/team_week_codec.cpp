#include <boost/json.hpp>

#include "syncserver/store/store_types.h"

namespace waymark::server {

namespace {

std::string quoted(const std::optional<std::string>& text) {
  return text ? boost::json::serialize(boost::json::string(*text)) : "null";
}

}  // namespace

std::string to_json(const TeamWeek& week) {
  std::string json = "{\"week_start\":\"" + format_date(week.week_start) + "\",\"people\":[";
  for (std::size_t i = 0; i < week.people.size(); ++i) {
    if (i > 0) json += ',';
    json += waymark::to_json(week.people[i].tally, week.people[i].owner);
  }
  json += "],\"pooled\":{\"community_s\":" + std::to_string(week.pooled.community_s) +
          ",\"work_s\":" + std::to_string(week.pooled.work_s) + ",\"share\":" + quoted(week.pooled.text()) +
          "},\"mean_share\":" + quoted(week.mean_share) + ",\"submitted\":" + std::to_string(week.submitted) +
          ",\"heard_from\":" + std::to_string(week.heard_from) + "}";
  return json;
}

}  // namespace waymark::server
