#include "shared/tally/tally_codec.h"

#include <limits>

#include "shared/records/json_writer.h"
#include "shared/tally/tally_reading.h"

namespace waymark {
namespace {

using json::Reader;
using json::Writer;

constexpr auto any_count = std::numeric_limits<std::int64_t>::max();

// --- Writing. The wire and the store share every part, so that a part has one shape.

void write_split(Writer& out, const Split& split) {
  out.key("community_s").integer(split.community_s);
  out.key("on_site_s").integer(split.on_site_s);
  out.key("not_worked_s").integer(split.not_worked_s);
}

void write_splits(Writer& out, const std::map<std::string, Split>& splits) {
  out.begin_object();
  for (const auto& [name, split] : splits) {
    out.key(name).begin_object();
    write_split(out, split);
    out.end_object();
  }
  out.end_object();
}

void write_identity_and_sums(Writer& out, const WeekTally& tally) {
  out.key("week_start").text(format_date(tally.week_start));
  out.key("time_zone").text(tally.time_zone);
  out.key("policy_from").text(format_date(tally.policy_from));
  out.key("as_of").integer(to_ms(tally.as_of));
  write_split(out, {tally.community_s, tally.on_site_s, tally.not_worked_s});
  out.key("logged_s").integer(tally.logged_s);
  out.key("scheduled_s").integer(tally.scheduled_s);
  out.key("unaccounted_s").integer(tally.unaccounted_s);
  out.key("work_s").integer(tally.work_s);
  out.key("overlap_s").integer(tally.overlap_s);
  out.key("tagged_s").integer(tally.tagged_s);
  out.key("flagged_s").integer(tally.flagged_s);
  out.key("has_schedule").boolean(tally.has_schedule);
}

void write_share(Writer& out, std::string_view name, const Share& share) {
  out.key(name);
  const auto text = share.text();
  if (text)
    out.text(*text);
  else
    out.null();
}

void write_days(Writer& out, const std::array<DayTally, 7>& days) {
  out.begin_array();
  for (const DayTally& day : days) {
    out.begin_object();
    out.key("date").text(format_date(day.date));
    write_split(out, day.time);
    out.key("scheduled_s").integer(day.scheduled_s);
    out.key("leave_s").integer(day.leave_s);
    out.end_object();
  }
  out.end_array();
}

void write_standing_and_parts(Writer& out, const WeekTally& tally) {
  out.key("standing").text(to_wire(tally.standing));
  out.key("fidelity_score").integer(tally.fidelity_score);
  out.key("by_activity");
  write_splits(out, tally.by_activity);
  out.key("by_place");
  write_splits(out, tally.by_place);
  out.key("days");
  write_days(out, tally.days);
  out.key("needed").begin_object();
  out.key("minimum_s").integer(tally.needed.minimum_s);
  out.key("recommended_s").integer(tally.needed.recommended_s);
  out.key("schedule_left_s").integer(tally.needed.schedule_left_s);
  out.end_object();
  const EmployerContacts& contacts = tally.employer_contacts;
  out.key("employer_contacts").begin_object();
  out.key("total").integer(contacts.total);
  out.key("hiring_authority").integer(contacts.hiring_authority);
  out.key("for_participant").integer(contacts.for_participant);
  out.key("returning").integer(contacts.returning);
  out.key("goal").integer(contacts.goal);
  out.end_object();
}

void write_exceptions(Writer& out, const std::vector<TallyException>& exceptions) {
  out.key("exceptions").begin_array();
  for (const TallyException& exception : exceptions) {
    out.begin_object();
    out.key("code").text(to_wire(exception.code));
    out.key("entry_ids").begin_array();
    for (const std::string& id : exception.entry_ids) out.text(id);
    out.end_array();
    out.key("seconds").integer(exception.seconds);
    out.end_object();
  }
  out.end_array();
}

// --- Reading what was stored. A member that is missing or of another kind leaves an error in the reader.

std::int64_t count(Reader& in, std::string_view name) {
  return in.required_integer(name, 0, any_count);
}

int small_count(Reader& in, std::string_view name) {
  return static_cast<int>(in.required_integer(name, 0, std::numeric_limits<int>::max()));
}

Split read_split(Reader& in) {
  return {count(in, "community_s"), count(in, "on_site_s"), count(in, "not_worked_s")};
}

/// Reads the object `name` with `read`, and takes over the error if there was one.
template <class Read>
void read_part(Reader& in, std::string_view name, Read read) {
  in.require(name);
  const auto* object = in.object(name);
  if (object == nullptr) return;
  Reader part(*object, in.path(name));
  read(part);
  if (part.error()) in.add_error(*part.error());
}

/// Reads each object of the array `name` with `read(part, index)`.
template <class Read>
void read_list(Reader& in, std::string_view name, Read read) {
  in.require(name);
  const auto* array = in.array(name);
  if (array == nullptr) return;
  for (std::size_t i = 0; i < array->size(); ++i) {
    const auto* object = (*array)[i].if_object();
    if (object == nullptr) return in.add_error(ErrorCode::wrong_type, "Make this a list of objects.", name);
    Reader part(*object, in.path(name));
    read(part, i);
    if (part.error()) in.add_error(*part.error());
  }
}

std::map<std::string, Split> read_splits(Reader& in, std::string_view name) {
  std::map<std::string, Split> splits;
  read_part(in, name, [&](Reader& part) {
    for (const auto& member : *in.object(name)) {
      const std::string_view key(member.key().data(), member.key().size());
      read_part(part, key, [&](Reader& split) { splits.emplace(key, read_split(split)); });
    }
  });
  return splits;
}

void read_days(Reader& in, std::array<DayTally, 7>& days) {
  const auto* array = in.array("days");
  if (array != nullptr && array->size() != days.size())
    return in.add_error(ErrorCode::wrong_type, "Give the seven days of the week.", "days");
  read_list(in, "days", [&](Reader& part, std::size_t i) {
    days[i].date = part.required_date("date");
    days[i].time = read_split(part);
    days[i].scheduled_s = count(part, "scheduled_s");
    days[i].leave_s = count(part, "leave_s");
  });
}

std::vector<std::string> read_texts(Reader& in, std::string_view name) {
  std::vector<std::string> texts;
  in.require(name);
  const auto* array = in.array(name);
  if (array == nullptr) return texts;
  for (const auto& value : *array) {
    const auto* text = value.if_string();
    if (text == nullptr) {
      in.add_error(ErrorCode::wrong_type, "Make this a list of texts.", name);
      return texts;
    }
    texts.emplace_back(text->data(), text->size());
  }
  return texts;
}

std::vector<TallyException> read_exceptions(Reader& in) {
  std::vector<TallyException> exceptions;
  read_list(in, "exceptions", [&](Reader& part, std::size_t) {
    const auto code = part.required_code("code", ExceptionCode::overlap);
    auto entry_ids = read_texts(part, "entry_ids");
    exceptions.push_back({code, std::move(entry_ids), count(part, "seconds")});
  });
  return exceptions;
}

tl::unexpected<Error> corrupt(std::string field) {
  return fail(ErrorCode::corrupt,
              "A stored tally cannot be read; run verify, and restore the newest verified backup.",
              std::move(field));
}

}  // namespace

WeekTally read_tally(json::Reader& in) {
  WeekTally tally;
  tally.week_start = in.required_date("week_start");
  tally.time_zone = in.required_text("time_zone", 256);
  tally.policy_from = in.required_date("policy_from");
  tally.as_of = in.required_instant("as_of");
  const Split sums = read_split(in);
  tally.community_s = sums.community_s;
  tally.on_site_s = sums.on_site_s;
  tally.not_worked_s = sums.not_worked_s;
  tally.logged_s = count(in, "logged_s");
  tally.scheduled_s = count(in, "scheduled_s");
  tally.unaccounted_s = count(in, "unaccounted_s");
  tally.work_s = count(in, "work_s");
  tally.overlap_s = count(in, "overlap_s");
  tally.tagged_s = count(in, "tagged_s");
  tally.flagged_s = count(in, "flagged_s");
  in.require("has_schedule");
  tally.has_schedule = in.boolean("has_schedule", false);
  tally.standing = in.required_code("standing", Standing::too_little);
  tally.fidelity_score = small_count(in, "fidelity_score");
  tally.by_activity = read_splits(in, "by_activity");
  tally.by_place = read_splits(in, "by_place");
  read_days(in, tally.days);
  read_part(in, "needed", [&](Reader& part) {
    tally.needed = {count(part, "minimum_s"), count(part, "recommended_s"), count(part, "schedule_left_s")};
  });
  read_part(in, "employer_contacts", [&](Reader& part) {
    tally.employer_contacts = {small_count(part, "total"), small_count(part, "hiring_authority"),
                               small_count(part, "for_participant"), small_count(part, "returning"),
                               small_count(part, "goal")};
  });
  tally.exceptions = read_exceptions(in);
  return tally;
}

std::string to_json(const WeekTally& tally, const TallyOwner& owner) {
  Writer out;
  out.begin_object();
  out.key("person_id").text(owner.person_id);
  out.key("name").text(owner.name);
  write_identity_and_sums(out, tally);
  write_share(out, "share", tally.share());
  write_share(out, "strict_share", tally.strict_share());
  write_standing_and_parts(out, tally);
  out.key("state").text(owner.state);
  write_exceptions(out, tally.exceptions);
  out.end_object();
  return out.take();
}

std::string to_stored_json(const WeekTally& tally) {
  Writer out;
  out.begin_object();
  write_identity_and_sums(out, tally);
  write_standing_and_parts(out, tally);
  write_exceptions(out, tally.exceptions);
  out.end_object();
  return out.take();
}

Result<WeekTally> tally_from_stored_json(std::string_view text) {
  // A page of a team reads hundreds of these: the tree lives in one piece of memory, gone when it was read.
  boost::json::monotonic_resource memory;
  const auto value = json::parse(text, &memory);
  if (!value) return corrupt({});
  const auto* object = value->if_object();
  if (object == nullptr) return corrupt({});
  Reader in(*object);
  WeekTally tally = read_tally(in);
  if (in.error()) return corrupt(in.error()->field);
  return tally;
}

}  // namespace waymark
