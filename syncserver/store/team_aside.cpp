#include "syncserver/store/team_aside.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "shared/records/stored_record.h"
#include "shared/sync/message_codec.h"
#include "syncserver/store/aside_ops.h"
#include "syncserver/store/reading.h"
#include "syncserver/store/stored_op.h"
#include "syncserver/store/team_reading.h"

namespace waymark::server {

namespace {

/// Who looks, and what they may see of it.
struct Sight {
  Connection& connection;
  const AgencyRules& rules;
  const Directory& directory;
  const Member& lead;
  Date today{};

  bool is_of_team(std::string_view person_id) const {
    const auto* author = directory.find(person_id);
    return author && may_see_week(lead, *author, today, today);
  }
  /// A record of the agency's own, which everybody may read, concerns the team of whoever edited it.
  bool sees(const RecordRow& row, std::string_view author_id) const {
    if (row.owner == 0) return is_of_team(author_id);
    return may_read(lead, subject_of(directory, rules, row), today);
  }
  bool sees(const AsideOp& op) const {
    if (op.kind == AsideKind::refused) return is_of_team(op.person_id);
    const auto row = find_record(connection, op.rid);
    return row && sees(*row, op.person_id);
  }
};

/// The text of an accepted op, or of a refused one; none where nobody kept it.
std::optional<Op> text_of(Connection& connection, const AsideOp& op) {
  const auto id = to_bytes(op.op);
  auto query = connection.query(op.kind == AsideKind::refused ? "SELECT payload FROM refused WHERE op = ?"
                                                              : "SELECT payload FROM ops WHERE op = ?");
  query.bind(id);
  if (!query.next()) return std::nullopt;
  auto parsed = parse_op(query.text(0));
  return parsed ? std::optional(std::move(*parsed)) : std::nullopt;
}

std::string message_of_refusal(Connection& connection, const std::string& op) {
  const auto id = to_bytes(op);
  auto query = connection.query("SELECT message FROM refused WHERE op = ?");
  query.bind(id);
  return query.next() ? std::string(query.text(0)) : std::string();
}

bool is_in_our_time(Instant at) {
  constexpr auto first = std::chrono::sys_days{std::chrono::year{2000} / 1 / 1};
  constexpr auto last = std::chrono::sys_days{std::chrono::year{2200} / 1 / 1};
  return at >= first && at < last;
}

/// What a refused edit says was never checked: times that no calendar holds are not shown as times.
std::optional<Record> readable(RecordType type, std::string_view body, std::string_view rid) {
  auto read = read_stored_record(type, body, rid);
  if (!read) return std::nullopt;
  if (const auto* entry = std::get_if<Entry>(&*read))
    if (!is_in_our_time(entry->starts_at) || !is_in_our_time(entry->recorded_at) ||
        !is_in_our_time(entry->ends_at.value_or(entry->starts_at)))
      return std::nullopt;
  return std::move(*read);
}

/// Adds what only the text of a version says; nothing where it is no record.
void read_text(AsideVersion& version, AsideRecord& record, const Op& op, const Sight& sight) {
  const auto read = readable(record.type, op.body, record.rid);
  if (!read) return;
  version.deleted = op.deleted;
  version.body = op.body;
  add_names(sight.connection, record.names, *read);
  if (const auto* entry = std::get_if<Entry>(&*read))
    version.verdict =
        classify(*entry, sight.rules.policy_of_week(sight.rules.week_containing(entry->starts_at)));
}

std::optional<AsideVersion> standing_version(AsideRecord& record, const RecordRow& row, const Sight& sight) {
  if (!row.head) return std::nullopt;
  AsideVersion version;
  {
    auto query = sight.connection.query(
        "SELECT p.person_id, coalesce(p.name, ''), coalesce(d.name, ''), o.received_at FROM ops o"
        " LEFT JOIN persons p ON p.n = o.author LEFT JOIN devices d ON d.n = o.device WHERE o.seq = ?");
    query.bind(*row.head);
    if (!query.next()) throw StoreDamage("the version that stands is missing");
    version.person_id = query.uuid(0);
    version.person_name = query.text(1);
    version.device_name = query.text(2);
    version.received_at = instant_from_ms(query.integer(3));
  }
  read_text(version, record, load_op(sight.connection, *row.head).op, sight);
  return version;
}

AsideVersion version_beside(AsideRecord& record, const AsideOp& op, const Sight& sight) {
  AsideVersion version;
  version.kind = op.kind;
  version.person_id = op.person_id;
  version.person_name = op.person_name;
  version.device_name = op.device_name;
  version.received_at = op.received_at;
  if (op.kind == AsideKind::refused) version.message = message_of_refusal(sight.connection, op.op);
  if (const auto text = text_of(sight.connection, op)) read_text(version, record, *text, sight);
  return version;
}

AsideList all_aside(Connection& connection) {
  AsideQuery everything;
  everything.limit = std::numeric_limits<int>::max();
  return list_aside(connection, everything);
}

}  // namespace

Result<TeamAside> list_team_aside(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                  Instant now, const ChoosePart& choose) {
  const auto directory = Directory::load(connection);
  const auto team = team_of_lead(directory, viewer, rules.today(now));
  if (!team) return tl::unexpected(team.error());
  const Sight sight{connection, rules, directory, *directory.find(viewer.person_id), rules.today(now)};
  auto ops = all_aside(connection).ops;
  std::erase_if(ops, [&](const AsideOp& op) { return !sight.sees(op); });
  TeamAside list;
  list.total = ops.size();
  const auto [begin, end] = choose(ops.size());
  for (auto at = begin; at < std::min(end, ops.size()); ++at) {
    AsideLine line{std::move(ops[at]), {}};
    if (const auto text = text_of(connection, line.op))
      if (const auto read = readable(text->type, text->body, text->rid)) {
        line.body = text->body;
        add_names(connection, list.names, *read);
      }
    list.lines.push_back(std::move(line));
  }
  return list;
}

Result<AsideRecord> read_aside_record(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                      std::string_view rid, Instant now) {
  const auto directory = Directory::load(connection);
  if (const auto team = team_of_lead(directory, viewer, rules.today(now)); !team)
    return tl::unexpected(team.error());
  const Sight sight{connection, rules, directory, *directory.find(viewer.person_id), rules.today(now)};
  std::vector<AsideOp> of_record;
  for (auto& op : all_aside(connection).ops)
    if (op.rid == rid) of_record.push_back(std::move(op));
  const auto row = is_uuid(rid) ? find_record(connection, rid) : std::nullopt;
  if (!row && of_record.empty()) return fail(ErrorCode::not_found, "There is no record with this id.");
  const bool sees_record = row && may_read(sight.lead, subject_of(directory, rules, *row), sight.today);
  std::erase_if(of_record, [&](const AsideOp& op) { return !sight.sees(op); });
  if (!sees_record && of_record.empty())
    return fail(ErrorCode::forbidden, "This record is another team's: ask its lead.");

  AsideRecord record;
  record.rid = rid;
  record.type = row ? row->type : of_record.front().type.value_or(RecordType::entry);
  if (row && sees_record) {
    if (const auto* owner = directory.find(row->owner)) {
      record.person_id = owner->person_id;
      record.person_name = owner->name;
    }
    if (const auto subject = subject_of(directory, rules, *row); subject.week_start)
      record.week = subject.week_start;
    record.stands = standing_version(record, *row, sight);
  }
  for (const auto& op : of_record) record.beside.push_back(version_beside(record, op, sight));
  if (!record.stands && record.beside.empty())
    return fail(ErrorCode::not_found, "Nothing is left of this record: its edits were taken back.");
  return record;
}

}  // namespace waymark::server
