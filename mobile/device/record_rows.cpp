#include "mobile/device/record_rows.h"

#include <utility>

namespace waymark::device {
namespace {

#define RECORD_COLUMNS                                                                               \
  "rid, type, tip, anc, deleted, body, shown_at, shown_own, owner, participant, employer, contact, " \
  "starts_at, ends_at, row_seq, row_op, row_parents, row_anc, row_deleted, row_body, acked_seq, seen"

std::optional<std::string> maybe_text(const Query& query, int column) {
  return query.is_null(column) ? std::nullopt : std::optional(query.text(column));
}

RecordRow read_record(const Query& query) {
  RecordRow record;
  int column = 0;
  record.rid = query.text(column++);
  record.type = from_wire<RecordType>(query.text(column++)).value_or(RecordType::entry);
  record.tip = query.text(column++);
  record.anc = split(query.text(column++));
  record.deleted = query.flag(column++);
  record.body = query.maybe_blob(column++);
  record.shown_at = query.instant(column++);
  record.shown_own = query.flag(column++);
  record.facts.owner = maybe_text(query, column++);
  record.facts.participant = maybe_text(query, column++);
  record.facts.employer = maybe_text(query, column++);
  record.facts.contact = maybe_text(query, column++);
  record.facts.starts_at = query.maybe_instant(column++);
  record.facts.ends_at = query.maybe_instant(column++);
  record.row_seq = query.integer(column++);
  record.row_op = query.text(column++);
  record.row_parents = split(query.text(column++));
  record.row_anc = split(query.text(column++));
  record.row_deleted = query.flag(column++);
  record.row_body = query.maybe_blob(column++);
  record.acked_seq = query.integer(column++);
  record.seen = query.integer(column++);
  return record;
}

}  // namespace

std::optional<RecordRow> load_record(Work& work, std::string_view rid) {
  Query query(work.sql, "SELECT " RECORD_COLUMNS " FROM records WHERE rid = ?", rid);
  if (!query.next()) return std::nullopt;
  return read_record(query);
}

void save_record(Work& work, const RecordRow& record) {
  const auto& facts = record.facts;
  Query(work.sql,
        "INSERT INTO records (" RECORD_COLUMNS
        ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT (rid) DO UPDATE SET type = excluded.type, tip = excluded.tip, anc = excluded.anc,"
        " deleted = excluded.deleted, body = excluded.body, shown_at = excluded.shown_at,"
        " shown_own = excluded.shown_own, owner = excluded.owner, participant = excluded.participant,"
        " employer = excluded.employer, contact = excluded.contact, starts_at = excluded.starts_at,"
        " ends_at = excluded.ends_at, row_seq = excluded.row_seq, row_op = excluded.row_op,"
        " row_parents = excluded.row_parents, row_anc = excluded.row_anc, row_deleted = excluded.row_deleted,"
        " row_body = excluded.row_body, acked_seq = excluded.acked_seq, seen = excluded.seen",
        record.rid, to_wire(record.type), record.tip, join(record.anc), record.deleted, record.body,
        record.shown_at, record.shown_own, facts.owner, facts.participant, facts.employer, facts.contact,
        facts.starts_at, facts.ends_at, record.row_seq, record.row_op, join(record.row_parents),
        join(record.row_anc), record.row_deleted, record.row_body, record.acked_seq, record.seen)
      .run();
}

void erase_record(Work& work, std::string_view rid) {
  Query(work.sql, "DELETE FROM records WHERE rid = ?", rid).run();
  Query(work.sql, "DELETE FROM sides WHERE rid = ?", rid).run();
  Query(work.sql, "DELETE FROM versions WHERE rid = ?", rid).run();
}

void show(Work& work, RecordRow& record, Shown shown) {
  if (record.body && shown.op != record.tip)
    Query(work.sql, "INSERT INTO versions (rid, op, at, own, deleted, body) VALUES (?,?,?,?,?,?)", record.rid,
          record.tip, record.shown_at, record.shown_own, record.deleted, *record.body)
        .run();
  // The server's body leaves the shown one's place before another is put there, and is not kept twice.
  if (record.shows_row() && shown.op != record.row_op && !record.row_op.empty())
    record.row_body = record.body;
  if (shown.op == record.row_op) record.row_body.reset();
  record.facts = shown.body ? facts_of(record.type, work.open(*shown.body), record.rid) : Facts{};
  record.tip = std::move(shown.op);
  record.anc = std::move(shown.anc);
  record.deleted = shown.deleted;
  record.body = std::move(shown.body);
  record.shown_at = shown.at;
  record.shown_own = shown.own;
}

void adopt_row(Work& work, RecordRow& record) {
  if (record.shows_row()) {
    // The same op, possibly seen again after it was made here: what it descends from is the server's word.
    record.anc = ancestors_of(record.row_parents, record.row_anc);
    return;
  }
  show(work, record,
       {record.row_op, ancestors_of(record.row_parents, record.row_anc), record.row_deleted, record.row_body,
        work.clock.now(), false});
}

}  // namespace waymark::device
