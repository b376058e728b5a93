// People, their roles and teams, and how they sign in.
#include <fmt/format.h>

#include <algorithm>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

const Form::Choices roles = {{"specialist", "Specialist"}, {"lead", "Team lead"}, {"admin", "Admin"}};

constexpr std::size_t people_a_page = 100;

std::string path_of(const Visit& visit) {
  return "/admin/people/" + visit.parameter("id");
}

/// The worst of a person's devices in service; none without one.
std::optional<DeviceCondition> worst_device(const std::vector<DeviceCondition>& devices,
                                            std::string_view person_id) {
  // devices() gives the worst first.
  for (const auto& condition : devices)
    if (condition.in_service && condition.device.person_id == person_id) return condition;
  return std::nullopt;
}

HttpResponse people_page(Visit& visit) {
  Page page{"People", "admin_people"};
  const auto search = visit.query("search");
  const auto devices = visit.store().desk().devices();
  auto people = visit.store().people();
  std::erase_if(people, [&](const PersonInfo& person) {
    return !is_found(search, {person.name, person.team, person.login, role_words(person.role)});
  });
  const ListPart part(visit, people.size(), people_a_page);
  page.data.set("people", Data::List());
  for (auto at = part.begin(); at < part.end(); ++at) {
    const auto& person = people[at];
    Data row;
    row.set("id", person.person_id).set("who", person.name).set("role", role_words(person.role));
    row.set("team", person.team.empty() ? "–" : person.team);
    row.set("signs_in", person.login.empty() ? "Not on these pages" : person.login);
    row.set("disabled", person.disabled);
    const auto device = worst_device(devices, person.person_id);
    row.set("device", device ? Data::List{condition_pill(*device)} : Data::List());
    page.data.add("people", std::move(row));
  }
  page.data.set("count", count_words(static_cast<std::int64_t>(people.size()), "person", "people"));
  page.data.set("parts", part.links("/admin/people", {{"search", search}}));
  visit.form().preset("search", search);
  page.data.set("search_field", visit.form().field("search", "Search",
                                                   {.hint = "A name, a team, a role.", .required = false}));
  return admin_page(visit, std::move(page), "/admin/people");
}

HttpResponse new_person_page(Visit& visit, int status = 200) {
  auto& form = visit.form();
  form.preset("role", "specialist");
  Page page{"Add a person", "admin_person_new", form.errors(), {}, status};
  page.data.set("name_field", form.field("name", "Name"));
  page.data.set("role_field", form.choice("role", "Role", roles));
  page.data.set("team_field",
                form.field("team", "Team", {.hint = "For specialists and leads.", .required = false}));
  page.data.set("login_field", form.field("login", "Name for signing in",
                                          {.hint = "Only for those who use these pages. A phone needs none.",
                                           .required = false}));
  return admin_page(visit, std::move(page), "/admin/people");
}

HttpResponse add_person(Visit& visit) {
  auto& form = visit.form();
  NewPerson person;
  person.name = form.required("name", "Give the person's name.");
  const auto role = from_wire<Role>(form.value("role"));
  if (!role) form.refuse("role", "Choose a role.");
  person.role = role.value_or(Role::specialist);
  person.team = form.value("team");
  if (role && *role != Role::admin && person.team.empty())
    form.refuse("team", "Give the team: a specialist or lead belongs to one.");
  person.login = form.value("login");
  if (!form.ok()) return new_person_page(visit, 422);
  const auto added = visit.store().add_person(person, visit.actor());
  if (!added) {
    form.refuse(added.error());
    return new_person_page(visit, 422);
  }
  return visit.go("/admin/people/" + added->person_id, added->name + " is added.");
}

Data team_rows(const PersonDetail& detail, Date today) {
  Data rows;
  rows.set("teams", Data::List());
  for (std::size_t i = 0; i < detail.teams.size(); ++i) {
    const auto& [from, team] = detail.teams[i];
    const bool ahead = from > today;
    const bool over = i + 1 < detail.teams.size() && detail.teams[i + 1].from <= today;
    Data row;
    row.set("spell_team", team.empty() ? "No team" : team);
    row.set("spell_from", i == 0 ? "from the beginning" : "from " + long_date(from));
    row.set("spell_state", ahead ? "planned" : over ? "over" : "now");
    rows.add("teams", std::move(row));
  }
  return rows;
}

HttpResponse person_page(Visit& visit, int status = 200) {
  const auto id = visit.parameter("id");
  auto& desk = visit.store().desk();
  const auto detail = desk.person(id);
  if (!detail) return visit.refuse(detail.error());
  const auto& info = detail->info;
  auto& form = visit.form();
  form.preset("name", info.name);
  form.preset("role", std::string(to_wire(info.role)));
  form.preset("team", "");
  form.preset("from", "");
  form.preset("login", info.login);

  Page page{info.name, "admin_person", form.errors(), {}, status};
  auto& data = page.data;
  const auto today = zone_of(visit).date_of(visit.now());
  data.set("id", id).set("who", info.name).set("role", role_words(info.role)).set("disabled", info.disabled);
  data.set("is_self", visit.who().person_id == id);
  set_text(data, "present_team", info.team);
  set_text(data, "present_login", info.login);
  data.merge(team_rows(*detail, today));
  data.set("name_field", form.field("name", "Name"));
  data.set("role_field", form.choice("role", "Role", roles));
  data.set("team_field", form.field("team", "New team", {.hint = "Empty for none.", .required = false}));
  data.set("from_field",
           form.field("from", "From",
                      {.type = "date", .hint = "Weeks that began before this day stay with the old team."}));
  data.set("login_field",
           form.field("login", "Name for signing in",
                      {.hint = "Empty: they cannot sign in to these pages. A phone needs none.",
                       .required = false}));
  data.set("devices", Data::List());
  for (const auto& condition : desk.devices())
    if (condition.device.person_id == id)
      data.add("devices", Data{}
                              .set("device_id", condition.device.device_id)
                              .set("device_name", condition.device.name)
                              .set("condition", condition_pill(condition)));
  return admin_page(visit, std::move(page), "/admin/people");
}

HttpResponse show_person(Visit& visit) {
  return person_page(visit);
}

/// After an action: back to the person with a sentence, or the form again with what is wrong.
template <class T>
HttpResponse after(Visit& visit, const Result<T>& done, std::string sentence) {
  if (done) return visit.go(path_of(visit), std::move(sentence));
  if (done.error().code == ErrorCode::not_found || done.error().code == ErrorCode::busy)
    return visit.refuse(done.error());
  visit.form().refuse(done.error());
  return person_page(visit, 422);
}

HttpResponse change_person(Visit& visit) {
  auto& form = visit.form();
  const auto name = form.required("name", "Give the person's name.");
  const auto role = from_wire<Role>(form.value("role"));
  if (!role) form.refuse("role", "Choose a role.");
  // Whoever takes away their own rights may leave nobody who could give them back.
  if (role && *role != Role::admin && visit.parameter("id") == visit.who().person_id)
    form.refuse("role", "You cannot take the role of admin from yourself: ask another admin.");
  if (!form.ok()) return person_page(visit, 422);
  return after(visit, visit.store().desk().change_person(visit.parameter("id"), {name, *role}, visit.actor()),
               "Name and role are saved.");
}

HttpResponse move_person(Visit& visit) {
  auto& form = visit.form();
  const auto from = form.date("from");
  if (!form.ok()) return person_page(visit, 422);
  const auto team = form.value("team");
  return after(visit, visit.store().move_person(visit.parameter("id"), team, *from, visit.actor()),
               fmt::format("From {} on they are in {}.", long_date(*from), team.empty() ? "no team" : team));
}

HttpResponse set_login(Visit& visit) {
  auto& form = visit.form();
  const auto login = form.value("login");
  if (visit.parameter("id") == visit.who().person_id && login != visit.who().login)
    form.refuse("login", "You cannot change what you sign in with yourself: ask another admin.");
  if (!form.ok()) return person_page(visit, 422);
  if (login == visit.store().desk().person(visit.parameter("id")).value_or(PersonDetail{}).info.login)
    return visit.go(path_of(visit), "Nothing was changed.");
  return after(visit, visit.store().set_login(visit.parameter("id"), login, {}, visit.actor()),
               login.empty()
                   ? "They cannot sign in to these pages any more."
                   : "They sign in as " + login + " once they have set a password: make a link for that.");
}

HttpResponse make_password_link(Visit& visit) {
  const auto id = visit.parameter("id");
  const auto person = visit.store().person(id);
  if (!person) return visit.refuse(person.error());
  const auto link = visit.store().create_password_link(id, visit.actor());
  if (!link) return after(visit, link, {});
  Page page{"A link to set a password", "admin_password_link"};
  const auto& address = visit.context().address;
  page.data.set("who", person->name).set("login", person->login).set("person_address", path_of(visit));
  page.data.set("link", (address ? address() : std::string()) + "/password/" + link->code);
  page.data.set("until", long_moment(link->expires_at, zone_of(visit)));
  return admin_page(visit, std::move(page), "/admin/people");
}

HttpResponse disable_person(Visit& visit) {
  if (visit.parameter("id") == visit.who().person_id) {
    visit.form().refuse({}, "You cannot disable yourself: ask another admin.");
    return person_page(visit, 422);
  }
  return after(visit, visit.store().disable_person(visit.parameter("id"), visit.actor()),
               "They are disabled: their devices and their sign-in are refused from now on.");
}

HttpResponse enable_person(Visit& visit) {
  return after(visit, visit.store().enable_person(visit.parameter("id"), visit.actor()),
               "They are enabled: their devices and their sign-in work again.");
}

}  // namespace

void add_admin_people_pages(PageRoutes& pages) {
  pages.get("/admin/people", Who::admin, people_page);
  pages.get("/admin/people/new", Who::admin, [](Visit& visit) { return new_person_page(visit); });
  pages.post("/admin/people", Who::admin, add_person);
  pages.get("/admin/people/{id}", Who::admin, show_person);
  pages.post("/admin/people/{id}/change", Who::admin, change_person);
  pages.post("/admin/people/{id}/move", Who::admin, move_person);
  pages.post("/admin/people/{id}/login", Who::admin, set_login);
  pages.post("/admin/people/{id}/password-link", Who::admin, make_password_link);
  pages.post("/admin/people/{id}/disable", Who::admin, disable_person);
  pages.post("/admin/people/{id}/enable", Who::admin, enable_person);
}

}  // namespace waymark::server
