#include "syncserver/web/account_pages.h"

#include "syncserver/api/error_answer.h"

namespace waymark::server {

namespace {

std::string_view role_in_words(Role role) {
  switch (role) {
    case Role::lead:
      return "Team lead";
    case Role::admin:
      return "Admin";
    case Role::specialist:
      break;
  }
  return "Specialist";
}

HttpResponse account_page(const Visit& visit, Form& form, int status = 200) {
  Page page{"Your account", "account", form.errors(), "/account", status};
  const auto& who = visit.who();
  page.data.set("name", who.name).set("login", who.login).set("role", role_in_words(who.role));
  page.data.set("team", who.team.empty() ? Data::List() : Data::List{Data{}.set("name", who.team)});
  page.data.set(
      "old", form.field("old", "Present password", {.type = "password", .autocomplete = "current-password"}));
  page.data.set("password", form.field("password", "New password",
                                       {.type = "password",
                                        .hint = "At least 8 characters. Three or four words are good.",
                                        .autocomplete = "new-password"}));
  page.data.set("again", form.field("again", "The new one once more",
                                    {.type = "password", .autocomplete = "new-password"}));
  return visit.page(std::move(page));
}

HttpResponse change_password(Visit& visit) {
  auto& form = visit.form();
  const auto password = form.raw("password");
  if (form.raw("old").empty()) form.refuse("old", "Give your present password.");
  if (password != form.raw("again")) form.refuse("again", "The two are not the same: type both again.");
  if (form.ok()) {
    const auto changed = visit.context().sign_in.change_password(
        visit.who(), visit.session_token(), form.raw("old"), password, visit.request().client_address);
    if (changed)
      return visit.go("/account", "Your password is changed, and you are signed out everywhere else.");
    const auto& [error, wait] = changed.error();
    form.refuse(error);
    auto response = account_page(visit, form, wait > Millis{0} ? http_status(error.code) : 422);
    ask_to_wait(response, wait);
    return response;
  }
  return account_page(visit, form, 422);
}

}  // namespace

void add_account_pages(PageRoutes& pages) {
  pages.get("/account", Who::signed_in, [](Visit& visit) { return account_page(visit, visit.form()); });
  pages.post("/account/password", Who::signed_in, change_password);
}

}  // namespace waymark::server
