#include "mobile/device/sync_state.h"

#include <array>
#include <boost/json.hpp>

namespace waymark::device {
namespace {

constexpr std::array<const char*, 3> pulling_names = {"changes", "rescope", "divergence"};

Pulling pulling_from(const std::string& name) {
  for (std::size_t i = 0; i < pulling_names.size(); ++i)
    if (name == pulling_names[i]) return static_cast<Pulling>(i);
  return Pulling::changes;
}

std::string text_member(const boost::json::object& object, const char* name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

ReadingState load_reading(Work& work) {
  Query query(
      work.sql,
      "SELECT cursor_seq, cursor_chain, high_seq, high_chain, scope, generation, pulling, safe_seq, skew_ms,"
      " last_contact_at, last_success_at FROM state WHERE id = 1");
  ReadingState state;
  if (!query.next()) return state;
  state.marks.cursor = {query.integer(0), query.text(1)};
  state.marks.high = {query.integer(2), query.text(3)};
  if (!query.is_null(4)) state.marks.scope = query.integer(4);
  state.marks.generation = query.integer(5);
  state.pulling = pulling_from(query.text(6));
  state.safe_seq = query.integer(7);
  state.skew = Millis{query.integer(8)};
  state.last_contact_at = query.maybe_instant(9);
  state.last_success_at = query.maybe_instant(10);
  return state;
}

void save_reading(Work& work, const ReadingState& state) {
  const auto& marks = state.marks;
  Query(work.sql,
        "UPDATE state SET cursor_seq = ?, cursor_chain = ?, high_seq = ?, high_chain = ?, scope = ?, "
        "generation = ?,"
        " pulling = ?, safe_seq = ?, skew_ms = ?, last_contact_at = ?, last_success_at = ? WHERE id = 1",
        marks.cursor.seq, marks.cursor.chain, marks.high.seq, marks.high.chain, marks.scope, marks.generation,
        pulling_names[static_cast<std::size_t>(state.pulling)], state.safe_seq,
        static_cast<std::int64_t>(state.skew.count()), state.last_contact_at, state.last_success_at)
      .run();
}

std::string person_of(Work& work) {
  Query query(work.sql, "SELECT person_id FROM state WHERE id = 1");
  return query.next() ? query.text(0) : std::string();
}

std::optional<Identity> load_identity(Work& work) {
  Query query(work.sql, "SELECT identity FROM state WHERE id = 1 AND identity IS NOT NULL");
  if (!query.next()) return std::nullopt;
  boost::system::error_code wrong;
  const auto value = boost::json::parse(work.open(query.blob(0)), wrong);
  if (wrong || !value.is_object())
    throw Failure(
        {ErrorCode::corrupt, "What this phone knew of its enrolment is damaged: enrol it again.", ""});
  const auto& object = value.get_object();
  Identity identity;
  identity.server = text_member(object, "server");
  identity.device_id = text_member(object, "device_id");
  identity.person_id = text_member(object, "person_id");
  identity.person_name = text_member(object, "person_name");
  identity.role = from_wire<Role>(text_member(object, "role")).value_or(Role::specialist);
  identity.agency_name = text_member(object, "agency_name");
  identity.time_zone = text_member(object, "time_zone");
  return identity;
}

void save_identity(Work& work, const Identity& identity) {
  const boost::json::object object{{"server", identity.server},       {"device_id", identity.device_id},
                                   {"person_id", identity.person_id}, {"person_name", identity.person_name},
                                   {"role", to_wire(identity.role)},  {"agency_name", identity.agency_name},
                                   {"time_zone", identity.time_zone}};
  Query(work.sql,
        "UPDATE state SET person_id = ?, identity = ?, enrolling = NULL, wiped_from = NULL WHERE id = 1",
        identity.person_id, work.seal(boost::json::serialize(object)))
      .run();
}

}  // namespace waymark::device
