#include "syncserver/web/person_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "syncserver/store/team_desk.h"
#include "syncserver/web/aside_pages.h"
#include "syncserver/web/entry_page.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/person_week_page.h"
#include "syncserver/web/week_choice.h"
#include "syncserver/web/week_export.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

std::string address_of(const Visit& visit, Date week) {
  return fmt::format("/people/{}?week={}", visit.parameter("id"), format_date(week));
}

/// Where a lead sees the versions of what was edited on two devices. A specialist has them on the phone.
void add_both_sides(Data& data, const SpecialistWeek& week, const Zone& zone) {
  for (const auto& rid : week.row.conflicts) {
    const auto line = std::find_if(week.entries.begin(), week.entries.end(),
                                   [&](const EntryLine& one) { return one.entry.id == rid; });
    data.add("both_sides",
             Data{}
                 .set("address", aside_address(rid))
                 .set("title", line == week.entries.end()
                                   ? std::string("one that is not in this week any more")
                                   : fmt::format("{}, {} {}", activity_words(line->entry.activity),
                                                 short_weekday(zone.date_of(line->entry.starts_at)),
                                                 clock_words(line->entry.starts_at, zone))));
  }
}

/// Who decides about the reader's own week.
std::string_view own_week_words(Role role) {
  return role == Role::lead ? "This is your own week: another lead approves it."
                            : "You hand it in on your phone, and your team's lead approves it.";
}

HttpResponse answer_with(const Visit& visit, const SpecialistWeek& week, const Form& form, int status) {
  auto page = person_week_page(week, form, visit.query("page"), visit.now(), visit.store().team().zone());
  page.status = status;
  page.data.set("both_sides", Data::List());
  page.data.set("own", week.row.is_viewer && !week.may_approve
                           ? Data::List{Data{}.set("words", own_week_words(visit.who().role))}
                           : Data::List());
  if (visit.who().role == Role::lead) {
    page.tab = "/team";
    add_both_sides(page.data, week, visit.store().team().zone());
  }
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

/// What the form says of the week.
WeekDecision decision_on(Visit& visit, Date week) {
  auto& form = visit.form();
  return {visit.parameter("id"), week, form.value("mark"), form.value("note")};
}

HttpResponse approve(Visit& visit) {
  return decide(
      visit, [&](TeamDesk& desk, Date week) { return desk.approve(decision_on(visit, week), visit.actor()); },
      "The week is approved. Edits that come from now on are held for you.");
}

HttpResponse give_back(Visit& visit) {
  return decide(
      visit,
      [&](TeamDesk& desk, Date week) { return desk.return_week(decision_on(visit, week), visit.actor()); },
      "The week is returned: the note is on the specialist's phone with its next sync.");
}

Result<SheetTable> table_of_person(Visit& visit, Date date) {
  auto& desk = visit.store().team();
  const auto week = desk.person_week(visit.viewer(), visit.parameter("id"), date);
  if (!week) return tl::unexpected(week.error());
  return person_table(*week, visit.now(), desk.zone());
}

}  // namespace

void add_person_pages(PageRoutes& pages) {
  pages.get("/people/{id}", Who::signed_in, show_week);
  pages.post("/people/{id}/approve", Who::lead, approve);
  pages.post("/people/{id}/return", Who::lead, give_back);
  add_week_files(pages, "/people/{id}/week", Who::signed_in, "week", table_of_person);
  pages.get("/people/{id}/entries/{rid}", Who::signed_in, show_entry);
}

}  // namespace waymark::server
