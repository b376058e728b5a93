#include "shared/records/limits.h"
#include "shared/records/record_fields.h"

namespace waymark {
namespace {

constexpr std::size_t max_programs = 50;
constexpr std::size_t max_holidays = 1000;
constexpr std::size_t anchor_count = 4;  // the fidelity scale has five scores

int small_integer(json::Reader& in, std::string_view name, int min, int max, int fallback) {
  return static_cast<int>(in.integer(name, min, max, fallback));
}

}  // namespace

// A member that is not there keeps the default of domain.md, which `policy` comes with.
void read_fields(json::Reader& in, Policy& policy) {
  policy.effective_from = in.required_date("effective_from");
  policy.time_zone = in.required_text("time_zone", max_label);
  policy.week_starts_on = in.code<WeekStart>("week_starts_on").value_or(policy.week_starts_on);
  policy.minimum_percent = small_integer(in, "minimum_percent", 1, 100, policy.minimum_percent);
  policy.recommended_percent = small_integer(in, "recommended_percent", 1, 100, policy.recommended_percent);
  policy.commute_is_work = in.boolean("commute_is_work", policy.commute_is_work);
  policy.return_travel_counts = in.boolean("return_travel_counts", policy.return_travel_counts);
  policy.staff_training_counts = in.boolean("staff_training_counts", policy.staff_training_counts);
  policy.remote_contact_counts = in.boolean("remote_contact_counts", policy.remote_contact_counts);
  policy.satellite_service_counts = in.boolean("satellite_service_counts", policy.satellite_service_counts);
  policy.no_show_cap_minutes =
      small_integer(in, "no_show_cap_minutes", 0, minutes_a_day, policy.no_show_cap_minutes);
  if (in.has("programs")) policy.programs = in.texts("programs", max_programs, max_label);
  if (in.has("holidays")) policy.holidays = in.dates("holidays", max_holidays);
  policy.employer_contacts_per_week =
      small_integer(in, "employer_contacts_per_week", 0, 1000, policy.employer_contacts_per_week);
  policy.caseload_max = small_integer(in, "caseload_max", 0, 1000, policy.caseload_max);
  if (in.has("fidelity_anchors"))
    policy.fidelity_anchors = in.integers("fidelity_anchors", anchor_count, 1, 100);
  if (policy.fidelity_anchors.size() != anchor_count)
    in.add_error(ErrorCode::out_of_range, "Give four percentages in 'fidelity_anchors'.", "fidelity_anchors");
  policy.running_cap_hours = small_integer(in, "running_cap_hours", 1, 24, policy.running_cap_hours);
  policy.tag_participant_homes = in.boolean("tag_participant_homes", policy.tag_participant_homes);
  policy.retention_years = small_integer(in, "retention_years", 1, 100, policy.retention_years);
  policy.extra =
      in.extra({"effective_from", "time_zone", "week_starts_on", "minimum_percent", "recommended_percent",
                "commute_is_work", "return_travel_counts", "staff_training_counts", "remote_contact_counts",
                "satellite_service_counts", "no_show_cap_minutes", "programs", "holidays",
                "employer_contacts_per_week", "caseload_max", "fidelity_anchors", "running_cap_hours",
                "tag_participant_homes", "retention_years"});
}

void write_fields(json::Writer& out, const Policy& policy) {
  out.key("effective_from").text(format_date(policy.effective_from));
  out.key("time_zone").text(policy.time_zone);
  out.key("week_starts_on").text(to_wire(policy.week_starts_on));
  out.key("minimum_percent").integer(policy.minimum_percent);
  out.key("recommended_percent").integer(policy.recommended_percent);
  out.key("commute_is_work").boolean(policy.commute_is_work);
  out.key("return_travel_counts").boolean(policy.return_travel_counts);
  out.key("staff_training_counts").boolean(policy.staff_training_counts);
  out.key("remote_contact_counts").boolean(policy.remote_contact_counts);
  out.key("satellite_service_counts").boolean(policy.satellite_service_counts);
  out.key("no_show_cap_minutes").integer(policy.no_show_cap_minutes);
  out.key("programs").begin_array();
  for (const auto& program : policy.programs) out.text(program);
  out.end_array();
  out.key("holidays").begin_array();
  for (const auto& holiday : policy.holidays) out.text(format_date(holiday));
  out.end_array();
  out.key("employer_contacts_per_week").integer(policy.employer_contacts_per_week);
  out.key("caseload_max").integer(policy.caseload_max);
  out.key("fidelity_anchors").begin_array();
  for (const int anchor : policy.fidelity_anchors) out.integer(anchor);
  out.end_array();
  out.key("running_cap_hours").integer(policy.running_cap_hours);
  out.key("tag_participant_homes").boolean(policy.tag_participant_homes);
  out.key("retention_years").integer(policy.retention_years);
}

void read_fields(json::Reader& in, Person& person) {
  person.name = in.required_text("name", max_label);
  person.role = in.required_code("role", Role::specialist);
  in.require("team");  // may be empty: an admin has none
  person.team = in.text("team", max_label);
  person.extra = in.extra({"name", "role", "team"});
}

void write_fields(json::Writer& out, const Person& person) {
  out.key("name").text(person.name);
  out.key("role").text(to_wire(person.role));
  out.key("team").text(person.team);
}

void read_fields(json::Reader& in, KnownPlace& place) {
  place.name = in.required_text("name", max_label);
  place.kind = in.required_code("kind", Place::other_community);
  // The list of a known place's kinds has no homes: their coordinates are nobody's to keep.
  if (is_private_place(place.kind)) in.unknown_code("kind");
  place.lat = in.required_number("lat", -90, 90);
  place.lon = in.required_number("lon", -180, 180);
  place.radius_m = in.required_number("radius_m", min_radius_m, max_radius_m);
  place.extra = in.extra({"name", "kind", "lat", "lon", "radius_m"});
}

void write_fields(json::Writer& out, const KnownPlace& place) {
  out.key("name").text(place.name);
  out.key("kind").text(to_wire(place.kind));
  out.key("lat").number(place.lat);
  out.key("lon").number(place.lon);
  out.key("radius_m").number(place.radius_m);
}

}  // namespace waymark
