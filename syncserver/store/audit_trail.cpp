#include "syncserver/store/audit_trail.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>

#include "syncserver/store/directory.h"
#include "syncserver/store/op_log.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/store_file.h"
#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

// One page looks at no more than this many rows, however little is found.
constexpr int most_rows_looked_at = 20'000;

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  // ASCII only: other letters are compared as they are written.
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

bool contains(std::string_view text, std::string_view wanted_small) {
  return in_small_letters(text).find(wanted_small) != std::string::npos;
}

/// What the ids of the trail stand for.
class Names {
 public:
  explicit Names(Connection& connection) : connection_(connection), directory_(Directory::load(connection)) {
    auto query = connection.query(
        "SELECT d.device_id, d.name, p.person_id, p.name FROM devices d JOIN persons p ON p.n = d.person");
    while (query.next())
      devices_.emplace(query.uuid(0),
                       Device{std::string(query.text(1)), query.uuid(2), std::string(query.text(3))});
  }

  std::string person(std::string_view id) const {
    const auto* member = directory_.find(id);
    return member == nullptr ? std::string() : member->name;
  }

  /// The person a subject is or belongs to, by id; "" for none.
  std::string person_of(const AuditRow& row) {
    if (directory_.find(row.subject) != nullptr) return row.subject;
    if (const auto device = devices_.find(row.subject); device != devices_.end())
      return device->second.person_id;
    return subject(row).second;
  }

  std::string name_of(const AuditRow& row) {
    if (const auto* member = directory_.find(row.subject)) return member->name;
    if (const auto device = devices_.find(row.subject); device != devices_.end())
      return fmt::format("{} of {}", device->second.name, device->second.person_name);
    return subject(row).first;
  }

 private:
  struct Device {
    std::string name, person_id, person_name;
  };

  /// Of a record that is the agency's own: what it is called, and whose it is. Of a decision about a week
  /// whose week it was, of leave whose. Nothing of any other record.
  std::pair<std::string, std::string> subject(const AuditRow& row) {
    if (!row.action.ends_with("_written") && !row.action.ends_with("_deleted")) return {};
    const auto record = is_uuid(row.subject) ? find_record(connection_, row.subject) : std::nullopt;
    if (!record || !record->head) return {};
    const auto* owner = directory_.find(record->owner);
    switch (record->type) {
      case RecordType::schedule:
        if (owner == nullptr || !record->day) return {};
        return {fmt::format("{}, from {}", owner->name, format_date(*record->day)), owner->person_id};
      case RecordType::approval:
        if (owner == nullptr || !record->day) return {};
        return {fmt::format("{}, week of {}", owner->name, format_date(*record->day)), owner->person_id};
      case RecordType::leave:
        if (owner == nullptr) return {};
        return {owner->name, owner->person_id};
      case RecordType::place:
        return {stored_record<KnownPlace>(load_op(connection_, *record->head).op.body, row.subject).name, {}};
      case RecordType::policy:
        if (!record->day) return {};
        return {"policy from " + format_date(*record->day), {}};
      default:
        return {};
    }
  }

  Connection& connection_;
  Directory directory_;
  std::unordered_map<std::string, Device> devices_;
};

bool asked_for(const AuditEntry& entry, const AuditQuery& asked, std::string_view text_small, Names& names) {
  if (!asked.person_id.empty() && entry.row.actor_id != asked.person_id &&
      names.person_of(entry.row) != asked.person_id)
    return false;
  if (text_small.empty()) return true;
  for (const auto* part : {&entry.row.action, &entry.row.subject, &entry.row.detail, &entry.row.address,
                           &entry.actor_name, &entry.subject_name})
    if (contains(*part, text_small)) return true;
  return false;
}

/// "123456 bytes in agency.backup", as backup.cpp writes it.
void read_size(BackupInfo& backup, std::string_view detail) {
  constexpr std::string_view between = " bytes in ";
  std::int64_t bytes = 0;
  const auto read = std::from_chars(detail.data(), detail.data() + detail.size(), bytes);
  detail.remove_prefix(static_cast<std::size_t>(read.ptr - detail.data()));
  if (read.ec != std::errc{} || !detail.starts_with(between)) return;
  backup.bytes = bytes;
  backup.file = detail.substr(between.size());
}

std::int64_t whole_number(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

AuditPage search_audit(Connection& connection, const Zone& zone, const AuditQuery& asked) {
  AuditPage page;
  Names names(connection);
  const auto text = in_small_letters(asked.text);
  const auto before = asked.before > 0 ? asked.before : std::numeric_limits<std::int64_t>::max();
  const auto from = asked.from ? to_ms(zone.start_of(*asked.from)) : std::numeric_limits<std::int64_t>::min();
  const auto until =
      asked.to ? to_ms(zone.start_of(add_days(*asked.to, 1))) : std::numeric_limits<std::int64_t>::max();
  auto query = connection.query(
      "SELECT id, at, actor, action, subject, detail, address FROM audit"
      " WHERE id < ?1 AND at >= ?2 AND at < ?3 AND (?4 = '' OR action = ?4) ORDER BY id DESC");
  query.bind(before, from, until, asked.action);
  for (int looked_at = 1; query.next(); ++looked_at) {
    AuditEntry entry;
    entry.row = {query.integer(0),           instant_from_ms(query.integer(1)), query.uuid(2),
                 std::string(query.text(3)), std::string(query.text(4)),        std::string(query.text(5)),
                 std::string(query.text(6))};
    entry.actor_name = names.person(entry.row.actor_id);
    entry.subject_name = names.name_of(entry.row);
    const auto id = entry.row.id;
    const bool full = page.entries.size() == static_cast<std::size_t>(std::max(1, asked.limit));
    const bool wanted = asked_for(entry, asked, text, names);
    if (full && wanted) {  // one more than the page holds: there is a next one, and it begins here
      page.next_before = page.entries.back().row.id;
      break;
    }
    if (wanted) page.entries.push_back(std::move(entry));
    if (looked_at == most_rows_looked_at) {
      page.next_before = id;
      break;
    }
  }
  return page;
}

std::vector<std::string> list_audit_actions(Connection& connection) {
  std::vector<std::string> actions;
  auto query = connection.query("SELECT DISTINCT action FROM audit ORDER BY action");
  while (query.next()) actions.emplace_back(query.text(0));
  return actions;
}

BackupState list_backups(Connection& connection, int limit) {
  BackupState state;
  const auto directory = Directory::load(connection);
  {
    auto query = connection.query(
        "SELECT at, actor, subject, detail FROM audit WHERE action = 'backup_made' ORDER BY id DESC LIMIT ?");
    query.bind(limit);
    while (query.next()) {
      BackupInfo backup;
      backup.at = instant_from_ms(query.integer(0));
      backup.actor_id = query.uuid(1);
      if (const auto* member = directory.find(backup.actor_id)) backup.actor_name = member->name;
      backup.seq = whole_number(query.text(2));
      read_size(backup, query.text(3));
      state.newest.push_back(std::move(backup));
    }
  }
  state.seq = Tail::load(connection).seq;
  state.safe_seq = whole_number(read_meta(connection, "safe_seq"));
  return state;
}

}  // namespace waymark::server
