#include "syncserver/web/working_time_pages.h"

#include <fmt/format.h>

#include <numeric>

#include "syncserver/store/team_desk.h"
#include "syncserver/web/aside_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

constexpr std::array<std::string_view, 7> day_fields = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 7> day_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};

/// "7.5" of 450 minutes.
std::string hours_of(int minutes) {
  if (minutes % 60 == 0) return fmt::format("{}", minutes / 60);
  if (minutes % 6 == 0) return fmt::format("{}.{}", minutes / 60, minutes % 60 / 6);
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

Data::List conflict_data(bool in_conflict, const std::string& rid) {
  return in_conflict ? Data::List{Data{}.set("to", aside_address(rid))} : Data::List();
}

Data schedule_data(const Schedule& schedule, bool present) {
  Data data;
  data.set("from", date_words(schedule.effective_from)).set("present", present);
  for (std::size_t day = 0; day < day_names.size(); ++day) {
    const auto minutes = schedule.minutes[day];
    data.add("days", Data{}
                         .set("day", day_names[day].substr(0, 3))
                         .set("hours", minutes == 0 ? std::string("–") : hours_of(minutes)));
  }
  data.set("sum", hours_of(std::accumulate(schedule.minutes.begin(), schedule.minutes.end(), 0)));
  return data;
}

/// The newest that holds on `today`; the list is newest first.
const ScheduleLine* in_force(const WorkingTime& time, Date today) {
  for (const auto& line : time.schedules)
    if (line.schedule.effective_from <= today) return &line;
  return nullptr;
}

HttpResponse show_all(Visit& visit) {
  auto& desk = visit.store().team();
  const auto people = desk.team_people(visit.viewer());
  if (!people) return visit.refuse(people.error());
  Page page{"Schedules and leave", "schedules"};
  page.tab = "/schedules";
  page.wide = true;
  for (const auto& person : *people) {
    const auto time = desk.working_time(visit.viewer(), person.person_id);
    if (!time) continue;
    Data row;
    row.set("name", person.name).set("address", fmt::format("/people/{}/time", person.person_id));
    const auto* present = in_force(*time, desk.today());
    row.set("schedule", present ? Data::List{schedule_data(present->schedule, true)} : Data::List());
    std::string leave;
    for (const auto& line : time->leave)
      if (line.leave.date >= desk.today())
        leave += fmt::format("{}{} ({})", leave.empty() ? "" : ", ", short_date(line.leave.date),
                             leave_words(line.leave.kind));
    row.set("leave", leave.empty() ? "–" : leave);
    page.data.add("rows", std::move(row));
  }
  return visit.page(std::move(page));
}

HttpResponse time_page(const Visit& visit, const Form& form, int status) {
  auto& desk = visit.store().team();
  const auto time = desk.working_time(visit.viewer(), visit.parameter("id"));
  if (!time) return visit.refuse(time.error());
  const auto address = "/people/" + time->person.person_id;
  Page page{time->person.name + ": schedule and leave", "working_time", form.errors()};
  page.tab = "/schedules";
  page.wide = true;
  page.status = status;
  auto& data = page.data;
  data.set("title", page.title).set("address", address).set("name", time->person.name);
  const auto* present = in_force(*time, desk.today());
  for (const auto& line : time->schedules)
    data.add("schedules", schedule_data(line.schedule, &line == present)
                              .set("in_conflict", conflict_data(line.in_conflict, line.schedule.id)));
  Data::List form_days;
  for (std::size_t day = 0; day < day_fields.size(); ++day)
    form_days.push_back(form.field(day_fields[day], day_names[day]));
  data.set("may_schedule",
           time->may_schedule
               ? Data::List{Data{}
                                .set("from", form.field("effective_from", "From", {.type = "date"}))
                                .set("days", std::move(form_days))}
               : Data::List());
  for (const auto& line : time->leave)
    data.add("leave", Data{}
                          .set("day", short_date(line.leave.date) +
                                          fmt::format(" {}", static_cast<int>(line.leave.date.year())))
                          .set("kind", leave_words(line.leave.kind))
                          .set("hours", hours_of(line.leave.minutes))
                          .set("in_conflict", conflict_data(line.in_conflict, line.leave.id))
                          .set("remove", fmt::format("{}/leave/{}/remove", address, line.leave.id)));
  Form::Choices kinds;
  for (const auto kind : {LeaveKind::vacation, LeaveKind::sick, LeaveKind::holiday})
    kinds.emplace_back(to_wire(kind), leave_words(kind));
  data.set("leave_form",
           Data{}
               .set("date", form.field("date", "Day", {.type = "date"}))
               .set("kind", form.choice("kind", "Kind", kinds))
               .set("hours", form.field("hours", "Hours", {.hint = "For instance 7.5 or 7:30."})));
  return visit.page(std::move(page));
}

HttpResponse show_time(Visit& visit) {
  auto& desk = visit.store().team();
  auto& form = visit.form();
  const auto time = desk.working_time(visit.viewer(), visit.parameter("id"));
  if (!time) return visit.refuse(time.error());
  form.preset("effective_from", format_date(add_days(desk.week_containing(desk.today()), 7)));
  const auto* present = in_force(*time, desk.today());
  for (std::size_t day = 0; day < day_fields.size(); ++day)
    form.preset(day_fields[day], present ? hours_of(present->schedule.minutes[day]) : "0");
  return time_page(visit, form, 200);
}

HttpResponse to_time(const Visit& visit, const Result<OpStatus>& written, std::string done) {
  if (*written == OpStatus::held)
    done = "The week is approved, so this is held: return the week to apply it.";
  return visit.go(fmt::format("/people/{}/time", visit.parameter("id")), std::move(done));
}

HttpResponse save_schedule(Visit& visit) {
  auto& form = visit.form();
  Schedule schedule;
  schedule.specialist_id = visit.parameter("id");
  if (const auto from = form.date("effective_from")) schedule.effective_from = *from;
  for (std::size_t day = 0; day < day_fields.size(); ++day)
    if (const auto minutes = form.hours(day_fields[day])) schedule.minutes[day] = *minutes;
  if (form.ok()) {
    const auto written = visit.store().team().save_schedule(schedule, visit.actor());
    if (written)
      return to_time(visit, written, "The schedule holds from " + date_words(schedule.effective_from) + ".");
    if (written.error().code == ErrorCode::forbidden) return visit.refuse(written.error());
    form.refuse(written.error());
  }
  return time_page(visit, form, 422);
}

HttpResponse save_leave(Visit& visit) {
  auto& form = visit.form();
  Leave leave;
  leave.specialist_id = visit.parameter("id");
  if (const auto date = form.date("date")) leave.date = *date;
  if (const auto kind = from_wire<LeaveKind>(form.value("kind")))
    leave.kind = *kind;
  else
    form.refuse("kind", "Choose the kind of leave.");
  if (const auto minutes = form.hours("hours")) leave.minutes = *minutes;
  if (form.ok()) {
    const auto written = visit.store().team().save_leave(leave, visit.actor());
    if (written) return to_time(visit, written, "The leave of " + short_date(leave.date) + " is saved.");
    if (written.error().code == ErrorCode::forbidden) return visit.refuse(written.error());
    form.refuse(written.error());
  }
  return time_page(visit, form, 422);
}

HttpResponse remove_leave(Visit& visit) {
  const auto written = visit.store().team().remove_leave(visit.parameter("rid"), visit.actor());
  if (!written) return visit.refuse(written.error());
  return to_time(visit, written, "The leave is removed.");
}

}  // namespace

void add_working_time_pages(PageRoutes& pages) {
  pages.get("/schedules", Who::lead, show_all);
  pages.get("/people/{id}/time", Who::lead, show_time);
  pages.post("/people/{id}/schedule", Who::lead, save_schedule);
  pages.post("/people/{id}/leave", Who::lead, save_leave);
  pages.post("/people/{id}/leave/{rid}/remove", Who::lead, remove_leave);
}

}  // namespace waymark::server
