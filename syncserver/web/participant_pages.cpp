#include "syncserver/web/participant_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "shared/tally/follow_along.h"
#include "syncserver/store/team_desk.h"
#include "syncserver/web/aside_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

// What a new case begins with, and what an opened one goes back to; `closed` is follow_along.h's.
constexpr std::string_view active_status = "active";

constexpr std::size_t cases_a_page = 100;

/// Which part of the team's cases a page shows.
struct ListChoice {
  bool closed = false;
  std::string specialist_id;  ///< "" for everybody's

  std::vector<std::pair<std::string_view, std::string>> members(bool of_closed) const {
    return {{"closed", of_closed ? "1" : ""}, {"specialist", specialist_id}};
  }
};

Form::Choices specialists_among(const std::vector<ParticipantLine>& lines) {
  Form::Choices choices;
  for (const auto& line : lines) choices.emplace_back(line.participant.specialist_id, line.specialist_name);
  std::sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second, a.first) < std::tie(b.second, b.first);
  });
  choices.erase(std::unique(choices.begin(), choices.end()), choices.end());
  choices.insert(choices.begin(), {"", "Everybody"});
  return choices;
}

ListChoice chosen_list(const Visit& visit, const Form::Choices& specialists) {
  ListChoice choice;
  choice.closed = visit.query("closed") == "1";
  const auto wanted = visit.query("specialist");
  for (const auto& known : specialists)
    if (known.first == wanted) choice.specialist_id = wanted;
  return choice;
}

Data::List link_to(bool there, const std::string& address, const std::string& words) {
  return there ? Data::List{Data{}.set("address", address).set("words", words)} : Data::List();
}

HttpResponse show_list(Visit& visit) {
  const auto all = visit.store().team().participants(visit.viewer());
  if (!all) return visit.refuse(all.error());
  const auto specialists = specialists_among(*all);
  const auto choice = chosen_list(visit, specialists);
  std::vector<const ParticipantLine*> shown;
  std::size_t others = 0;
  for (const auto& line : *all) {
    if (!choice.specialist_id.empty() && line.participant.specialist_id != choice.specialist_id) continue;
    if (is_open_case(line.participant) == choice.closed)
      ++others;
    else
      shown.push_back(&line);
  }
  const ListPart part(visit, shown.size(), cases_a_page);

  Page page{choice.closed ? "Closed cases" : "Participants", "participants"};
  page.tab = "/participants";
  page.wide = true;
  Data::List rows;
  for (auto at = part.begin(); at < part.end(); ++at) {
    const auto& participant = shown[at]->participant;
    rows.push_back(Data{}
                       .set("address", "/participants/" + participant.id)
                       .set("code", participant.code)
                       .set("program", program_words(participant.program))
                       .set("status", participant.status)
                       .set("entered_on", date_words(participant.entered_on))
                       .set("specialist", shown[at]->specialist_name)
                       .set("part2", participant.part2));
  }
  auto& form = visit.form();
  form.preset("specialist", choice.specialist_id);
  page.data.set("title", page.title).set("closed", choice.closed);
  page.data.set("count", count_words(static_cast<std::int64_t>(shown.size()),
                                     choice.closed ? "closed case" : "open case"));
  page.data.set(
      "others",
      link_to(choice.closed || others > 0, with_query("/participants", choice.members(!choice.closed)),
              count_words(static_cast<std::int64_t>(others), choice.closed ? "open case" : "closed case")));
  page.data.set("specialist_field", form.choice("specialist", "Looked after by", specialists));
  page.data.set("rows", std::move(rows));
  page.data.set("parts", part.links("/participants", choice.members(choice.closed)));
  return visit.page(std::move(page));
}

/// Fields of the form as a participant; what is missing or wrong is refused beside its field.
Participant read_form(Form& form, Participant participant) {
  participant.code = form.required("code", "Give the code or initials your agency uses.");
  participant.program = form.required("program", "Choose the program.");
  participant.status = form.required("status", "Say how the case stands, for instance active or closed.");
  if (const auto date = form.date("entered_on")) participant.entered_on = *date;
  participant.specialist_id = form.required("specialist_id", "Choose who looks after this participant.");
  participant.part2 = form.has("part2");
  return participant;
}

void preset(Form& form, const ParticipantLine& line) {
  const auto& participant = line.participant;
  form.preset("code", participant.code);
  form.preset("program", participant.program);
  form.preset("status", participant.status);
  form.preset("entered_on", format_date(participant.entered_on));
  form.preset("specialist_id", participant.specialist_id);
  if (participant.part2) form.preset("part2", "on");
  form.preset("head", line.head);
}

HttpResponse form_page(const Visit& visit, const Form& form, const std::string& id, int status) {
  auto& desk = visit.store().team();
  const auto people = desk.team_people(visit.viewer());
  if (!people) return visit.refuse(people.error());
  Page page{id.empty() ? "New participant" : "Participant " + form.value("code"), "participant",
            form.errors()};
  page.tab = "/participants";
  page.status = status;
  Form::Choices programs, specialists;
  for (const auto& program : desk.programs()) programs.emplace_back(program, program_words(program));
  for (const auto& person : *people) specialists.emplace_back(person.person_id, person.name);
  // Somebody else may have taken it over meanwhile: then the form only says what was typed.
  const auto line = id.empty() ? Result<ParticipantLine>() : desk.participant(visit.viewer(), id);
  page.data.set("in_conflict",
                line && line->in_conflict
                    ? Data::List{Data{}.set("address", aside_address(id)).set("who", line->specialist_name)}
                    : Data::List());
  page.data.set("title", page.title).set("address", id.empty() ? "/participants/new" : "/participants/" + id);
  page.data.set("head", form.value("head"));
  page.data.set("code",
                form.field("code", "Code or initials", {.hint = "Never a diagnosis or a full name."}));
  page.data.set("program", form.choice("program", "Program", programs));
  page.data.set("status", form.field("status", "Status",
                                     {.hint = "Your agency's own word. “closed” closes the case."}));
  page.data.set("entered_on", form.field("entered_on", "Entered the program on", {.type = "date"}));
  page.data.set("specialist", form.choice("specialist_id", "Looked after by", specialists,
                                          "Another name here assigns the participant to them."));
  page.data.set("part2", form.has("part2"));
  page.data.set("refused", !form.ok() && !id.empty());
  const bool open = !id.empty() && form.value("status") != closed_status;
  page.data.set("may_close", open).set("may_open", !id.empty() && !open);
  return visit.page(std::move(page));
}

HttpResponse show_new(Visit& visit) {
  auto& form = visit.form();
  form.preset("status", std::string(active_status));
  form.preset("entered_on", format_date(visit.store().team().today()));
  form.preset("specialist_id", visit.query("specialist"));
  return form_page(visit, form, {}, 200);
}

HttpResponse show_one(Visit& visit) {
  const auto id = visit.parameter("id");
  const auto line = visit.store().team().participant(visit.viewer(), id);
  if (!line) return visit.refuse(line.error());
  preset(visit.form(), *line);
  return form_page(visit, visit.form(), id, 200);
}

HttpResponse save(Visit& visit) {
  auto& desk = visit.store().team();
  auto& form = visit.form();
  const auto id = visit.parameter("id");
  Participant participant;
  if (!id.empty()) {
    // What the form does not show, and what a newer version wrote, stays.
    const auto line = desk.participant(visit.viewer(), id);
    if (!line) return visit.refuse(line.error());
    participant = line->participant;
  }
  const auto was = participant.status;
  participant = read_form(form, std::move(participant));
  if (form.value("then") == "close") participant.status = closed_status;
  if (form.value("then") == "open") participant.status = active_status;
  if (form.ok()) {
    const auto saved = desk.save_participant(participant, form.value("head"), visit.actor());
    if (saved) {
      const bool closed = participant.status == closed_status && was != closed_status;
      return visit.go("/participants",
                      fmt::format("{} is {}.", participant.code, closed ? "closed" : "saved"));
    }
    if (saved.error().code == ErrorCode::forbidden && saved.error().field.empty())
      return visit.refuse(saved.error());
    form.refuse(saved.error());
  }
  return form_page(visit, form, id, 422);
}

}  // namespace

void add_participant_pages(PageRoutes& pages) {
  pages.get("/participants", Who::lead, show_list);
  pages.get("/participants/new", Who::lead, show_new);
  pages.post("/participants/new", Who::lead, save);
  pages.get("/participants/{id}", Who::lead, show_one);
  pages.post("/participants/{id}", Who::lead, save);
}

}  // namespace waymark::server
