#include "syncserver/store/journal_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "syncserver/store/journal_news.h"
#include "syncserver/store/op_log.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

namespace fs = std::filesystem;

namespace {

using Generations = std::map<int, std::vector<JournalPart>, std::greater<>>;  ///< the newest first

std::optional<JournalHeader> read_header(const fs::path& path) {
  JournalFileReader reader(path);
  if (reader.next() != JournalFileReader::Found::line) return std::nullopt;
  const auto* header = std::get_if<JournalHeader>(&reader.line());
  return header ? std::optional(*header) : std::nullopt;
}

Generations read_generations(const fs::path& directory, const std::vector<JournalFileName>& names) {
  Generations generations;
  for (const auto& name : names) {
    const auto path = directory / name.text();
    generations[name.generation].push_back(
        {path, read_header(path), static_cast<std::int64_t>(fs::file_size(path))});
  }
  return generations;
}

JournalPosition end_of(Connection& connection) {
  JournalPosition end{Tail::load(connection).mark(), 0, {}};
  auto query = connection.query("SELECT coalesce(max(id), 0) FROM audit");
  if (query.next()) end.audit = query.integer(0);
  if (const auto row = find_audit_row(connection, end.audit)) end.audit_mark = audit_mark(*row);
  return end;
}

bool is_of(const JournalPart& part, const std::string& store) {
  return part.header && part.header->store == store;
}

/// What the file says up to the backup's end is what the backup says.
bool shares_history(Connection& connection, const JournalPart& part, const JournalPosition& backup) {
  if (!lies_in_history(connection, part.header->after)) return false;
  JournalFileReader reader(part.path);
  reader.next();
  Mark last;
  while (reader.next() == JournalFileReader::Found::line) {
    Mark mark;
    if (const auto* op = std::get_if<OpLine>(&reader.line())) mark = {op->seq, op->chain};
    if (const auto* again = std::get_if<AgainLine>(&reader.line())) mark = {again->seq, again->chain};
    if (mark.seq > backup.end.seq) break;
    if (mark.seq > 0) last = mark;
  }
  // The chain at one place holds all before it.
  return lies_on_chain(connection, last);
}

}  // namespace

Result<JournalChoice> choose_journal(Connection& connection, const fs::path& directory) {
  const auto names = list_journal(directory);
  if (!names) return tl::unexpected(names.error());
  if (names->empty())
    return fail(
        ErrorCode::not_found,
        fmt::format("There is no journal in {}: check the path, or leave --journal out.", directory.string()),
        "journal");
  const auto generations = read_generations(directory, *names);
  const auto store = store_identity(connection);
  JournalChoice choice;
  choice.begin = end_of(connection);
  bool same_store = false;
  bool any_header = false;
  std::optional<std::int64_t> begins_late;
  for (const auto& [generation, parts] : generations) {
    any_header = any_header || std::any_of(parts.begin(), parts.end(),
                                           [](const JournalPart& part) { return part.header.has_value(); });
    if (std::none_of(parts.begin(), parts.end(), [&](const JournalPart& part) { return is_of(part, store); }))
      continue;
    same_store = true;
    auto first = parts.end();
    for (auto part = parts.begin(); part != parts.end(); ++part)
      if (is_of(*part, store) && part->header->after.end.seq <= choice.begin.end.seq &&
          part->header->after.audit <= choice.begin.audit)
        first = part;
    if (first != parts.end() && shares_history(connection, *first, choice.begin)) {
      choice.parts.assign(first, parts.end());
      if (begins_late)
        choice.not_all = "its newer files follow another history, after another restore, and were not used";
      return choice;
    }
    const auto& begin = std::find_if(parts.begin(), parts.end(), [&](const JournalPart& part) {
                          return is_of(part, store);
                        })->header->after.end;
    if (!begins_late) begins_late = begin.seq;
  }
  if (!any_header)
    return fail(ErrorCode::corrupt,
                fmt::format("No file of the journal in {} can be read: restore another copy of it, or leave "
                            "--journal out.",
                            directory.string()),
                "journal");
  if (!same_store)
    return fail(ErrorCode::bad_request,
                fmt::format("The journal in {} is another store's: check the path, or leave --journal out.",
                            directory.string()),
                "journal");
  return fail(
      ErrorCode::corrupt,
      fmt::format("The journal in {} does not go on from number {}, where this backup ends (it begins "
                  "at number {}): restore another backup, or leave --journal out.",
                  directory.string(), choice.begin.end.seq, begins_late.value_or(0) + 1),
      "journal");
}

}  // namespace waymark::server
