// The agency's places, policies and holidays.
#include "shared/records/record_codec.h"
#include "syncserver/api/action_params.h"
#include "syncserver/store/admin_desk.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

bj::object place_json(const KnownPlace& place) {
  return {{"place_id", place.id}, {"name", place.name}, {"kind", wire_text(place.kind)},
          {"lat", place.lat},     {"lon", place.lon},   {"radius_m", place.radius_m}};
}

Result<std::string> list_places(const AdminContext& context, std::string_view) {
  bj::array places;
  for (const auto& place : context.store.desk().places()) places.push_back(place_json(place));
  return answer({{"places", std::move(places)}});
}

/// A new place, or, with `place`, that one with the members given changed.
Result<std::string> save_place(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    KnownPlace place;
    if (const auto id = reader.uuid("place"); !id.empty()) {
      const auto known = context.store.desk().place(id);
      if (!known) return tl::unexpected(known.error());
      place = *known;
    } else {
      for (const auto* member : {"name", "kind", "lat", "lon"}) reader.require(member);
    }
    if (reader.has("name")) place.name = reader.text("name", 200);
    place.kind = reader.code<Place>("kind").value_or(place.kind);
    place.lat = reader.number("lat", -90, 90).value_or(place.lat);
    place.lon = reader.number("lon", -180, 180).value_or(place.lon);
    place.radius_m = reader.number("radius_m", 0, 1e6).value_or(place.radius_m);
    if (reader.error()) return refused(reader);
    const auto saved = context.store.desk().save_place(place, {});
    if (!saved) return tl::unexpected(saved.error());
    return answer(place_json(*saved));
  });
}

Result<std::string> remove_place(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto place = reader.required_uuid("place");
    if (reader.error()) return refused(reader);
    return answer(context.store.desk().remove_place(place, {}), {{"place_id", place}});
  });
}

bj::value policy_json(const Policy& policy) {
  auto members = json::parse(to_json(policy))->get_object();
  members["policy_id"] = policy.id;
  return members;
}

Result<std::string> list_policies(const AdminContext& context, std::string_view) {
  bj::array policies;
  for (const auto& policy : context.store.desk().policies()) policies.push_back(policy_json(policy));
  return answer({{"policies", std::move(policies)}});
}

Result<PolicyDraft> draft_of(json::Reader& reader) {
  PolicyDraft draft;
  draft.from = reader.required_date("from");
  const auto* changes = reader.object("changes");
  if (reader.error()) return refused(reader);
  if (changes != nullptr) draft.changes = json::text_of(*changes);
  return draft;
}

bj::object preview_json(const PolicyPreview& preview) {
  bj::array differences, moves;
  for (const auto& [member, before, after] : preview.differences)
    differences.push_back(bj::object{{"member", member},
                                     {"before", before.empty() ? bj::value(nullptr) : *json::parse(before)},
                                     {"after", *json::parse(after)}});
  for (const auto& [move, count] : preview.moves)
    moves.push_back(
        bj::object{{"before", wire_text(move.first)}, {"after", wire_text(move.second)}, {"weeks", count}});
  return {
      {"from", format_date(preview.after.effective_from)},
      {"edits_existing", preview.edits_existing},
      {"first_week", format_date(preview.first_week)},
      {"until", preview.until ? bj::value(format_date(*preview.until)) : bj::value(nullptr)},
      {"differences", std::move(differences)},
      {"weeks", preview.weeks},
      {"approved", preview.approved},
      {"first_approved", preview.first_approved ? bj::value{{"name", preview.first_approved_of},
                                                            {"week", format_date(*preview.first_approved)}}
                                                : bj::value(nullptr)},
      {"looked_at", preview.looked_at},
      {"shares_changed", preview.shares_changed},
      {"standings_changed", preview.standings_changed},
      {"moves", std::move(moves)}};
}

Result<std::string> preview_policy(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto draft = draft_of(reader);
    if (!draft) return tl::unexpected(draft.error());
    const auto preview = context.store.desk().preview_policy(*draft, 0, context.progress);
    if (!preview) return tl::unexpected(preview.error());
    return answer(preview_json(*preview));
  });
}

Result<std::string> set_policy(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto draft = draft_of(reader);
    if (!draft) return tl::unexpected(draft.error());
    const auto written = context.store.desk().write_policy(*draft, {});
    if (!written) return tl::unexpected(written.error());
    return answer(policy_json(*written).get_object());
  });
}

Result<std::string> remove_policy(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto from = reader.required_date("from");
    if (reader.error()) return refused(reader);
    return answer(context.store.desk().remove_policy(from, {}), {{"from", format_date(from)}});
  });
}

Result<std::string> list_holidays(const AdminContext& context, std::string_view) {
  bj::array holidays;
  for (const auto& holiday : context.store.desk().holidays())
    holidays.push_back(
        bj::object{{"date", format_date(holiday.date)}, {"policy_from", format_date(holiday.policy_from)}});
  return answer({{"holidays", std::move(holidays)}});
}

Result<std::string> set_holiday(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto date = reader.required_date("date");
    const bool is_holiday = reader.boolean("holiday", true);
    if (reader.error()) return refused(reader);
    return answer(context.store.desk().set_holiday(date, is_holiday, {}),
                  {{"date", format_date(date)}, {"holiday", is_holiday}});
  });
}

}  // namespace

void add_agency_actions(AdminActions& actions) {
  actions.insert({{"place-list", list_places},
                  {"place-save", save_place},
                  {"place-remove", remove_place},
                  {"policy-list", list_policies},
                  {"policy-preview", preview_policy},
                  {"policy-set", set_policy},
                  {"policy-remove", remove_policy},
                  {"holiday-list", list_holidays},
                  {"holiday-set", set_holiday}});
}

}  // namespace waymark::server
