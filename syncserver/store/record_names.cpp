#include "syncserver/store/record_names.h"

#include "syncserver/store/connection.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

void add_name(Connection& connection, RecordNames& names, const std::string& id) {
  if (id.empty() || names.contains(id)) return;
  const auto row = find_record(connection, id);
  if (!row || !row->head) return;
  const auto body = load_op(connection, *row->head).op.body;
  switch (row->type) {
    case RecordType::employer:
      names[id] = stored_record<Employer>(body, id).name;
      break;
    case RecordType::participant:
      names[id] = stored_record<Participant>(body, id).code;
      break;
    case RecordType::place:
      names[id] = stored_record<KnownPlace>(body, id).name;
      break;
    case RecordType::person:
      names[id] = stored_record<Person>(body, id).name;
      break;
    default:
      break;
  }
}

struct Namer {
  Connection& connection;
  RecordNames& names;

  void operator()(const Entry& entry) {
    for (const auto* id : {&entry.employer_id, &entry.participant_id, &entry.place_id, &entry.from_place_id,
                           &entry.to_place_id})
      add_name(connection, names, *id);
  }
  void operator()(const Job& job) {
    add_name(connection, names, job.participant_id);
    add_name(connection, names, job.employer_id);
  }
  void operator()(const Participant& participant) { add_name(connection, names, participant.specialist_id); }
  template <class R>
  void operator()(const R&) {}
};

}  // namespace

void add_names(Connection& connection, RecordNames& names, const Record& record) {
  std::visit(Namer{connection, names}, record);
}

}  // namespace waymark::server
