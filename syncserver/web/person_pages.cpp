#include "syncserver/web/person_pages.h"

#include <fmt/format.h>

#include "syncserver/store/team_desk.h"
#include "syncserver/web/entry_page.h"
#include "syncserver/web/person_week_page.h"
#include "syncserver/web/week_choice.h"

namespace waymark::server {

namespace {

std::string address_of(const Visit& visit, Date week) {
  return fmt::format("/people/{}?week={}", visit.parameter("id"), format_date(week));
}

HttpResponse answer_with(const Visit& visit, const SpecialistWeek& week, const Form& form, int status) {
  auto page = person_week_page(week, form, visit.now(), visit.store().team().zone());
  page.status = status;
  if (visit.who().role == Role::lead) page.tab = "/team";
  return visit.page(std::move(page));
}

HttpResponse show_week(Visit& visit) {
  const auto date = chosen_week(visit);
  if (!date) return visit.refuse(date.error());
  const auto week = visit.store().team().person_week(visit.viewer(), visit.parameter("id"), *date);
  if (!week) return visit.refuse(week.error());
  return answer_with(visit, *week, visit.form(), 200);
}

/// Does `act` with the week a form names; what is wrong with a field is shown beside it.
template <class Act>
HttpResponse decide(Visit& visit, Act act, std::string_view done) {
  auto& desk = visit.store().team();
  const auto date = parse_date(visit.form().value("week"), "week");
  if (!date) return visit.refuse(date.error());
  const Result<void> decided = act(desk, *date);
  if (decided) return visit.go(address_of(visit, *date), std::string(done));
  if (decided.error().code == ErrorCode::forbidden) return visit.refuse(decided.error());
  const auto week = desk.person_week(visit.viewer(), visit.parameter("id"), *date);
  if (!week) return visit.refuse(week.error());
  // Beside the note, or above the page where it is no field's fault.
  visit.form().refuse(decided.error().field == "note"
                          ? decided.error()
                          : Error{decided.error().code, decided.error().message, {}});
  return answer_with(visit, *week, visit.form(), 422);
}

HttpResponse approve(Visit& visit) {
  return decide(
      visit,
      [&](TeamDesk& desk, Date week) {
        return desk.approve({visit.parameter("id"), week, visit.form().value("mark")}, visit.actor());
      },
      "The week is approved. Edits that come from now on are held for you.");
}

HttpResponse give_back(Visit& visit) {
  return decide(
      visit,
      [&](TeamDesk& desk, Date week) {
        return desk.return_week(visit.parameter("id"), week, visit.form().value("note"), visit.actor());
      },
      "The week is returned: the note is on the specialist's phone with its next sync.");
}

}  // namespace

void add_person_pages(PageRoutes& pages) {
  pages.get("/people/{id}", Who::signed_in, show_week);
  pages.post("/people/{id}/approve", Who::lead, approve);
  pages.post("/people/{id}/return", Who::lead, give_back);
  pages.get("/people/{id}/entries/{rid}", Who::signed_in, show_entry);
}

}  // namespace waymark::server
