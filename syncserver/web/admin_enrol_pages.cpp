// Enrolment codes: made with a QR, shown once, listed and cancelled.
#include <fmt/format.h>

#include "shared/sync/enrol_link.h"
#include "syncserver/accounts/enrol_code.h"
#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/qr_svg.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

const Form::Choices lifetimes = {
    {"60", "1 hour"}, {"480", "8 hours"}, {"1440", "1 day"}, {"10080", "7 days"}};

std::string state_words(const CodeInfo& code, Instant now) {
  if (!code.device_id.empty()) return "Used by " + code.device_name;
  if (code.expires_at <= now) return "Expired";
  return "Open, expires " + when_words(code.expires_at, now);
}

HttpResponse enrol_page(Visit& visit, int status = 200) {
  auto& form = visit.form();
  form.preset("person", visit.query("person"));
  form.preset("minutes", "60");
  auto people = visit.store().people();
  std::erase_if(people, [](const PersonInfo& person) { return person.disabled; });
  Page page{"Enrol a device", "admin_enrol", form.errors(), {}, status};
  page.data.set("person_field",
                form.choice("person", "Whose device", people_choices(people, "Choose a person")));
  page.data.set("minutes_field", form.choice("minutes", "The code is good for", lifetimes));
  page.data.set("codes", Data::List());
  for (const auto& code : visit.store().desk().codes()) {
    Data row;
    row.set("code_id", code.code_id).set("code_person", code.person_name);
    row.set("made", when_words(code.made_at, visit.now())).set("state", state_words(code, visit.now()));
    row.set("can_cancel", code.device_id.empty() && code.expires_at > visit.now());
    page.data.add("codes", std::move(row));
  }
  return admin_page(visit, std::move(page), "/admin/enrol");
}

HttpResponse code_page(Visit& visit, const PersonInfo& person, const NewCode& code,
                       const std::string& server) {
  const auto link = format_enrol_link({server, code.link_code});
  Page page{"A code for " + person.name, "admin_code"};
  page.data.set("heading", page.title).set("person_name", person.name).set("person_id", person.person_id);
  page.data.set("code", readable_code(code.code)).set("server", server).set("link", link);
  page.data.set("until", long_moment(code.expires_at, zone_of(visit)));
  page.data.set("qr", qr_svg(link, "QR code with the link below"));
  return admin_page(visit, std::move(page), "/admin/enrol");
}

HttpResponse make_code(Visit& visit) {
  auto& form = visit.form();
  const auto person_id = form.required("person", "Choose whose device it is.");
  const auto minutes = form.whole_number("minutes", 1, 10'080);
  const auto& address = visit.context().address;
  const auto server = parse_server_address(address ? address() : std::string());
  if (!server)
    form.refuse(
        {},
        "The server was not told how phones reach it: start it with --public-url, or make the code from "
        "the command line with --server.");
  if (!form.ok()) return enrol_page(visit, 422);
  const auto person = visit.store().person(person_id);
  if (!person) {
    form.refuse("person", "Choose whose device it is.");
    return enrol_page(visit, 422);
  }
  const auto code = visit.store().create_code(person_id, *minutes, visit.actor());
  if (!code) {
    form.refuse(code.error());
    return enrol_page(visit, 422);
  }
  return code_page(visit, *person, *code, *server);
}

HttpResponse cancel_code(Visit& visit) {
  const auto cancelled = visit.store().desk().cancel_code(visit.form().value("code"), visit.actor());
  if (!cancelled) return visit.refuse(cancelled.error());
  return visit.go("/admin/enrol", "The code is cancelled: nobody can use it any more.");
}

}  // namespace

void add_admin_enrol_pages(PageRoutes& pages) {
  pages.get("/admin/enrol", Who::admin, [](Visit& visit) { return enrol_page(visit); });
  pages.post("/admin/enrol", Who::admin, make_code);
  pages.post("/admin/enrol/cancel", Who::admin, cancel_code);
}

}  // namespace waymark::server
