#include "syncserver/store/places.h"

#include <algorithm>

#include "syncserver/store/record_row.h"
#include "syncserver/store/server_edit.h"
#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

Error no_such_place() {
  return {ErrorCode::not_found, "No such place: the list of places shows which there are.", "place"};
}

}  // namespace

std::vector<KnownPlace> list_places(Connection& connection) {
  std::vector<KnownPlace> places;
  auto query = connection.query(
      "SELECT r.rid, o.payload, o.body_at, o.body_size FROM records r JOIN ops o ON o.seq = r.head"
      " WHERE r.owner = 0 AND r.type = ? AND r.live = 1");
  query.bind(RecordType::place);
  while (query.next())
    places.push_back(stored_record<KnownPlace>(body_of(query.text(1), {query.integer(2), query.integer(3)}),
                                               query.uuid(0)));
  std::sort(places.begin(), places.end(), [](const KnownPlace& a, const KnownPlace& b) {
    return std::tie(a.name, a.id) < std::tie(b.name, b.id);
  });
  return places;
}

Result<KnownPlace> find_place(Connection& connection, std::string_view place_id) {
  const auto row = is_uuid(place_id) ? find_record(connection, place_id) : std::nullopt;
  if (!row || row->type != RecordType::place || !row->live) return tl::unexpected(no_such_place());
  return stored_record<KnownPlace>(load_op(connection, *row->head).op.body, place_id);
}

Result<KnownPlace> save_place(WriteContext& context, const KnownPlace& place, const Actor& actor) {
  auto saved = place;
  if (!place.id.empty()) {
    const auto known = find_place(context.connection, place.id);
    if (!known) return tl::unexpected(known.error());
    saved.extra = known->extra;  // what a newer version wrote stays
  }
  auto edit = write_server_record(context, RecordType::place, place.id, to_json(saved), false, actor);
  if (!edit) return tl::unexpected(edit.error());
  saved.id = std::move(edit->rid);
  return saved;
}

Result<void> remove_place(WriteContext& context, std::string_view place_id, const Actor& actor) {
  const auto place = find_place(context.connection, place_id);
  if (!place) return tl::unexpected(place.error());
  auto edit =
      write_server_record(context, RecordType::place, std::string(place_id), to_json(*place), true, actor);
  if (!edit) return tl::unexpected(edit.error());
  return {};
}

}  // namespace waymark::server
