#include <algorithm>
#include <array>
#include <limits>

#include "shared/records/json_writer.h"
#include "shared/records/limits.h"
#include "shared/sync/message_reading.h"
#include "shared/tally/tally_reading.h"
#include "shared/tally/team_week.h"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 4> week_states = {"open", "submitted", "approved", "returned"};
constexpr std::size_t max_share_text = 8;  // "100.0"
constexpr auto any_count = std::numeric_limits<std::int64_t>::max();

void write_instant(json::Writer& out, std::string_view name, const std::optional<Instant>& instant) {
  out.key(name);
  if (instant)
    out.integer(to_ms(*instant));
  else
    out.null();
}

void write_share(json::Writer& out, std::string_view name, const std::optional<std::string>& share) {
  out.key(name);
  if (share)
    out.text(*share);
  else
    out.null();
}

PersonWeek read_person(json::Reader& in) {
  PersonWeek person;
  person.tally = read_tally(in);
  person.owner.person_id = in.required_uuid("person_id");
  person.owner.name = in.required_text("name", max_label);
  person.owner.state = in.required_text("state", max_label);
  if (std::find(week_states.begin(), week_states.end(), person.owner.state) == week_states.end())
    in.unknown_code("state");
  person.last_contact = in.instant("last_contact");
  person.last_sync = in.instant("last_sync");
  return person;
}

std::vector<PersonWeek> read_people(json::Reader& in) {
  std::vector<PersonWeek> people;
  in.require("people");
  const auto* array = in.array("people");
  if (array == nullptr) return people;
  people.reserve(array->size());
  for (const auto& item : *array) {
    const auto* object = item.if_object();
    if (object == nullptr) {
      in.add_error(ErrorCode::wrong_type, "Make this a list of objects.", "people");
      break;
    }
    json::Reader part(*object, "people");
    people.push_back(read_person(part));
    if (part.error()) in.add_error(*part.error());
  }
  return people;
}

/// "57.3": digits with one decimal.
bool is_share_text(std::string_view text) {
  const auto point = text.find('.');
  if (point == 0 || point == std::string_view::npos || point + 2 != text.size()) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); }) &&
         std::count(text.begin(), text.end(), '.') == 1;
}

}  // namespace

std::string to_json(const TeamWeek& week) {
  json::Writer out;
  out.begin_object();
  out.key("team").text(week.team);
  out.key("week_start").text(format_date(week.week_start));
  out.key("people").begin_array();
  for (const auto& person : week.people) {
    out.begin_object();
    out.members_of(to_json(person.tally, person.owner));
    write_instant(out, "last_contact", person.last_contact);
    write_instant(out, "last_sync", person.last_sync);
    out.end_object();
  }
  out.end_array();
  out.key("pooled").begin_object();
  out.key("community_s").integer(week.pooled.community_s);
  out.key("work_s").integer(week.pooled.work_s);
  write_share(out, "share", week.pooled.text());
  out.end_object();
  write_share(out, "mean_share", week.mean_share);
  out.key("submitted").integer(week.submitted);
  out.key("heard_from").integer(week.heard_from);
  out.end_object();
  return out.take();
}

Result<TeamWeek> parse_team_week(std::string_view text) {
  const auto value = parse_message(text);
  if (!value) return tl::unexpected(value.error());
  json::Reader in(value->get_object());
  TeamWeek week;
  week.team = in.text("team", max_label);
  week.week_start = in.required_date("week_start");
  week.people = read_people(in);
  in.require("pooled");
  if (const auto* pooled = in.object("pooled")) {
    json::Reader part(*pooled, "pooled");
    week.pooled.community_s = part.required_integer("community_s", 0, any_count);
    week.pooled.work_s = part.required_integer("work_s", 0, any_count);
    if (part.error()) in.add_error(*part.error());
  }
  if (in.has("mean_share")) {
    week.mean_share = in.required_text("mean_share", max_share_text);
    if (!in.error() && !is_share_text(*week.mean_share))
      in.add_error(ErrorCode::wrong_type, "Make this a share with one decimal.", "mean_share");
  }
  const auto count = [&](std::string_view name) {
    return static_cast<int>(in.required_integer(name, 0, std::numeric_limits<int>::max()));
  };
  week.submitted = count("submitted");
  week.heard_from = count("heard_from");
  if (in.error()) return bad_request(in);
  return week;
}

}  // namespace waymark
