// Known places: where entries are usually made, offered by the phones. Never anybody's home.
#include <fmt/format.h>

#include <charconv>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

constexpr std::size_t places_a_page = 100;

Form::Choices kinds() {
  Form::Choices choices;
  const auto names = wire_names<Place>();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (const auto kind = static_cast<Place>(i); !is_private_place(kind))
      choices.emplace_back(names[i], place_words(kind));
  return choices;
}

/// A decimal number; an error beside the field when it is none. Its range is the store's to judge.
double number_in(Form& form, std::string_view name, std::string_view sentence) {
  const auto text = form.value(name);
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
    form.refuse(name, std::string(sentence));
  return number;
}

KnownPlace place_in(Form& form) {
  KnownPlace place;
  place.name = form.required("name", "Give the place a name.");
  const auto kind = from_wire<Place>(form.value("kind"));
  if (!kind) form.refuse("kind", "Choose what kind of place it is.");
  place.kind = kind.value_or(Place::other_community);
  place.lat = number_in(form, "lat", "Give degrees north, for instance 43.10320.");
  place.lon = number_in(form, "lon", "Give degrees east, for instance -75.22910.");
  place.radius_m = number_in(form, "radius_m", "Give metres, for instance 100.");
  return place;
}

void add_fields(Data& data, const Form& form) {
  data.set("name_field", form.field("name", "Name"));
  data.set("kind_field", form.choice("kind", "Kind", kinds()));
  data.set("lat_field", form.field("lat", "Latitude", {.hint = "Degrees north, as maps give them."}));
  data.set("lon_field", form.field("lon", "Longitude", {.hint = "Degrees east; west is negative."}));
  data.set("radius_field",
           form.field("radius_m", "Radius in metres", {.hint = "How far around it is still there."}));
}

HttpResponse places_page(Visit& visit, int status = 200) {
  auto& form = visit.form();
  form.preset("kind", "library");
  form.preset("radius_m", "100");
  Page page{"Known places", "admin_places", form.errors(), {}, status};
  const auto places = visit.store().desk().places();
  const ListPart part(visit, places.size(), places_a_page);
  page.data.set("places", Data::List()).set("parts", part.links("/admin/places"));
  for (auto at = part.begin(); at < part.end(); ++at) {
    const auto& place = places[at];
    page.data.add("places", Data{}
                                .set("place_id", place.id)
                                .set("place_name", place.name)
                                .set("place_kind", place_words(place.kind))
                                .set("where", fmt::format("{:.5f}, {:.5f}", place.lat, place.lon))
                                .set("radius", fmt::format("{:.0f} m", place.radius_m)));
  }
  add_fields(page.data, form);
  return admin_page(visit, std::move(page), "/admin/places");
}

HttpResponse place_page(Visit& visit, int status = 200) {
  const auto place = visit.store().desk().place(visit.parameter("id"));
  if (!place) return visit.refuse(place.error());
  auto& form = visit.form();
  form.preset("name", place->name);
  form.preset("kind", std::string(to_wire(place->kind)));
  form.preset("lat", fmt::format("{}", place->lat));
  form.preset("lon", fmt::format("{}", place->lon));
  form.preset("radius_m", fmt::format("{}", place->radius_m));
  Page page{place->name, "admin_place", form.errors(), {}, status};
  page.data.set("place_id", place->id).set("place_name", place->name);
  add_fields(page.data, form);
  return admin_page(visit, std::move(page), "/admin/places");
}

HttpResponse save(Visit& visit, HttpResponse (*again)(Visit&, int)) {
  auto place = place_in(visit.form());
  if (!visit.form().ok()) return again(visit, 422);
  place.id = visit.parameter("id");
  const auto saved = visit.store().desk().save_place(place, visit.actor());
  if (!saved) {
    if (saved.error().code == ErrorCode::not_found) return visit.refuse(saved.error());
    visit.form().refuse(saved.error());
    return again(visit, 422);
  }
  return visit.go("/admin/places", saved->name + " is saved: phones know it from their next sync on.");
}

HttpResponse remove(Visit& visit) {
  const auto removed = visit.store().desk().remove_place(visit.parameter("id"), visit.actor());
  if (!removed) return visit.refuse(removed.error());
  return visit.go("/admin/places", "The place is removed: phones offer it no more.");
}

}  // namespace

void add_admin_places_pages(PageRoutes& pages) {
  pages.get("/admin/places", Who::admin, [](Visit& visit) { return places_page(visit); });
  pages.post("/admin/places", Who::admin, [](Visit& visit) { return save(visit, places_page); });
  pages.get("/admin/places/{id}", Who::admin, [](Visit& visit) { return place_page(visit); });
  pages.post("/admin/places/{id}", Who::admin, [](Visit& visit) { return save(visit, place_page); });
  pages.post("/admin/places/{id}/remove", Who::admin, remove);
}

}  // namespace waymark::server
