#include "shared/records/limits.h"
#include "shared/records/record_fields.h"

namespace waymark {

void read_fields(json::Reader& in, Employer& employer) {
  employer.name = in.required_text("name", max_label);
  employer.address = in.text("address", max_address);
  employer.industry = in.text("industry", max_label);
  employer.contact_name = in.text("contact_name", max_label);
  employer.contact_title = in.text("contact_title", max_label);
  employer.phone = in.text("phone", max_label);
  employer.lat = in.number("lat", -90, 90);
  employer.lon = in.number("lon", -180, 180);
  employer.next_step = in.text("next_step", max_next_step);
  employer.next_step_on = in.date("next_step_on");
  employer.note = in.text("note", max_note);
  employer.extra = in.extra({"name", "address", "industry", "contact_name", "contact_title", "phone", "lat",
                             "lon", "next_step", "next_step_on", "note"});
}

void write_fields(json::Writer& out, const Employer& employer) {
  out.key("name").text(employer.name);
  out.optional_text("address", employer.address);
  out.optional_text("industry", employer.industry);
  out.optional_text("contact_name", employer.contact_name);
  out.optional_text("contact_title", employer.contact_title);
  out.optional_text("phone", employer.phone);
  if (employer.lat) out.key("lat").number(*employer.lat);
  if (employer.lon) out.key("lon").number(*employer.lon);
  out.optional_text("next_step", employer.next_step);
  if (employer.next_step_on) out.key("next_step_on").text(format_date(*employer.next_step_on));
  out.optional_text("note", employer.note);
}

void read_fields(json::Reader& in, Participant& participant) {
  participant.code = in.required_text("code", max_label);
  in.require("program");
  participant.program = in.text("program", max_label);
  in.require("status");
  participant.status = in.text("status", max_label);
  participant.entered_on = in.required_date("entered_on");
  participant.specialist_id = in.required_uuid("specialist_id");
  participant.part2 = in.boolean("part2", false);
  participant.extra = in.extra({"code", "program", "status", "entered_on", "specialist_id", "part2"});
}

void write_fields(json::Writer& out, const Participant& participant) {
  out.key("code").text(participant.code);
  out.key("program").text(participant.program);
  out.key("status").text(participant.status);
  out.key("entered_on").text(format_date(participant.entered_on));
  out.key("specialist_id").text(participant.specialist_id);
  out.optional_true("part2", participant.part2);
}

void read_fields(json::Reader& in, Job& job) {
  job.participant_id = in.required_uuid("participant_id");
  job.employer_id = in.required_uuid("employer_id");
  job.title = in.required_text("title", max_label);
  job.hours_per_week = in.required_number("hours_per_week", 0, hours_a_week);
  job.starts_on = in.required_date("starts_on");
  job.ends_on = in.date("ends_on");
  job.kind = in.required_code("kind", JobKind::competitive);
  job.extra =
      in.extra({"participant_id", "employer_id", "title", "hours_per_week", "starts_on", "ends_on", "kind"});
}

void write_fields(json::Writer& out, const Job& job) {
  out.key("participant_id").text(job.participant_id);
  out.key("employer_id").text(job.employer_id);
  out.key("title").text(job.title);
  out.key("hours_per_week").number(job.hours_per_week);
  out.key("starts_on").text(format_date(job.starts_on));
  if (job.ends_on) out.key("ends_on").text(format_date(*job.ends_on));
  out.key("kind").text(to_wire(job.kind));
}

}  // namespace waymark
