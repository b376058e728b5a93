#include "syncserver/store/record_row.h"

#include "shared/tally/week_tally.h"

namespace waymark::server {

namespace {

constexpr std::string_view by_rid =
    "SELECT n, rid, type, seq, head, owner, live, starts_at, ends_at, day, state, employer, participant"
    " FROM records WHERE rid = ?";
constexpr std::string_view by_n =
    "SELECT n, rid, type, seq, head, owner, live, starts_at, ends_at, day, state, employer, participant"
    " FROM records WHERE n = ?";

std::optional<Instant> maybe_instant(const Query& query, int column) {
  const auto ms = query.maybe(column);
  return ms ? std::optional(instant_from_ms(*ms)) : std::nullopt;
}

std::optional<std::int64_t> maybe_ms(std::optional<Instant> instant) {
  return instant ? std::optional(to_ms(*instant)) : std::nullopt;
}

std::optional<std::string> maybe_date(std::optional<Date> date) {
  return date ? std::optional(format_date(*date)) : std::nullopt;
}

std::optional<RecordRow> read(Query query) {
  if (!query.next()) return std::nullopt;
  RecordRow row;
  row.n = query.integer(0);
  row.rid = query.uuid(1);
  row.type = query.code<RecordType>(2);
  row.seq = query.integer(3);
  row.head = query.maybe(4);
  row.owner = query.integer(5);
  row.live = query.integer(6) != 0;
  row.starts_at = maybe_instant(query, 7);
  row.ends_at = maybe_instant(query, 8);
  if (const auto date = parse_date(query.text(9), "day")) row.day = *date;
  if (const auto state = query.maybe(10)) row.state = static_cast<int>(*state);
  row.employer = query.uuid(11);
  row.participant = query.maybe(12);
  return row;
}

struct Describer {
  RecordRow& row;

  void operator()(const Entry& entry) {
    row.starts_at = entry.starts_at;
    row.ends_at = entry.ends_at;
    row.employer = row.live && is_employer_contact(entry) ? entry.employer_id : std::string();
  }
  void operator()(const Schedule& schedule) { row.day = schedule.effective_from; }
  void operator()(const Leave& leave) { row.day = leave.date; }
  void operator()(const Policy& policy) { row.day = policy.effective_from; }
  void operator()(const WeekRecord& week) {
    row.day = week.week_start;
    row.state = static_cast<int>(week.state);
  }
  void operator()(const Approval& approval) {
    row.day = approval.week_start;
    row.state = static_cast<int>(approval.state);
  }
  void operator()(const Employer&) {}
  void operator()(const Participant&) {}
  void operator()(const Job&) {}
  void operator()(const Person&) {}
  void operator()(const KnownPlace&) {}
};

template <class R>
concept NamesSpecialist = requires(const R& record) {
  record.specialist_id;
};

}  // namespace

std::optional<RecordRow> find_record(Connection& connection, std::string_view rid) {
  const auto bytes = to_bytes(rid);
  auto query = connection.query(by_rid);
  query.bind(bytes);
  return read(std::move(query));
}

std::optional<RecordRow> find_record(Connection& connection, std::int64_t n) {
  auto query = connection.query(by_n);
  query.bind(n);
  return read(std::move(query));
}

void insert_record(Connection& connection, RecordRow& row) {
  const auto rid = to_bytes(row.rid);
  const auto day = maybe_date(row.day);
  std::optional<UuidBytes> employer;
  if (!row.employer.empty()) employer = to_bytes(row.employer);
  connection
      .query(
          "INSERT INTO records (rid, type, seq, head, owner, live, starts_at, ends_at, day, state, employer,"
          " participant) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(rid, row.type, row.seq, row.head, row.owner, row.live, maybe_ms(row.starts_at),
            maybe_ms(row.ends_at), day, row.state, employer, row.participant)
      .run();
  row.n = connection.last_inserted();
}

void update_record(Connection& connection, const RecordRow& row) {
  const auto day = maybe_date(row.day);
  std::optional<UuidBytes> employer;
  if (!row.employer.empty()) employer = to_bytes(row.employer);
  connection
      .query(
          "UPDATE records SET seq = ?, head = ?, owner = ?, live = ?, starts_at = ?, ends_at = ?, day = ?,"
          " state = ?, employer = ?, participant = ? WHERE n = ?")
      .bind(row.seq, row.head, row.owner, row.live, maybe_ms(row.starts_at), maybe_ms(row.ends_at), day,
            row.state, employer, row.participant, row.n)
      .run();
}

void describe(RecordRow& row, const Record& record, bool deleted) {
  row.live = !deleted;
  std::visit(Describer{row}, record);
}

std::string_view specialist_of(const Record& record) {
  return std::visit(
      [](const auto& value) -> std::string_view {
        using R = std::decay_t<decltype(value)>;
        if constexpr (NamesSpecialist<R>)
          return value.specialist_id;
        else if constexpr (std::is_same_v<R, Person>)
          return value.id;
        else
          return {};
      },
      record);
}

bool is_week_approved(Connection& connection, std::int64_t person, Date week) {
  const auto day = format_date(week);
  auto query = connection.query(
      "SELECT 1 FROM records WHERE owner = ? AND type = ? AND day = ? AND live = 1 AND state = ?");
  query.bind(person, RecordType::approval, day, ApprovalState::approved);
  return query.next();
}

}  // namespace waymark::server
