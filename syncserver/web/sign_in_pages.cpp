#include "syncserver/web/sign_in_pages.h"

#include <fmt/format.h>

#include "syncserver/accounts/session_cookie.h"
#include "syncserver/api/error_answer.h"

namespace waymark::server {

namespace {

std::string start_page_of(const SessionInfo& who) {
  switch (who.role) {
    case Role::lead:
      return "/team";
    case Role::admin:
      return "/admin";
    case Role::specialist:
      break;
  }
  return "/people/" + who.person_id;
}

HttpResponse sign_in_page(const Visit& visit, Form& form, int status = 200) {
  Page page{"Sign in", "sign_in", form.errors()};
  page.status = status;
  page.data.set("login", form.field("login", "Name for signing in", {.autocomplete = "username"}));
  page.data.set("password",
                form.field("password", "Password", {.type = "password", .autocomplete = "current-password"}));
  page.data.set("next", form.value("next"));
  page.data.set("ended", visit.query("ended") == "1");
  page.data.set("changed", visit.query("changed") == "1");
  return visit.page(std::move(page));
}

HttpResponse show_sign_in(Visit& visit) {
  if (visit.signed_in()) return visit.go("/");
  visit.form().preset("next", safe_path(visit.query("next")));
  return sign_in_page(visit, visit.form());
}

HttpResponse sign_in(Visit& visit) {
  const auto& context = visit.context();
  auto& form = visit.form();
  const auto login = form.required("login", "Give the name you sign in with.");
  const auto password = form.raw("password");
  if (password.empty()) form.refuse("password", "Give your password.");
  if (!form.ok()) return sign_in_page(visit, form, 422);
  const auto begun = context.sign_in.begin(login, password, visit.request().client_address);
  if (!begun) {
    const auto& [error, wait] = begun.error();
    form.refuse({}, error.message);
    auto response =
        sign_in_page(visit, form, error.code == ErrorCode::unauthorized ? 422 : http_status(error.code));
    ask_to_wait(response, wait);
    return response;
  }
  // Never the session there was before: a token somebody else may know must not become a signed-in one.
  if (visit.signed_in()) context.store.end_session(visit.session_token(), visit.actor());
  auto response = visit.go(safe_path(form.value("next")));
  response.headers.emplace_back(
      "Set-Cookie", set_cookie(session_cookie_name(context.secure), begun->token, context.secure));
  response.headers.emplace_back("Set-Cookie",
                                clear_cookie(visitor_cookie_name(context.secure), context.secure));
  return response;
}

HttpResponse sign_out(Visit& visit) {
  const auto& context = visit.context();
  visit.context().store.end_session(visit.session_token(), visit.actor());
  auto response = visit.go("/sign-in");
  response.headers.emplace_back("Set-Cookie",
                                clear_cookie(session_cookie_name(context.secure), context.secure));
  return response;
}

HttpResponse password_page(const Visit& visit, Form& form, const PersonInfo& person, int status = 200) {
  Page page{"Choose a password", "password_link", form.errors()};
  page.status = status;
  page.data.set("name", person.name).set("login", person.login);
  page.data.set("code", visit.parameter("code"));
  page.data.set("password", form.field("password", "New password",
                                       {.type = "password",
                                        .hint = "At least 8 characters. Three or four words are good.",
                                        .autocomplete = "new-password"}));
  page.data.set("again", form.field("again", "The same once more",
                                    {.type = "password", .autocomplete = "new-password"}));
  return visit.page(std::move(page));
}

HttpResponse show_password_link(Visit& visit) {
  const auto person = visit.store().password_link_person(visit.parameter("code"));
  if (!person) return visit.refuse(person.error());
  return password_page(visit, visit.form(), *person);
}

HttpResponse use_password_link(Visit& visit) {
  const auto code = visit.parameter("code");
  const auto person = visit.store().password_link_person(code);
  if (!person) return visit.refuse(person.error());
  auto& form = visit.form();
  const auto password = form.raw("password");
  if (password != form.raw("again")) form.refuse("again", "The two are not the same: type both again.");
  if (form.ok()) {
    const auto used = visit.context().sign_in.use_link(code, password, visit.request().client_address);
    if (used) return visit.go("/sign-in?changed=1");
    const auto& [error, wait] = used.error();
    if (error.code != ErrorCode::out_of_range) return visit.refuse(error, wait);
    form.refuse(error);
  }
  return password_page(visit, form, *person, 422);
}

}  // namespace

void add_sign_in_pages(PageRoutes& pages) {
  pages.get("/", Who::signed_in, [](Visit& visit) { return visit.go(start_page_of(visit.who())); });
  pages.get("/sign-in", Who::anyone, show_sign_in);
  pages.post("/sign-in", Who::anyone, sign_in);
  pages.post("/sign-out", Who::signed_in, sign_out);
  pages.get("/password/{code}", Who::anyone, show_password_link);
  pages.post("/password/{code}", Who::anyone, use_password_link);
}

}  // namespace waymark::server
