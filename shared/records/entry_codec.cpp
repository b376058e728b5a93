#include <limits>

#include "shared/records/limits.h"
#include "shared/records/record_fields.h"

namespace waymark {
namespace {

constexpr auto any_instant = std::numeric_limits<std::int64_t>::max();

// Where a tag says why there is no fix, members of a fix beside it mean nothing and are dropped: a place that
// must not be stored is not stored by accident.
std::optional<LocationTag> read_tag(json::Reader& in, std::string_view name) {
  const auto* object = in.object(name);
  if (object == nullptr) return std::nullopt;
  json::Reader part(*object, in.path(name));
  LocationTag tag;
  tag.absent = part.code<TagAbsence>("absent");
  if (!tag.absent) {
    tag.at = part.required_instant("at");
    tag.lat = part.required_number("lat", -90, 90);
    tag.lon = part.required_number("lon", -180, 180);
    tag.accuracy_m = part.number("accuracy_m", 0, std::numeric_limits<double>::max());
    tag.source = part.required_code("source", TagSource::gps);
  }
  tag.extra = part.extra({"absent", "at", "lat", "lon", "accuracy_m", "source"});
  if (part.error()) in.add_error(*part.error());
  return tag;
}

void write_tag(json::Writer& out, std::string_view name, const std::optional<LocationTag>& tag) {
  if (!tag) return;
  out.key(name).begin_object();
  if (tag->absent) {
    out.key("absent").text(to_wire(*tag->absent));
  } else {
    out.key("at").integer(to_ms(tag->at));
    out.key("lat").number(tag->lat);
    out.key("lon").number(tag->lon);
    out.key("accuracy_m");
    if (tag->accuracy_m)
      out.number(*tag->accuracy_m);
    else
      out.null();
    out.key("source").text(to_wire(tag->source));
  }
  out.members_of(tag->extra).end_object();
}

}  // namespace

void read_fields(json::Reader& in, Entry& entry) {
  entry.specialist_id = in.required_uuid("specialist_id");
  entry.activity = in.required_code("activity", Activity::other_work);
  entry.place = in.code<Place>("place");
  entry.from_place = in.code<Place>("from_place");
  entry.to_place = in.code<Place>("to_place");
  entry.place_id = in.uuid("place_id");
  entry.from_place_id = in.uuid("from_place_id");
  entry.to_place_id = in.uuid("to_place_id");
  entry.contact = in.code<Contact>("contact");
  // Any integer is read here: the rules on starts and ends say better what is wrong than a range would.
  entry.starts_at = instant_from_ms(in.required_integer("starts_at", -any_instant, any_instant));
  if (in.has("ends_at")) entry.ends_at = instant_from_ms(in.integer("ends_at", -any_instant, any_instant, 0));
  entry.utc_offset_min =
      static_cast<int>(in.required_integer("utc_offset_min", -max_offset_min, max_offset_min));
  entry.participant_id = in.uuid("participant_id");
  entry.employer_id = in.uuid("employer_id");
  entry.participant_present = in.boolean("participant_present", false);
  entry.hiring_authority = in.boolean("hiring_authority", false);
  entry.no_show = in.boolean("no_show", false);
  entry.program = in.text("program", max_label);
  entry.miles = in.number("miles", 0, max_miles);
  entry.note = in.text("note", max_note);
  entry.late_reason = in.text("late_reason", max_late_reason);
  entry.start_tag = read_tag(in, "start_tag");
  entry.end_tag = read_tag(in, "end_tag");
  entry.clock_skew_ms = to_ms(in.instant("clock_skew_ms").value_or(Instant{}));
  entry.recorded_at = in.required_instant("recorded_at");
  entry.extra = in.extra(
      {"specialist_id",    "activity",       "place",          "from_place",    "to_place",
       "place_id",         "from_place_id",  "to_place_id",    "contact",       "starts_at",
       "ends_at",          "utc_offset_min", "participant_id", "employer_id",   "participant_present",
       "hiring_authority", "no_show",        "program",        "miles",         "note",
       "late_reason",      "start_tag",      "end_tag",        "clock_skew_ms", "recorded_at"});
}

void write_fields(json::Writer& out, const Entry& entry) {
  out.key("specialist_id").text(entry.specialist_id);
  out.key("activity").text(to_wire(entry.activity));
  write_optional_code(out, "place", entry.place);
  write_optional_code(out, "from_place", entry.from_place);
  write_optional_code(out, "to_place", entry.to_place);
  out.optional_text("place_id", entry.place_id);
  out.optional_text("from_place_id", entry.from_place_id);
  out.optional_text("to_place_id", entry.to_place_id);
  write_optional_code(out, "contact", entry.contact);
  out.key("starts_at").integer(to_ms(entry.starts_at));
  out.key("ends_at");
  if (entry.ends_at)
    out.integer(to_ms(*entry.ends_at));
  else
    out.null();
  out.key("utc_offset_min").integer(entry.utc_offset_min);
  out.optional_text("participant_id", entry.participant_id);
  out.optional_text("employer_id", entry.employer_id);
  out.optional_true("participant_present", entry.participant_present);
  out.optional_true("hiring_authority", entry.hiring_authority);
  out.optional_true("no_show", entry.no_show);
  out.optional_text("program", entry.program);
  if (entry.miles) out.key("miles").number(*entry.miles);
  out.optional_text("note", entry.note);
  out.optional_text("late_reason", entry.late_reason);
  write_tag(out, "start_tag", entry.start_tag);
  write_tag(out, "end_tag", entry.end_tag);
  if (entry.clock_skew_ms != 0) out.key("clock_skew_ms").integer(entry.clock_skew_ms);
  out.key("recorded_at").integer(to_ms(entry.recorded_at));
}

}  // namespace waymark
